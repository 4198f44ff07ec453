import { tokenise } from '../text/tokens.ts';

/** A query taken apart. Words are in their normal form, in the order in which they were typed. */
export interface Query {
  readonly words: readonly QueryWord[];
  /** What a result must not hold: words, and phrases whose words follow each other. */
  readonly excluded: readonly (readonly string[])[];
}

/** One word of a query, and how it was typed. */
export interface QueryWord {
  readonly term: string;
  /** Still being typed: the last one, while nothing follows it. */
  readonly unfinished: boolean;
  /** The number of the quoted phrase it belongs to; the words of one must follow each other exactly so. */
  readonly quoted: number | undefined;
  /** Written in one with the word before it: `mailing-list`, `6.13`. */
  readonly tied: boolean;
}

/** Queries are cut to this length (characters) and number of words: nobody says more in one breath. */
const LONGEST = 200;
const MOST_WORDS = 16;

/** What stands before a copied address and nobody says. */
const UNSAID = /\bhttps?:\/\/|\bwww\./gi;

/** `"exactly so"` quotes, `-word` and `-"these words"` exclude; a quote that is not closed reaches to the end. */
export function parseQuery(query: string): Query {
  const text = query.slice(0, LONGEST).replace(UNSAID, '');
  const words: QueryWord[] = [];
  const excluded: string[][] = [];
  let quoted = 0;
  for (const match of text.matchAll(
    /(^|\s)-(?=[\p{L}\p{N}"“])(?:["“]([^"”]*)["”]?|(\S+))|["“]([^"”]*)["”]?|[^\s"“]+|\s+/gu,
  )) {
    const [whole, , notPhrase, notWord, phrase] = match;
    const without = notPhrase ?? notWord;
    if (without !== undefined) {
      excluded.push(tokenise(without).map(({ term }) => term));
      continue;
    }
    if (phrase !== undefined) quoted += 1;
    const source = phrase ?? whole;
    const ends = match.index + whole.length === text.length;
    const tokens = tokenise(source);
    tokens.forEach(({ term, from, to }, i) => {
      if (words.length >= MOST_WORDS) return;
      const closed = phrase !== undefined && /["”]$/.test(whole) && whole.length > 1;
      words.push({
        term,
        unfinished: ends && to === source.length && !closed,
        quoted: phrase === undefined ? undefined : quoted,
        tied: i > 0 && !/\s/.test(source.slice(tokens[i - 1]!.to, from)),
      });
    });
  }
  return { words, excluded };
}
