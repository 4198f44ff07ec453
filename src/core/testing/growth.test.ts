import { expect, test } from 'vitest';
import { growthOf, SQUARE } from './growth.ts';

test('tells what grows with the square of a text from what grows with its length', () => {
  const once = (source: string) => [...source].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const eachWithEach = (source: string) => [...source].reduce((sum) => sum + once(source), 0);
  expect(growthOf(once, 'a'.repeat(2_000_000), 0)).toBeLessThan(SQUARE);
  expect(growthOf(eachWithEach, 'a'.repeat(4000), 0)).toBeGreaterThan(SQUARE);
  expect(growthOf(eachWithEach, 'a'.repeat(10))).toBe(1);
});
