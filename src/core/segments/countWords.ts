import { tokenise, type Token } from '../text/tokens.ts';
import type { Unit } from './buildUnits.ts';
import { isContent, isForeign, isForeignFiller, stem } from './stems.ts';

/** The words of the units, in one row: token `t` belongs to unit `u` when `first[u] <= t < first[u + 1]`. */
export interface Words {
  /** Each unit's words in normal form, joined by spaces: what markers are matched on. */
  readonly said: readonly string[];
  /** Each token's normal form. */
  readonly terms: readonly string[];
  /** Each token as it is written. */
  readonly written: readonly string[];
  /** What is written between each token and the one before it: nothing or a sign where they touch, else a space. */
  readonly joints: readonly string[];
  /** Each token's stem number, or one below 0 where it says nothing about the subject. A name has that of its last token. */
  readonly stems: Int32Array;
  /** Where each unit's tokens start; one longer than the units. */
  readonly first: Uint32Array;
  /** How many distinct stems there are, and how often each is said. */
  readonly size: number;
  readonly counts: Uint32Array;
}

/** No stem: a word that says nothing; what is elided before a word, "d'accès"; and what begins a name, "O'Reilly". */
export const [NOTHING, ELIDED, HEAD] = [-1, -2, -3] as const;

/** A token, where the name begins that it ends, whether it is but the beginning of a word, and its joint. */
interface Word extends Token {
  readonly start: number;
  readonly role: number;
  readonly joint: string;
}

/** A text's words as they are written: an apostrophe parts them for the search, but not for a reader. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  tokenise(text).forEach((token, i, tokens) => {
    const { term, from, to } = token;
    const next = tokens[i + 1]?.from ?? 0;
    const elided = next === to + 1 && /['’]/.test(text[to]!) && /^(?:\p{L}|qu)$/u.test(term);
    const named = term === 'o' || (term.length === 1 && /^\p{Lu}{2}/u.test(text[from]! + text[next]!));
    const last = words.at(-1);
    const between = last && text.slice(last.to, from);
    words.push({
      ...token,
      start: last?.role === HEAD ? last.from : from,
      role: !elided ? NOTHING : named ? HEAD : ELIDED,
      joint: between !== undefined && /^['’._]?$/.test(between) ? between : ' ',
    });
  });
  return words;
}

/** What nobody says: `[Music]`, `(laughs)`. */
const SOUND = /\[[^\]]{1,30}\]|\([^()]{0,20}\b(?:applau|chuckl|laugh|music)[^()]{0,20}\)/gi;

/** Units → their words and stems. */
export function countWords(units: readonly Unit[]): Words {
  const terms: string[] = [];
  const written: string[] = [];
  const joints: string[] = [];
  const stems: number[] = [];
  const first = new Uint32Array(units.length + 1);
  const numbers = new Map<string, number>();
  const ofTerm = new Map<string, number>();
  const counts: number[] = [];
  const texts = units.map(({ text }) => text.replace(SOUND, ' '));
  const read = texts.map(readWords);
  const foreign = isForeign(read.flatMap((words) => words.map(({ term }) => term)));
  texts.forEach((text, u) => {
    for (const { term, from, to, start, role, joint } of read[u]!) {
      const word = start < from ? `${terms.at(-1)!}'${term}` : term;
      let number = role === NOTHING ? ofTerm.get(word) : role;
      if (number === undefined) {
        number = NOTHING;
        if (isContent(word) && !(foreign && isForeignFiller(word))) {
          const root = stem(word);
          number = numbers.get(root) ?? numbers.set(root, numbers.size).size - 1;
        }
        ofTerm.set(word, number);
      }
      if (number >= 0) counts[number] = (counts[number] ?? 0) + 1;
      terms.push(term);
      written.push(text.slice(from, to));
      joints.push(joint);
      stems.push(number);
    }
    first[u + 1] = terms.length;
  });
  const said = units.map((_, u) => terms.slice(first[u], first[u + 1]).join(' '));
  return {
    said,
    terms,
    written,
    joints,
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
