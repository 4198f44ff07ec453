import { expect, test } from 'vitest';
import { dragFrame, holdAt } from './frame.ts';

test.each([
  [93, undefined],
  [94, 'start'],
  [118, 'start'],
  [119, 'pan'],
  [281, 'pan'],
  [282, 'end'],
  [306, 'end'],
  [307, undefined],
])('at pixel %i a frame from 100 to 300 is held by its %s', (x, hold) => expect(holdAt(x, 100, 300)).toBe(hold));

test('a frame that is all edge can still be made wider', () => {
  expect(holdAt(105, 100, 110)).toBe('start');
  expect(holdAt(115, 100, 110)).toBe('start');
  expect(holdAt(116, 100, 104)).toBe('start');
});

test.each([
  ['start', 50, { start: 50, end: 400 }],
  ['start', 500, { start: 400, end: 400 }],
  ['end', 500, { start: 100, end: 500 }],
  ['end', 50, { start: 100, end: 100 }],
  ['pan', 150, { start: 50, end: 350 }],
] as const)('by its %s, from 200 to %i', (hold, to, becomes) =>
  expect(dragFrame(hold, { start: 100, end: 400 }, 200, to)).toEqual(becomes),
);
