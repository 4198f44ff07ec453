import { describe, expect, test } from 'vitest';
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
