import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, editsAllowed, slipCost, Spelling } from './spelling.ts';

test.each([
  ['kernel', 'kernel', 0],
  ['kernel', 'kernle', 1],
  ['hellwig', 'helwig', 1],
  ['rust', 'dust', 1],
  ['ojeda', 'oyeda', 1],
  ['abc', 'xyz', 3],
  ['abcdef', 'badcfe', 3],
])('editDistance(%s, %s) is %d, counted to 2', (a, b, edits) => expect(editDistance(a, b, 2)).toBe(edits));

test.each([
  ['a swap costs less than a letter', 'kernle', 'kernel', 0.7],
  ['a doubled letter less still', 'helllo', 'hello', 0.5],
  ['a vowel for a vowel', 'kernal', 'kernel', 0.9],
  ['a consonant for another', 'kerbel', 'kernel', 1],
  ['another first letter more', 'liver', 'river', 1.5],
  ['but not where it sounds the same', 'cernel', 'sernel', 1],
])('%s', (_, a, b, cost) => expect(slipCost(a, b)).toBe(cost));

test('no word within reach is lost to the letter pairs or to Fuse', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, asked) => {
      const allowed = editsAllowed(asked.length);
      const expected = words.flatMap((other, term) => {
        const edits = editDistance(asked, other, allowed);
        return edits > 0 && edits <= allowed ? [{ term, edits }] : [];
      });
      const found = new Spelling(words).near(asked).sort((a, b) => a.term - b.term);
      expect(found).toEqual(expected.filter(({ term }) => words[term]!.length > 2));
    }),
    { numRuns: 300 },
  );
});
