import { expect, test } from 'vitest';
import { growthOf, SQUARE } from './growth.ts';

/** Work on texts that takes as long as is said, on a clock of its own. */
function timed(millisecondsFor: (length: number, run: number) => number) {
  let [time, runs] = [0, 0];
  const work = ({ length }: string) => (time += millisecondsFor(length, (runs += 1)));
  return growthOf(work, 'a'.repeat(1000), () => time);
}

test('tells what grows with the square of a text from what grows with its length', () => {
  expect(timed((length) => length)).toBe(1);
  expect(timed((length) => length ** 2)).toBe(4);
  expect(timed((length) => length ** 2)).toBeGreaterThan(SQUARE);
});

test('what is done with at once may grow as it likes', () => {
  expect(timed((length) => length ** 2 / 10_000)).toBe(1);
});

test('a machine that is busy for a moment is waited for', () => {
  expect(timed((length, run) => (run === 1 ? 20 : 1) * length)).toBe(1);
  expect(timed((length, run) => (run > 1 && run < 6 ? 2 : 1) * length ** 2)).toBe(4);
});
