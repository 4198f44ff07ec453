/** A word of a text: its normal form, and where it stands (`from` inclusive, `to` exclusive, UTF-16 units). */
export interface Token {
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A text's words: runs of letters and digits. Hyphens, dots and slashes part words, an apostrophe within one
 * does not, and a possessive `'s` is left off, so that "kernel's" is found as "kernel" and marked so.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu)) {
    const word = match[0].replace(/['’][sS]$/, '');
    // A digit in a circle or with a comma (U+1F101) comes apart into a digit and what is no part of a word.
    const term = normalise(word).replace(/[^\p{L}\p{N}]/gu, '');
    if (term !== '') tokens.push({ term, from: match.index, to: match.index + word.length });
  }
  return tokens;
}

/** The form in which words are compared: without accents, case, or apostrophes (NFKD, Unicode UAX #15). */
export function normalise(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}
