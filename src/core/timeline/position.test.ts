import { expect, test } from 'vitest';
import { formatPosition, growStretch, stepPosition } from './position.ts';

const chapter = (start: number, end: number, title: string) => ({ id: title, start, end, title });
const section = (start: number, end: number, title: string) => ({
  ...chapter(start, end, title),
  kind: 'topic' as const,
  confidence: 1,
  origin: 'detected' as const,
  parts: [],
});
const episode = {
  chapters: [chapter(0, 60, 'Welcome'), chapter(60, 3600, 'The rest')],
  uncovered: [{ start: 120, end: 3600 }],
};
const sections = [section(0, 30, 'Hello'), section(30, 90, 'Rust')];

test.each([
  ['a section, where there are some', 31, '31 seconds, Rust'],
  ['behind the last of them a chapter', 100, '1 minute 40 seconds, The rest'],
  ['that nothing was written down', 150, '2 minutes 30 seconds, The rest, no transcript'],
])('the slider names %s', (_, at, said) => expect(formatPosition(at, episode, sections)).toBe(said));

test('the slider says the time where nothing has a name', () => {
  expect(formatPosition(9, { chapters: [], uncovered: [] }, [])).toBe('9 seconds');
});

test.each([
  ['ArrowLeft', 100, 95],
  ['ArrowDown', 3, 0],
  ['ArrowRight', 100, 105],
  ['ArrowUp', 3598, 3600],
  ['PageDown', 0, 30],
  ['PageDown', 30, 60],
  ['PageDown', 1000, 3600],
  ['PageUp', 1000, 60],
  ['PageUp', 60, 30],
  ['PageUp', 30, 0],
  ['Home', 100, 0],
  ['End', 100, 3600],
  ['a', 100, undefined],
])('%s leads from second %i to %s', (key, at, to) => expect(stepPosition(key, at, [0, 60, 30, 60], 3600)).toBe(to));

test.each([
  [{ start: 100, end: 100 }, 15, 115],
  [{ start: 100, end: 115 }, -15, 105],
  [{ start: 100, end: 3595 }, 15, 3600],
])('a stretch from %o grows by %i to %i', (stretch, by, end) =>
  expect(growStretch(stretch, by, 3600)).toEqual({ start: 100, end }),
);
