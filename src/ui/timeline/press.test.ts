import { expect, test } from 'vitest';
import { Press } from './press.ts';

test.each([
  ['what stays where it is', [], false],
  ['a hand that trembles', [103, 94, 106], false],
  ['what goes further than that', [107], true],
  ['to the left as well', [93], true],
  ['what has gone far and comes back', [120, 100], true],
])('%s', (_, moves, isDrag) => {
  const press = new Press<{ x: number }>();
  const from = { x: 100 };
  press.begin(from);
  for (const x of moves) press.drags(x);
  expect(press.isDrag).toBe(isDrag);
  expect(press.end()).toBe(isDrag ? undefined : from);
  expect(press.from).toBeUndefined();
  expect(press.isDrag, 'the click that follows still asks').toBe(isDrag);
});

test('the next one is a press again, and one from nothing is none', () => {
  const press = new Press<{ x: number }>();
  press.begin({ x: 0 });
  expect(press.drags(50)).toBe(true);
  press.begin({ x: 50 });
  expect([press.from, press.drags(52)]).toEqual([{ x: 50 }, false]);
  press.begin(undefined);
  expect([press.from, press.end()]).toEqual([undefined, undefined]);
});
