import { expect, test } from 'vitest';
import { howFound, howFoundShortly } from './howFound.ts';

test.each([
  [{ match: 'exact' }, 'the words as you typed them', 'exact'],
  [{ match: 'prefix' }, 'begins as you typed it', 'begins so'],
  [{ match: 'exact', isPartial: true }, 'the words as you typed them, not all of it', 'exact, not all of it'],
  [{ match: 'alias', heard: ['22'] }, 'known under both names, heard as “22”', 'heard as “22”'],
  [{ match: 'alias' }, 'known under both names', 'alias'],
  [
    { match: 'sounds-like', heard: ['colonel', 'rest'] },
    'sounds like it, heard as “colonel”, “rest”',
    'heard as “colonel”, “rest”, which sounds like it',
  ],
  // The recogniser knows the word, and will have heard it; who typed had a slip.
  [{ match: 'fuzzy', heard: ['kernel'], isSlip: true }, 'spelt nearly so, said as “kernel”', 'said as “kernel”'],
  [
    { match: 'fuzzy', heard: ['helwig'], isPartial: true },
    'spelt nearly so, heard as “helwig”, not all of it',
    'heard as “helwig”, not all of it',
  ],
] as const)('%j is told', (hit, whole, short) => {
  const found = { heard: [], isSlip: false, isPartial: false, ...hit };
  expect(howFound(found)).toBe(whole);
  expect(howFoundShortly(found)).toBe(short);
});
