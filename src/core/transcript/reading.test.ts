import { expect, test } from 'vitest';
import { buildReading, cuesOf, startedAt } from './reading.ts';

const cues = [0, 10, 20, 30].map((start, i) => ({ id: `c${i}`, start, end: start + 10, text: `t${start}.` }));
const chapter = (id: string, start: number, end: number) => ({ id, start, end, title: id });

test('paragraphs stand under the chapter in which they start', () => {
  const sections = buildReading({
    cues,
    chapters: [chapter('a', 10, 25), chapter('b', 25, 100), chapter('c', 100, 200)],
  });
  expect(sections.map(({ id, paragraphs }) => [id, ...paragraphs.flatMap((p) => p.cues.map((c) => c.id))])).toEqual([
    ['start', 'c0'],
    ['a', 'c1', 'c2'],
    ['b', 'c3'],
    ['c'],
  ]);
});

test('without chapters all is read in one', () => {
  expect(buildReading({ cues, chapters: [] })).toHaveLength(1);
  expect(buildReading({ cues: [], chapters: [] })).toEqual([]);
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
