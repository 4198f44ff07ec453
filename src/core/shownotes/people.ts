import { isLink, splitSpans, wordsOf, type Span } from './blocks.ts';
import type { Person } from './showNotes.ts';

type Named = Omit<Person, 'role'>;

/** What stands between two people. */
const BETWEEN = /[,;&\n]|(?<!\S)(?:and|und|et|y)(?!\S)/;
const JOINS = /&|(?<!\S)(?:and|und|et|y)(?!\S)/;
/** A name: words with capitals, or of a script without; within it perhaps a particle. */
const NAME =
  /^[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d.'’-]*(?:\s+(?:(?:d[aeiou]s?|del|van|von|de[nr]|la|le|bin|al)|[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d.'’-]*)){0,5}$/u;
/** What has capitals as a name has, and is a company. */
const COMPANY = /(?:^|\s)(?:inc|ltd|llc|gmbh|corp|co|plc)$/i;
/** What has capitals as a name has, and is what someone does. */
const TRADE =
  /(?:^|[\s-])(?:(?:co-?)?(?:hosts?|founder|author|producer|creator)|editor|engineer|developer|designer|maintainer|director|manager|president|journalist|professor|researcher|writer|guest|c[efit]o)$/i;
/** A link's words that say where it leads, not who is meant. */
const PLACE =
  /^(?:@.*|(?:https?:|www\.).*|\S+\.[a-z]{2,}(?:\/.*)?|(?:web|home ?)?(?:site|page)|blog|mastodon|twitter|x|bluesky|github|gitlab|linkedin|youtube|instagram|facebook|patreon)$/i;
/** Words that say of the link behind them that it is someone; the others only where nobody is named yet. */
const CALLS = /\b(?:guests?|hosts?)\s*:?$/i;
const INTRODUCES = /(?::|\b(?:by|with))$/i;
/** Words that say of the link behind them that it is a place, or a thing. */
const LOCATES = /\b(?:at|on|in|of|via|using|since)$/i;

/**
 * The people that an entry or a line names, `[Ann](…), [Bob](…)` or `Ann Example and Bob Jones`; of prose only whom its
 * links name.
 */
export function peopleIn(spans: readonly Span[], isItem: boolean): Named[] {
  const parts = splitSpans(spans.some(isLink) ? spans : spans.map(withoutAside), BETWEEN).filter(
    (part) => wordsOf(part).trim() !== '',
  );
  const said = wordsOf(spans.filter(({ url }) => url === undefined));
  const isJoined = JOINS.test(said);
  return spans.some(isLink)
    ? peopleBesideLinks(parts, isItem, isJoined)
    : peopleOfWords(parts, isItem, isJoined, said.includes(','));
}

/** Without what a name is known for: "Ann Example (Red Hat, Boston)". */
const withoutAside = (span: Span): Span => ({ ...span, text: span.text.replace(/\s\([^()]{1,99}\)/g, '') });

/**
 * Nobody unless all of it is names, and trades. A comma alone parts a name from what it is known for ("Ann Example, Red
 * Hat") as often as from another; we know which of them is a name where the other is a trade, or where there are many.
 */
function peopleOfWords(parts: readonly Span[][], isItem: boolean, isJoined: boolean, hasComma: boolean): Named[] {
  const names = parts.map((part) => bareName(wordsOf(part)));
  const people = names.filter((name) => !TRADE.test(name));
  const isList = isItem
    ? isJoined && people.length > 1
    : isJoined || !hasComma || people.length === 1 || (names.length > 2 && names.every(isFullName));
  return isList && names.every(isNameOrTrade) ? people.map((name) => ({ name })) : [];
}

function peopleBesideLinks(parts: readonly Span[][], isItem: boolean, isJoined: boolean): Named[] {
  const linked = peopleOfLinks(parts, isItem);
  if (!linked.some(Boolean)) {
    // "Ann Example, maker of [A Tool](…)".
    const [part = []] = parts;
    const name = part.some(isLink) ? '' : bareName(wordsOf(part));
    return isItem && isPerson(name) ? [{ name }] : [];
  }
  // In a text about someone, "Linux and Rust" has the shape of two people.
  const isList = isJoined && parts.every(isOfList);
  return parts.flatMap((part, i) => {
    if (linked[i]) return [linked[i]];
    const name = bareName(wordsOf(part));
    return isList && !part.some(isLink) && isPerson(name) ? [{ name }] : [];
  });
}

/** For each part the one whom its links name. Prose before the first of them is part of no name. */
function peopleOfLinks(parts: readonly Span[][], isItem: boolean): (Named | undefined)[] {
  let first: Named | undefined;
  // "[Ann](…) works on [Linux](…), [Rust](…)": what follows a thing is another. "[Ann Example](…) of Acme, [Rust](…)": nor
  // is it like Ann's name.
  let isAmongThings = false;
  let isAmidProse = false;
  return parts.map((part, i) => {
    let person: Named | undefined;
    let isFirst = true;
    let before = '';
    for (const span of part) {
      if (!isLink(span)) {
        before += span.text;
        continue;
      }
      const words = before.trim();
      const name = bareName(words);
      const { text, url } = span as Span & { url: string };
      if (PLACE.test(text)) {
        if (isFirst && isName(name)) person = { name, url };
      } else if (person) isAmongThings ||= name !== '';
      else {
        const isUnlike = isAmongThings || (isAmidProse && first !== undefined && isFullName(first.name));
        const leads = isFirst && i === 0 && (isItem || INTRODUCES.test(words));
        const isMeant =
          name === ''
            ? isFirst && (!isUnlike || isFullName(text))
            : CALLS.test(words) || (!first && (leads || (isFullName(text) && !LOCATES.test(words))));
        if (isMeant) person = { name: text, url };
        isAmongThings = !isMeant && (isAmongThings || name !== '');
      }
      first ??= person;
      isFirst = false;
      before = '';
    }
    isAmidProse ||= !isOfList(part, i);
    return person;
  });
}

/** Whether a part is a link with nothing said of it, or a name; what comes before the first link introduces the list. */
function isOfList(part: readonly Span[], i: number): boolean {
  const at = part.findIndex(isLink);
  const before = bareName(wordsOf(at < 0 ? part : part.slice(0, at)));
  if (at < 0) return isNameOrTrade(before);
  const after = wordsOf(part.slice(at + 1).filter((span) => !isLink(span))).replace(/\([^()]*\)/g, '');
  return (before === '' || i === 0 || isName(before)) && !/[\p{L}\p{N}]/u.test(after);
}

const isName = (words: string) => NAME.test(words) && !COMPANY.test(words);
/** A trade in a few words: more of them are prose. */
const isNameOrTrade = (words: string) => isName(words) || (TRADE.test(words) && !/(?:\s\S+){3}/.test(words));
const isPerson = (words: string) => isName(words) && !TRADE.test(words);
/** Whether words are a name by themselves: a single word with a capital may be anything. */
const isFullName = (words: string) => isPerson(words) && /\s|^\p{Lo}/u.test(words);

/** A name without the signs that part it from what follows. */
export const bareName = (words: string) => words.trim().replace(/[\s:.(|–—-]{1,9}$/, '');
