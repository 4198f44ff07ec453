import { isCommon } from '../search/commonWords.ts';
import { nounForms } from '../search/inflection.ts';
import type { SearchIndex } from '../search/search.ts';
import { isContent } from '../segments/stems.ts';
import { tokenise } from '../text/tokens.ts';
import type { Listener } from './hearing.ts';

/** A word of a link's title or quote: how much it tells, and where in the talk it is heard, ascending positions. */
export interface LinkWord {
  readonly weight: number;
  readonly at: readonly number[];
}

/** Words of a quote that are looked for; long quotes are whole articles. */
const MOST_WORDS = 40;

/**
 * The words of a text that tell what it is about. A word weighs the more the rarer it is in the talk (idf); common English
 * less, numbers of years hardly anything. Behind a dash or a bar stands what sort of page it is: half.
 */
export function linkWords(text: string, index: SearchIndex, listener: Listener, blocked: Uint8Array): LinkWord[] {
  const { talk, vocabulary } = index;
  const size = Math.log(2 + talk.termAt.length);
  const cut = text.search(/\s[-–—|·]\s/);
  const seen = new Set<string>();
  return tokenise(text).flatMap(({ term, from }) => {
    if (!isContent(term) || seen.has(term) || seen.size >= MOST_WORDS) return [];
    seen.add(term);
    const { terms, spots } = listener.hear(term);
    const numbers = nounForms(term).flatMap((form) => vocabulary.numbers.get(form) ?? []);
    const heard = [...terms].flatMap(([number, { trust }]) => (trust === 'main' ? [number] : []));
    const at = new Set([...[...heard, ...numbers].flatMap((number) => talk.postings[number]!), ...[...spots.keys()]]);
    const places = [...at].filter((position) => blocked[position] === 0).sort((a, b) => a - b);
    const rarity = Math.log(1 + talk.termAt.length / (1 + places.length)) / size;
    const share =
      (isCommon(term) ? 0.6 : term.length < 3 ? 0.5 : 1.2) *
      (/^(?:19|20)\d\d$/.test(term) ? 0.3 : 1) *
      (cut >= 0 && from > cut ? 0.5 : 1);
    return [{ weight: rarity * share, at: places }];
  });
}
