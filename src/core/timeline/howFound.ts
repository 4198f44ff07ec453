import type { Hit } from '../search/search.ts';

/** Why something was found, in words. */
export const HOW_FOUND: Record<Hit['match'], string> = {
  exact: 'the words as you typed them',
  prefix: 'begins as you typed it',
  fuzzy: 'spelt nearly so',
  'sounds-like': 'sounds like it',
  alias: 'known under both names',
};

type Explained = Pick<Hit, 'match' | 'heard' | 'isSlip' | 'isPartial'>;

/** Why a passage was found, as which words where it was not said as it was typed, and whether that is all of the query. */
export function howFound(hit: Explained): string {
  const as = hit.match === 'exact' ? undefined : heardAs(hit);
  return [HOW_FOUND[hit.match], as, part(hit)].filter(Boolean).join(', ');
}

/** The same in a few words, for a list that says how each was found. */
export function howFoundShortly(hit: Explained): string {
  const { match } = hit;
  const how =
    match === 'exact' || match === 'prefix'
      ? SHORT[match]
      : [heardAs(hit) ?? match, SHORT[match]].filter(Boolean).join(', ');
  return [how, part(hit)].filter(Boolean).join(', ');
}

const SHORT: Record<Hit['match'], string> = {
  exact: 'exact',
  prefix: 'begins so',
  fuzzy: '',
  'sounds-like': 'which sounds like it',
  alias: '',
};

/** What was misheard is told apart from what the visitor typed otherwise. */
function heardAs({ heard, isSlip }: Explained): string | undefined {
  const words = heard.map((word) => `“${word}”`).join(', ');
  return words === '' ? undefined : `${isSlip ? 'said as' : 'heard as'} ${words}`;
}

const part = ({ isPartial }: Explained) => (isPartial ? 'not all of it' : '');
