import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNotes } from './formatNotes.ts';
import { decodeNote, encodeNote, type Note } from './note.ts';
import { passageBetween, passageDuring } from './passage.ts';

const cues = [
  { id: 'c1', start: 0, end: 2, text: 'Hello there,' },
  { id: 'c2', start: 2, end: 5, text: 'this is the DMA patch.' },
  { id: 'c3', start: 5, end: 9, text: 'It goes on.' },
  { id: 'c4', start: 9, end: 12, text: '' },
];

describe('passageBetween', () => {
  test('quotes across cues with what stands around', () => {
    expect(passageBetween(cues, { cue: 'c2', offset: 12 }, { cue: 'c3', offset: 2 })).toEqual({
      start: 2,
      end: 9,
      quote: { exact: 'DMA patch. It', prefix: 'Hello there, this is the ', suffix: ' goes on. ' },
    });
  });
  test('takes its ends in either order', () => {
    const [a, b] = [
      { cue: 'c1', offset: 6 },
      { cue: 'c2', offset: 4 },
    ];
    expect(passageBetween(cues, a, b)).toEqual(passageBetween(cues, b, a));
  });
  test('leaves out a cue that is only touched', () => {
    expect(passageBetween(cues, { cue: 'c1', offset: 12 }, { cue: 'c3', offset: 0 })).toMatchObject({
      start: 2,
      end: 5,
    });
  });
  test('is nothing where nothing is selected', () => {
    expect(passageBetween(cues, { cue: 'c1', offset: 5 }, { cue: 'c1', offset: 5 })).toBeUndefined();
    expect(passageBetween(cues, { cue: 'gone', offset: 5 }, { cue: 'c1', offset: 5 })).toBeUndefined();
  });
});

test('passageDuring takes whole cues, and keeps the time where nothing is said', () => {
  expect(passageDuring(cues, { start: 3, end: 3 })).toMatchObject({
    start: 2,
    end: 5,
    quote: { exact: 'this is the DMA patch.' },
  });
  expect(passageDuring(cues, { start: 40, end: 50 })).toMatchObject({ start: 40, end: 50, quote: { exact: '' } });
});

const note: Note = {
  id: 'n1',
  episode: 'talk',
  body: 'Quote this',
  target: { start: 2, end: 5, quote: { exact: 'DMA patch.', prefix: '', suffix: '' } },
  created: '2025-01-01T00:00:00.000Z',
  modified: '2025-01-01T00:00:00.000Z',
};

test('a stored note reads back the same', () => {
  const text = fc.string({ unit: 'binary' });
  const any = fc.record({
    id: text,
    episode: text,
    body: text,
    created: text,
    modified: text,
    target: fc.record({
      start: fc.nat(),
      end: fc.nat(),
      quote: fc.record({ exact: text, prefix: text, suffix: text }),
    }),
  });
  fc.assert(fc.property(any, (value) => void expect(decodeNote(structuredClone(encodeNote(value)))).toEqual(value)));
});

test('what is no note is none', () => {
  fc.assert(fc.property(fc.anything(), (value) => void expect(decodeNote(value)).toBeUndefined()));
  expect(decodeNote({ ...encodeNote(note), version: 2 })).toBeUndefined();
  expect(decodeNote({ ...encodeNote(note), target: { start: NaN, end: 1, quote: {} } })).toBeUndefined();
});

test('notes as text', () => {
  const card = { slug: 'talk', show: 'Show', number: 7, title: 'Title', duration: 60, coverage: { start: 0, end: 60 } };
  expect(formatNotes([note, { ...note, episode: 'other' }], [card])).toBe(
    'Show 7: Title, 0:02–0:05\n“DMA patch.”\n\nQuote this\n\n--------\n\nother, 0:02–0:05\n“DMA patch.”\n\nQuote this\n',
  );
});
