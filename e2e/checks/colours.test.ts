import { describe, expect, test } from 'vitest';
import { contrasts, worstPairs } from './colours.ts';

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test('kinds of segments stay apart for every kind of colour vision', () => {
    expect(worstPairs(scheme).filter(({ distance }) => distance < 20)).toEqual([]);
  });
  test('text and edges stand out', () => {
    expect(contrasts(scheme).filter(({ found, least }) => found < least)).toEqual([]);
  });
});

test('red and green of one lightness would be told of', () => {
  const colours = ['#c04040', '#408040'];
  const worst = worstPairs('light', (kind) => colours[kind.length % 2]!);
  expect(Math.min(...worst.map(({ distance }) => distance))).toBeLessThan(20);
});
