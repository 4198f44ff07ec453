import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cue } from './cue.ts';
import { buildParagraphs } from './paragraphs.ts';

const cue = (start: number, text: string, rest: Partial<Cue> = {}): Cue => ({
  id: `c${start}`,
  start,
  end: start + 1,
  text,
  ...rest,
});
const texts = (cues: Cue[], breaks?: number[]) =>
  buildParagraphs(cues, breaks).map((p) => p.cues.map((c) => c.text).join(' '));

test('joins cues that follow each other', () => {
  expect(texts([cue(0, 'We joined'), cue(1, 'two cues.'), cue(2, 'Here.')])).toEqual(['We joined two cues. Here.']);
});

test('breaks at a pause behind a sentence, and at a long pause anywhere', () => {
  expect(texts([cue(0, 'One.'), cue(2.5, 'two'), cue(5, 'three'), cue(9, 'four')])).toEqual([
    'One.',
    'two three',
    'four',
  ]);
});

test('breaks where the speaker changes', () => {
  expect(
    texts([cue(0, 'a', { speaker: 'Ann' }), cue(1, 'b', { speaker: 'Bob' }), cue(2, 'c', { speaker: 'Bob' })]),
  ).toEqual(['a', 'b c']);
});

test('breaks where a chapter starts', () => {
  expect(texts([cue(0, 'a'), cue(1, 'b'), cue(2, 'c')], [0, 1.5])).toEqual(['a b', 'c']);
});

test('keeps to a readable length, even without punctuation', () => {
  const long = Array.from({ length: 100 }, (_, i) => cue(i, 'many words without any full stop'));
  for (const text of texts(long)) expect(text.length).toBeLessThan(1200);
});

test('captions without punctuation break where the speaker drew breath', () => {
  const said = (i: number) => cue(i + (i >= 25 ? 0.4 : 0), 'many words without any full stop');
  const [first] = buildParagraphs(Array.from({ length: 40 }, (_, i) => said(i)));
  expect(first!.cues).toHaveLength(25);
  const clause = Array.from({ length: 40 }, (_, i) => cue(i, `many words without any full stop${i === 20 ? ',' : ''}`));
  expect(buildParagraphs(clause)[0]!.cues).toHaveLength(21);
});

test('every cue stands in exactly one paragraph, in order', () => {
  const cues = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 4 }), text: fc.constantFrom('a.', 'b', '') }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(cues, fc.array(fc.nat(200)), (steps, breaks) => {
      let at = 0;
      const list = steps.map(({ gap, text }) => cue((at += 1 + gap), text));
      const paragraphs = buildParagraphs(
        list,
        [...breaks].sort((a, b) => a - b),
      );
      expect(paragraphs.flatMap((p) => p.cues)).toEqual(list);
      expect(paragraphs.every((p) => p.cues.length > 0 && p.start <= p.end)).toBe(true);
    }),
  );
});
