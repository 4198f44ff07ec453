import { FOREIGN_STOP_WORDS, STOP_WORDS } from './stopWords.ts';

/**
 * A word's stem, so that "drivers" and "driver", "mining" and "mined" count as one. Light on purpose (the
 * first step of Porter 1980, and no more): deeper stemmers join words that differ ("universe", "university").
 */
export function stem(term: string): string {
  if (term.length < 4 || !/^[a-z]+$/.test(term)) return term;
  let word = term;
  if (/ies$/.test(word) && word.length > 4) word = `${word.slice(0, -3)}y`;
  else if (/(?:sses|shes|ches|xes)$/.test(word)) word = word.slice(0, -2);
  else if (/[^su]s$/.test(word)) word = word.slice(0, -1);
  const bare = word.replace(/(?:ing|ed)$/, '');
  if (bare !== word && bare.length >= 3 && /[aeiouy]/.test(bare)) {
    if (/([bdfgmnprt])\1$/.test(bare)) word = bare.slice(0, -1);
    else word = bare;
  }
  return word.length > 3 ? word.replace(/e$/, '') : word;
}

/** Whether a word can say what talk is about: no stop word, no single letter, no bare number. */
export function isContent(term: string): boolean {
  return term.length > 1 && !STOP_WORDS.has(term) && !/^\d+(?:st|nd|rd|th|s)?$/.test(term);
}

/** A word of Europe's letters that is too short to say much, where no list tells: "und", "que", "się", "что". */
const SHORT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{1,3}$/u;

/** What says nothing in talk that is not English. */
export const isForeignFiller = (term: string) => SHORT.test(term) || FOREIGN_STOP_WORDS.has(term);

/** Of so many words and more, English talk has at least this share of its stop words: about half of them are. */
const ENOUGH = 50;
const SHARE = 0.25;

/** Whether these are the words of a talk in another language. */
export function isForeign(terms: readonly string[]): boolean {
  return terms.length >= ENOUGH && terms.filter((term) => STOP_WORDS.has(term)).length < SHARE * terms.length;
}
