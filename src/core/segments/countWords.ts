import { tokenise } from '../text/tokens.ts';
import type { Unit } from './buildUnits.ts';
import { isContent, stem } from './stems.ts';

/** The words of the units, in one row: token `t` belongs to unit `u` when `first[u] <= t < first[u + 1]`. */
export interface Words {
  /** Each unit's words in normal form, joined by spaces: what markers are matched on. */
  readonly said: readonly string[];
  /** Each token's normal form. */
  readonly terms: readonly string[];
  /** Each token as it is written. */
  readonly written: readonly string[];
  /** Each token's stem number, or -1 where it says nothing about the subject. */
  readonly stems: Int32Array;
  /** Where each unit's tokens start; one longer than the units. */
  readonly first: Uint32Array;
  /** How many distinct stems there are, and how often each is said. */
  readonly size: number;
  readonly counts: Uint32Array;
}

/** Units → their words and stems. */
export function countWords(units: readonly Unit[]): Words {
  const terms: string[] = [];
  const written: string[] = [];
  const stems: number[] = [];
  const first = new Uint32Array(units.length + 1);
  const numbers = new Map<string, number>();
  const ofTerm = new Map<string, number>();
  const counts: number[] = [];
  units.forEach((unit, u) => {
    for (const { term, from, to } of tokenise(unit.text)) {
      let number = ofTerm.get(term);
      if (number === undefined) {
        number = -1;
        if (isContent(term)) {
          const root = stem(term);
          number = numbers.get(root) ?? numbers.set(root, numbers.size).size - 1;
        }
        ofTerm.set(term, number);
      }
      if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
      terms.push(term);
      written.push(unit.text.slice(from, to));
      stems.push(number);
    }
    first[u + 1] = terms.length;
  });
  const said = units.map((_, u) => terms.slice(first[u], first[u + 1]).join(' '));
  return {
    said,
    terms,
    written,
    stems: Int32Array.from(stems),
    first,
    size: numbers.size,
    counts: Uint32Array.from(counts),
  };
}

/** A text's words in normal form, for comparing names. */
export function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term);
}
