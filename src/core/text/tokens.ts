import { UNSPACED } from './unspaced.ts';

/** A word of a text: its normal form, and where it stands (`from` inclusive, `to` exclusive, UTF-16 units). */
export interface Token {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?!,?\d|\p{L})|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;
/** What is written together with the word that follows: "l'école", "d'accord", "qu'elle", "O'Reilly". */
const ELIDED = /^(?:\p{L}\p{M}*|qu)['’](?=(?:\p{L}\p{M}*){3})/iu;
const WITHOUT_SPACES = new RegExp(`[${UNSPACED}]`, 'u');
/** The dictionaries take more than twice as long for twice the text: they get a little at once, no character cut. */
const PIECE = /[^]{1,1000}\p{M}{0,1000}/gu;

/**
 * A text's words: runs of letters and digits; 2,000 is one. Hyphens, dots and slashes part words, an apostrophe within one
 * does not, unless it elides; and a possessive `'s` is left off, so that "kernel's" is found as "kernel" and marked so. Where
 * words have no spaces, they are those that the browser's dictionaries know (Unicode UAX #29).
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (written: string, from: number) => {
    const word = written.replace(/['’][sS]$/, '');
    // A digit in a circle or with a comma (U+1F101) comes apart into a digit and what is no part of a word.
    const term = normalise(word).replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    if (term !== '') tokens.push({ term, from, to: from + word.length });
  };
  const unspaced = WITHOUT_SPACES.test(text);
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (unspaced && WITHOUT_SPACES.test(run)) {
      for (const { 0: piece, index: at } of run.matchAll(PIECE))
        for (const { segment, index: within } of segmenter().segment(piece)) add(segment, index + at + within);
      continue;
    }
    const elided = ELIDED.exec(run)?.[0].length ?? 0;
    if (elided > 0) add(run.slice(0, elided - 1), index);
    add(run.slice(elided), index + elided);
  }
  return tokens;
}

let words: Intl.Segmenter | undefined;
const segmenter = () => (words ??= new Intl.Segmenter('en', { granularity: 'word' }));

/** Letters that Unicode takes apart no further, as people write them who have no key for them; and a word's last sigma. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * The form in which words are compared: without accents, case, or apostrophes (NFKD, Unicode UAX #15). Marks that make another
 * letter, as the vowels of Hindi and the voiced sounds of Japanese, stay; the dot of Hindi (nukta) is left out as often as not.
 */
export function normalise(word: string): string {
  if (/^[a-z\d]*$/i.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(
      /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0c3c\u0cbc'’]/gu,
      '',
    )
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => SPELT[letter]!);
}
