import { isLink, splitSpans, wordsOf, type Span } from './blocks.ts';
import type { Person } from './showNotes.ts';

type Named = Omit<Person, 'role'>;

/** What stands between two people. */
const BETWEEN = /[,;&\n]|(?<!\S)and(?!\S)/;
/** A name: words with capitals, or of a script without; within it perhaps a particle. */
const NAME =
  /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d.'’-]*(?:\s+(?:(?:d[aeiou]s?|del|van|von|de[nr]|la|le|bin|al)|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d.'’-]*)){0,5}$/u;
/** A link's words that say where it leads, not who is meant. */
const PLACE =
  /^(?:@.*|(?:https?:|www\.).*|\S+\.[a-z]{2,}(?:\/.*)?|(?:web|home ?)?(?:site|page)|blog|mastodon|twitter|x|bluesky|github|gitlab|linkedin|youtube|instagram|facebook|patreon)$/i;

/**
 * The people that an entry or a line names, `[Ann](…), [Bob](…)` or `Ann Example and Bob Jones`; none where it is prose.
 * A comma alone may part a name from a trade ("Ann Example, CEO") within an item, and behind a link.
 */
export function peopleIn(spans: readonly Span[], isItem: boolean): Named[] {
  const parts = splitSpans(spans, BETWEEN).filter((part) => wordsOf(part).trim() !== '');
  const isJoined = spans.some(({ text, url }) => url === undefined && /&|(?<!\S)and(?!\S)/.test(text));
  const takesWords = spans.some(isLink)
    ? isJoined
    : (isJoined || !isItem) && parts.every((part) => NAME.test(bareName(wordsOf(part))));
  return parts.flatMap((part, i) => {
    const at = part.findIndex(isLink);
    const before = wordsOf(at < 0 ? part : part.slice(0, at));
    const name = bareName(before);
    if (at < 0) return takesWords && NAME.test(name) ? [{ name }] : [];
    const { text, url } = part[at]!;
    const leads = name === '' || (i === 0 && (isItem || /(?::|\b(?:by|with))\s*$/i.test(before)));
    if (PLACE.test(text)) return NAME.test(name) ? [{ name, url: url! }] : [];
    return leads ? [{ name: text, url: url! }] : [];
  });
}

/** A name without the signs that part it from what follows. */
export const bareName = (words: string) => words.trim().replace(/[\s:.(|–—-]{1,9}$/, '');
