import type { Hit } from '../search/search.ts';

/** Why something was found, in words. */
export const HOW_FOUND: Record<Hit['match'], string> = {
  exact: 'the words as you typed them',
  prefix: 'begins as you typed it',
  fuzzy: 'spelt nearly so',
  'sounds-like': 'sounds like it',
  alias: 'known under both names',
};
