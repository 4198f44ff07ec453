import type { Hit } from '../search/search.ts';

/** Why something was found, in words. */
export const HOW_FOUND: Record<Hit['match'], string> = {
  exact: 'the words as you typed them',
  prefix: 'begins as you typed it',
  fuzzy: 'spelt nearly so',
  'sounds-like': 'sounds like it',
  alias: 'known under both names',
};

/** Why a passage was found, and as which words where it was not said as it was typed. */
export function howFound({ match, heard }: Pick<Hit, 'match' | 'heard'>): string {
  const as = match === 'exact' || heard.length === 0 ? '' : `, heard as ${heard.map((word) => `“${word}”`).join(', ')}`;
  return HOW_FOUND[match] + as;
}
