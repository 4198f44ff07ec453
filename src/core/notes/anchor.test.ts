import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cue } from '../transcript/cue.ts';
import { anchorPassage, buildPlacer, buildScript } from './anchor.ts';
import { notesByParagraph } from './notesByParagraph.ts';
import { nearMatch } from './nearMatch.ts';
import { passageBetween } from './passage.ts';
import { noteOf } from './testing/anyNote.ts';

const words =
  'the kernel people sent a patch and the list said no to the patch that hillwig had seen before it was sent'.split(
    ' ',
  );
const cuesOf = (texts: readonly string[], shift = 0): Cue[] =>
  texts.map((text, i) => ({ id: `c${i}`, start: shift + i * 3, end: shift + i * 3 + 3, text }));
const lines = [0, 5, 10, 15].map((from) => words.slice(from, from + 5).join(' '));
const cues = cuesOf(lines);
const target = passageBetween(cues, { cue: 'c2', offset: 6 }, { cue: 'c3', offset: 16 })!;

test('finds a passage where it was', () => {
  expect(target.quote.exact).toBe('the patch that hillwig had seen');
  expect(anchorPassage(buildScript(cues), target)).toEqual({
    is: 'here',
    start: 6,
    end: 12,
    marks: [
      { cue: 'c2', from: 6, to: lines[2]!.length },
      { cue: 'c3', from: 0, to: 16 },
    ],
  });
});

test.each<[string, readonly Cue[], object]>([
  ['a transcript that starts later', cuesOf(lines, 40), { is: 'moved', start: 46, end: 52 }],
  ['cues cut in another way', cuesOf([...lines.slice(0, 2), lines.slice(2).join(' ')]), { is: 'here', start: 6 }],
  [
    'a name put right',
    cuesOf(lines.map((line) => line.replace('hillwig', 'Hellwig'))),
    { is: 'moved', start: 6, end: 12 },
  ],
  ['a passage that was cut out', cuesOf(lines.slice(0, 2)), { is: 'lost', start: 6, end: 12, marks: [] }],
  ['no transcript', [], { is: 'lost', start: 6, end: 12 }],
])('finds it again, or says so, in %s', (_, corrected, expected) => {
  expect(anchorPassage(buildScript(corrected), target)).toMatchObject(expected);
});

test('of the same words said twice, those with the same surroundings are meant', () => {
  const said = cuesOf(['he said yes then', 'the patch is good', 'she said no but', 'the patch is good too']);
  const second = passageBetween(said, { cue: 'c3', offset: 0 }, { cue: 'c3', offset: 17 })!;
  // Where the second one was, the first one is now.
  const corrected = cuesOf(['new words here', 'and here', ...said.map(({ text }) => text)]);
  expect(anchorPassage(buildScript(corrected), second)).toMatchObject({ is: 'moved', start: 15 });
  const first = passageBetween(said, { cue: 'c1', offset: 0 }, { cue: 'c1', offset: 17 })!;
  expect(anchorPassage(buildScript(corrected), first)).toMatchObject({ is: 'moved', start: 9 });
});

test('any passage is found where it was', () => {
  const script = buildScript(cues);
  const point = fc.record({ cue: fc.constantFrom('c0', 'c1', 'c2', 'c3'), offset: fc.nat(14) });
  fc.assert(
    fc.property(point, point, (one, other) => {
      const passage = passageBetween(cues, one, other);
      if (passage && passage.quote.exact.length > 3)
        expect(anchorPassage(script, passage)).toMatchObject({ is: 'here', start: passage.start, end: passage.end });
    }),
  );
});

test('a passage with a slip in it is found near its time', () => {
  const text = cues.map((cue) => cue.text).join(' ');
  fc.assert(
    fc.property(fc.nat(text.length - 40), fc.nat(30), fc.constantFrom('', 'z', 'zz'), (from, at, slip) => {
      const quote = text.slice(from, from + 40);
      const near = nearMatch(text, quote.slice(0, at) + slip + quote.slice(at + 1));
      expect(Math.abs((near?.from ?? -99) - from)).toBeLessThanOrEqual(3);
    }),
  );
  expect(nearMatch(text, 'something else was never said in here')).toBeUndefined();
  const long = 'a long quote of many words goes on and on and '.repeat(8) + text + ' and more of it '.repeat(8);
  expect(nearMatch(`before it ${long} after it`, long.replace('kernel', 'colonel'))).toMatchObject({ from: 10 });
});

test.each([
  ['İzmir to İstanbul, said DMA patch there', 'said the DMA patch there', 'said DMA patch there'],
  ['we flew to İSTANBUL in may', 'istanbul in may', 'İSTANBUL in may'],
  ['we flew to istanbul in may', 'İstanbul in May', 'istanbul in may'],
])('a letter whose lower case is longer shifts nothing: %s', (text, quote, found) => {
  const near = nearMatch(text, quote);
  expect(near && text.slice(near.from, near.to)).toBe(found);
});

test('that letter is the only one', () => {
  const longer = Array.from({ length: 0x11_0000 }, (_, i) => String.fromCodePoint(i)).filter(
    (letter) => letter.toLowerCase().length !== letter.length,
  );
  expect(longer).toEqual(['İ']);
});

test('a note without words stays at its time; an edited one is placed without looking again', () => {
  const silent = noteOf({ target: { start: 90, end: 95, quote: { exact: '', prefix: '', suffix: '' } } });
  const place = buildPlacer(cuesOf(lines, 40));
  const note = noteOf({ target });
  const [placed, other] = place([note, silent]);
  expect(placed).toMatchObject({ target: { start: 46, end: 52, quote: target.quote }, anchor: { is: 'moved' } });
  expect(other!.anchor).toEqual({ is: 'here', start: 90, end: 95, marks: [] });
  expect(place([{ ...note, body: 'other' }])[0]!.anchor).toBe(placed!.anchor);
});

test('notes stand beside the paragraph in which their passage begins', () => {
  const [placed] = buildPlacer(cues)([noteOf({ target })]);
  const paragraphs = [cues.slice(0, 2), cues.slice(2)].map((own) => ({
    id: own[0]!.id,
    start: own[0]!.start,
    end: own.at(-1)!.end,
    cues: own,
  }));
  expect([...notesByParagraph(paragraphs, [placed!]).keys()]).toEqual(['c2']);
});
