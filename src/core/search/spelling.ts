import Fuse from 'fuse.js';
import { soundOf } from './sound.ts';

// Fuse finds a pattern anywhere in a word; these signs at both ends tie it to the whole word, so that
// "rust" is two edits away from "trust" instead of being a part of it.
const [OPEN, SHUT] = ['\u0002', '\u0003'];

/** Longest word that is compared by spelling (Fuse's bit pattern holds 32 with both signs). */
const LONGEST = 30;

/** A word near the one asked for: its number in the list, and how many edits lie between (1 or 2). */
export interface Misspelling {
  readonly term: number;
  readonly edits: number;
}

/** How many edits a word of this length may be away from another and still be the same word. */
export const editsAllowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/**
 * Finds words by their spelling. Fuse.js does the matching, over the few words that share enough letter
 * pairs with the one asked for: an edit spoils two pairs of a word, a swap of neighbours three, so no word
 * within reach is lost, and one query costs as much with a hundred hours of talk as with one.
 */
export class Spelling {
  readonly #words: readonly string[];
  readonly #pairs = new Map<number, number[]>();
  readonly #shared: Uint8Array;

  constructor(words: readonly string[]) {
    this.#words = words;
    this.#shared = new Uint8Array(words.length);
    words.forEach((word, number) => {
      if (word.length > 2 && word.length <= LONGEST + 2)
        for (const pair of pairsOf(word)) {
          const list = this.#pairs.get(pair);
          if (list) list.push(number);
          else this.#pairs.set(pair, [number]);
        }
    });
  }

  /** The words at 1 to `editsAllowed` edits, digits never taken for others. */
  near(word: string): Misspelling[] {
    const allowed = editsAllowed(word.length);
    if (allowed === 0 || word.length > LONGEST || /\d/.test(word)) return [];
    const candidates = this.#sharing(word, allowed);
    if (candidates.length === 0) return [];
    const fuse = new Fuse(
      candidates.map((number) => OPEN + this.#words[number]! + SHUT),
      {
        ignoreLocation: true,
        ignoreFieldNorm: true,
        isCaseSensitive: true,
        shouldSort: false,
        // Fuse counts a swap as two edits; the exact count follows below.
        threshold: Math.min(0.6, (2 * allowed) / word.length + 0.01),
      },
    );
    return fuse.search(OPEN + word + SHUT).flatMap(({ refIndex }) => {
      const term = candidates[refIndex]!;
      const edits = editDistance(word, this.#words[term]!, allowed);
      return edits > 0 && edits <= allowed && !/\d/.test(this.#words[term]!) ? [{ term, edits }] : [];
    });
  }

  #sharing(word: string, allowed: number): number[] {
    const pairs = pairsOf(word);
    const enough = Math.max(1, pairs.length - 3 * allowed);
    const shared = this.#shared;
    const seen: number[] = [];
    for (const pair of pairs)
      for (const number of this.#pairs.get(pair) ?? []) if (shared[number]!++ === 0) seen.push(number);
    const near = seen.filter(
      (number) => shared[number]! >= enough && Math.abs(this.#words[number]!.length - word.length) <= allowed,
    );
    for (const number of seen) shared[number] = 0;
    return near;
  }
}

/** A word's distinct pairs of neighbouring letters, its borders counting as letters; each pair as one number. */
function pairsOf(word: string): number[] {
  const pairs = new Set<number>();
  for (let i = 0; i <= word.length; i += 1)
    pairs.add((i === 0 ? 2 : word.charCodeAt(i - 1)) * 65536 + (i === word.length ? 3 : word.charCodeAt(i)));
  return [...pairs];
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
    if (Math.min(...row) > most && Math.min(...last) > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, most + 1);
}

/**
 * The edits between two spellings, weighed by how easily they happen: swapped neighbours, a doubled letter or
 * one vowel for another are slips; another first letter is mostly another word.
 */
export function slipCost(a: string, b: string): number {
  const edits = editDistance(a, b, 3);
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [one, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (start === 0 && edits === 1 && soundOf(a) !== soundOf(b)) return edits + 0.5;
  if (edits !== 1) return edits;
  if (one.length === 2) return 0.7;
  if (one.length + other.length === 1) return (one || other) === a[start - 1] ? 0.5 : 0.9;
  return /^[aeiouy]{2}$/.test(one + other) ? 0.9 : 1;
}
