import { STOP_WORDS } from './stopWords.ts';

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
