import { expect, test } from 'vitest';
import { buildReading, cuesOf, gapsBefore, startedAt } from './reading.ts';
import { uncoveredSpans } from './transcript.ts';

const cues = [0, 10, 20, 30].map((start, i) => ({ id: `c${i}`, start, end: start + 10, text: `t${start}.` }));
const chapter = (id: string, start: number, end: number) => ({ id, start, end, title: id });

const segment = (id: string, start: number, end: number) => ({
  id,
  start,
  end,
  title: id,
  kind: 'topic' as const,
  confidence: 1,
  origin: 'detected' as const,
});
const told = (source: Parameters<typeof buildReading>[0]) =>
  buildReading(source).map(({ headings, paragraphs }) => {
    const cueIds = paragraphs.flatMap((p) => p.cues.map((c) => c.id)).join(' ');
    return `${headings.map(({ id }) => id).join('+')}: ${cueIds}`;
  });

test('paragraphs stand under the chapter in which they start', () => {
  expect(
    told({ cues, chapters: [chapter('a', 10, 25), chapter('b', 30, 100), chapter('c', 100, 200)], sections: [] }),
  ).toEqual([': c0', 'a: c1 c2', 'b: c3', 'c: ']);
});

test('sections and parts stand beside chapters, the widest first, and tear no cue', () => {
  const sections = [
    { ...segment('s1', 0, 22), parts: [segment('s1.1', 0, 14), segment('s1.2', 14, 22)] },
    { ...segment('s2', 22, 40), parts: [] },
  ];
  expect(told({ cues, chapters: [chapter('a', 0, 100)], sections })).toEqual([
    'a+s1+s1.1: c0',
    's1.2: c1',
    's2: c2 c3',
  ]);
});

test('without chapters and sections all is read in one', () => {
  expect(told({ cues, chapters: [], sections: [] })).toEqual([': c0 c1 c2 c3']);
  expect(told({ cues: [], chapters: [], sections: [] })).toEqual([]);
});

test('startedAt finds what is being said, before the first the first', () => {
  expect([-1, 0, 9.9, 10, 99].map((at) => startedAt(cues, at)!.id)).toEqual(['c0', 'c0', 'c0', 'c1', 'c3']);
  expect(startedAt([], 3)).toBeUndefined();
});

test('cuesOf a moment, a range, and a range where nothing is said', () => {
  expect(cuesOf(cues, { start: 12 }).map(({ id }) => id)).toEqual(['c1']);
  expect(cuesOf(cues, { start: 12, end: 31 }).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  expect(cuesOf(cues, { start: 500, end: 600 }).map(({ id }) => id)).toEqual(['c3']);
  expect(cuesOf([], { start: 500 })).toEqual([]);
});

test('what has no transcript is told before the paragraph that follows it', () => {
  const late = [40, 110, 120].map((start, i) => ({ id: `l${i}`, start, end: start + 9, text: 'So.' }));
  const [block] = buildReading({ cues: late, chapters: [], sections: [] });
  const uncovered = uncoveredSpans(late, 300);
  expect(uncovered).toHaveLength(3);
  expect([...gapsBefore(block!.paragraphs, uncovered)]).toEqual([
    ['l0', { start: 0, end: 40 }],
    ['l1', { start: 49, end: 110 }],
  ]);
  expect(gapsBefore([], uncovered).size).toBe(0);
});
