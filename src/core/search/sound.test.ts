import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skeletonOf, soundOf } from './sound.ts';
import { soundLikeness } from './soundLikeness.ts';

test.each([
  ['helwig', 'helwig'],
  ['hellwig', 'helwig'],
  ['nyx', 'niks'],
  ['knight', 'nait'],
  ['photo', 'foto'],
  ['church', 'CurC'],
  ['christoph', 'kristof'],
  ['nation', 'naSon'],
  ['colonel', 'kernel'],
  ['queue', 'kyu'],
  ['22x', ''],
  ['constructor', 'konstruktor'],
  ['привет', ''],
])('%s sounds %s', (word, sound) => expect(soundOf(word)).toBe(sound));

test.each([
  ['fosdem', 'FSTM'],
  ['ojeda', 'AJT'],
  ['', ''],
])('the skeleton of %s is %s', (word, skeleton) => expect(skeletonOf(soundOf(word))).toBe(skeleton));

describe('soundLikeness', () => {
  const of = (a: string, b: string) => soundLikeness(soundOf(a), soundOf(b));
  test.each([
    ['hellwig', 'hillwig'],
    ['ojeda', 'oyeda'],
    ['ojeda', 'odeja'],
    ['fosdem', 'fostum'],
    ['rust', 'russ'],
    ['kubernetes', 'coopernetties'],
    ['phoronix', 'forenics'],
  ])('is high for %s and %s', (a, b) => expect(of(a, b)).toBeGreaterThan(0.75));
  test.each([
    ['rust', 'just'],
    ['dma', 'them'],
    ['kindle', 'kernel'],
    ['debian', 'fedora'],
  ])('is low for %s and %s', (a, b) => expect(of(a, b)).toBeLessThan(0.75));

  const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 2, maxLength: 12 });
  test('is 0 to 1, 1 for the same, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(of(a, b)).toBeGreaterThanOrEqual(0);
        expect(of(a, b)).toBeLessThanOrEqual(1);
        expect(of(a, b)).toBeCloseTo(of(b, a));
        if (soundOf(a) !== '') expect(of(a, a)).toBe(1);
      }),
    );
  });
});
