import type { Words } from '../../../src/core/segments/countWords.ts';
import { chooseKeyphrases, keyphrasesOf, type Spread } from '../../../src/core/segments/keyphrases.ts';
import { isContent, stem } from '../../../src/core/segments/stems.ts';
import { tokenise } from '../../../src/core/text/tokens.ts';

/** Three keyphrases for the units `from..to`, by three methods, as stems. */
export type Titler = (words: Words, spread: Spread, from: number, to: number) => Set<string>;

export const TITLERS: Readonly<Record<string, Titler>> = {
  'Hourline keyphrases': (words, spread, from, to) =>
    new Set(chooseKeyphrases(keyphrasesOf(words, spread, from, to), 3).flatMap(({ terms }) => terms.map(stem))),
  'TF-IDF words': (words, spread, from, to) => {
    const counts = new Map<number, number>();
    const roots = new Map<number, string>();
    for (let t = words.first[from]!; t < words.first[to]!; t += 1) {
      const number = words.stems[t]!;
      if (number < 0) continue;
      counts.set(number, (counts.get(number) ?? 0) + 1);
      roots.set(number, stem(words.terms[t]!));
    }
    const score = (number: number) =>
      counts.get(number)! * Math.log((1 + spread.blocks) / (1 + spread.of[number]!) + 1);
    return new Set(
      [...counts.keys()]
        .sort((a, b) => score(b) - score(a))
        .slice(0, 3)
        .map((number) => roots.get(number)!),
    );
  },
  // Rose et al. 2010: candidates between stop words, each word's degree over its frequency.
  RAKE: (words, _, from, to) => {
    const phrases: string[][] = [];
    for (let u = from; u < to; u += 1) {
      let phrase: string[] = [];
      for (let t = words.first[u]!; t < words.first[u + 1]!; t += 1) {
        if (words.stems[t]! >= 0) phrase.push(stem(words.terms[t]!));
        else if (phrase.length > 0) {
          phrases.push(phrase);
          phrase = [];
        }
      }
      if (phrase.length > 0) phrases.push(phrase);
    }
    const degree = new Map<string, number>();
    const frequency = new Map<string, number>();
    for (const phrase of phrases) {
      for (const word of phrase) {
        degree.set(word, (degree.get(word) ?? 0) + phrase.length);
        frequency.set(word, (frequency.get(word) ?? 0) + 1);
      }
    }
    const score = (phrase: string[]) => phrase.reduce((sum, word) => sum + degree.get(word)! / frequency.get(word)!, 0);
    return new Set(
      phrases
        .sort((a, b) => score(b) - score(a))
        .slice(0, 3)
        .flat(),
    );
  },
};

/** The stems of a human heading that say anything. */
export function headingStems(title: string): Set<string> {
  return new Set(
    tokenise(title)
      .filter(({ term }) => isContent(term))
      .map(({ term }) => stem(term)),
  );
}
