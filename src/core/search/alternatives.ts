import Fuse, { type FuseResult } from 'fuse.js';
import type { Talk } from './talk.ts';

/** How a word of the talk answers a word of the query, best first. */
export type MatchKind = 'exact' | 'prefix' | 'fuzzy' | 'sounds-like' | 'alias';

/** A word of the talk that may be meant by a word of the query. */
export interface Alternative {
  /** The number of the word among `Talk.terms`. */
  readonly term: number;
  readonly kind: MatchKind;
  /** 0 to 1, 1 is the same word. */
  readonly likeness: number;
  /** Which of the word's letters matched: `[from, to)` pairs into the term. */
  readonly letters: readonly (readonly [number, number])[];
}

/** Finds the words of one talk that a word of a query may mean. */
export interface Vocabulary {
  alternatives(word: string, unfinished: boolean): Alternative[];
}

// Fuse finds a pattern anywhere in a word; these signs at both ends tie it to the whole word, so that
// "rust" is two edits away from "trust" instead of being a part of it.
const [OPEN, SHUT] = ['\u0002', '\u0003'];

/** Fuse.js over the distinct words of the talk: some thousand short strings, not hours of text. */
export function buildVocabulary({ terms }: Talk): Vocabulary {
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const fuse = new Fuse(
    terms.map((term) => OPEN + term + SHUT),
    {
      includeScore: true,
      includeMatches: true,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      isCaseSensitive: true,
      threshold: 0.34,
    },
  );

  const prefixed = (word: string): Alternative[] =>
    terms.flatMap((term, number) =>
      term.length > word.length && term.startsWith(word)
        ? [
            {
              term: number,
              kind: 'prefix' as const,
              likeness: 0.75 + (0.2 * word.length) / term.length,
              letters: [[0, word.length] as const],
            },
          ]
        : [],
    );

  const misspelt = (word: string): Alternative[] => {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (allowed === 0 || word.length > 30) return [];
    return fuse.search(OPEN + word + SHUT).flatMap((found) => {
      const term = terms[found.refIndex]!;
      const edits = editDistance(word, term, allowed);
      if (term === word || edits > allowed || (edits > 0 && /\d/.test(word + term))) return [];
      return [
        {
          term: found.refIndex,
          kind: 'fuzzy' as const,
          likeness: 1 - edits / word.length - 0.1,
          letters: lettersOf(found, term),
        },
      ];
    });
  };

  return {
    alternatives(word, unfinished) {
      const same = numbers.get(word);
      const exact: Alternative[] =
        same === undefined ? [] : [{ term: same, kind: 'exact', likeness: 1, letters: [[0, word.length]] }];
      const longer = unfinished && word.length > 1 ? prefixed(word) : [];
      // A word that was said is no misspelling of another.
      return [...exact, ...longer, ...(exact.length + longer.length > 0 ? [] : misspelt(word))];
    },
  };
}

/** Fuse's matched letters, without the sign that was put before the word. */
function lettersOf(found: FuseResult<string>, term: string): (readonly [number, number])[] {
  const ranges = found.matches?.[0]?.indices ?? [];
  return ranges
    .map(([from, to]) => [Math.max(0, from - 1), Math.min(term.length, to)] as const)
    .filter(([from, to]) => to > from);
}

/**
 * Optimal string alignment distance (a swap of neighbours is one edit), counted up to `most`; more than that
 * is `most + 1`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
