import Fuse, { type FuseResultMatch } from 'fuse.js';
import type { Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import { tokenise } from '../text/tokens.ts';
import type { Piece } from './excerpt.ts';

/** What is searched beside the talk itself: a few hundred short texts, which is what Fuse is best at. */
export interface BesideEntry {
  readonly id: string;
  readonly source: 'note' | 'show-notes' | 'chapter';
  /** What it is, for people: `Link`, `Tag`, `Host` … */
  readonly label: string;
  readonly title: string;
  readonly text: string;
  /** Where in the recording it belongs, in seconds, if anywhere. */
  readonly start?: number;
  readonly end?: number;
  readonly url?: string;
}

/** An entry that answers the query, in pieces that tell what matched. */
export interface BesideHit extends Omit<BesideEntry, 'title' | 'text'> {
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
}

/** Everything published or written about an episode that a query may mean. */
export function besideEntries(episode: Episode, notes: readonly Note[]): BesideEntry[] {
  const link = (url: string | undefined) => (url === undefined ? {} : { url });
  return [
    ...notes.map(({ id, body, tags, target: { start, end, quote } }): BesideEntry => ({
      id,
      source: 'note',
      label: body === '' ? 'Highlight' : 'Note',
      title: body === '' ? tags.join(', ') : body,
      text: [...(body === '' ? [] : tags), quote.exact].filter((text) => text !== '').join(' · '),
      start,
      end,
    })),
    ...episode.chapters.map(({ id, start, end, title }): BesideEntry => ({
      id,
      source: 'chapter',
      label: 'Chapter',
      title,
      text: '',
      start,
      end,
    })),
    ...episode.links.map(({ title, url, quote = '' }, i): BesideEntry => ({
      id: `link${i}`,
      source: 'show-notes',
      label: 'Link',
      title,
      text: quote,
      url,
    })),
    ...episode.sponsors.map(({ name, url, blurb = '' }, i): BesideEntry => ({
      id: `sponsor${i}`,
      source: 'show-notes',
      label: 'Sponsor',
      title: name,
      text: blurb,
      ...link(url),
    })),
    ...episode.people.map(({ name, role, url }, i): BesideEntry => ({
      id: `person${i}`,
      source: 'show-notes',
      label: role === 'guest' ? 'Guest' : 'Host',
      title: name,
      text: '',
      ...link(url),
    })),
    ...episode.tags.map(({ name, url }, i): BesideEntry => ({
      id: `tag${i}`,
      source: 'show-notes',
      label: 'Tag',
      title: name,
      text: '',
      ...link(url),
    })),
    ...(episode.about === undefined
      ? []
      : [{ id: 'about', source: 'show-notes', label: 'About', title: '', text: episode.about } as const]),
  ];
}

/** Makes entries ready for searching. Every word of a query must be met, spelt nearly so. */
export function buildBeside(entries: readonly BesideEntry[]): (query: string) => BesideHit[] {
  const fuse = new Fuse(entries, {
    keys: [
      { name: 'title', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    includeMatches: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    minMatchCharLength: 2,
    threshold: 0.2,
    useExtendedSearch: true,
  });
  return (query) => {
    // Words only: to Fuse, signs such as ' and ! are commands.
    const words = tokenise(query.slice(0, 100)).map(({ term }) => term);
    if (words.length === 0 || words.every((word) => word.length < 2)) return [];
    // Fuse finds a pattern within words too: shorter ones would be near to everything, so they are to stand as they are.
    const wanted = words.map((word) => (word.length < 8 ? `'${word}` : word)).join(' ');
    return fuse.search(wanted, { limit: 30 }).map(({ item, matches = [] }) => ({
      ...item,
      title: piecesOf(item.title, matches, 'title'),
      text: piecesOf(item.text, matches, 'text'),
    }));
  };
}

/** Characters of a long text that are shown around its first match. */
const SHOWN = 140;

function piecesOf(text: string, matches: readonly FuseResultMatch[], key: string): Piece[] {
  const ranges = matches
    .filter((match) => match.key === key)
    .flatMap(({ indices }) => indices)
    .map(([from, to]) => [from, to + 1] as const)
    .sort((a, b) => a[0] - b[0]);
  const first = ranges[0]?.[0] ?? 0;
  const start = first > SHOWN / 2 ? text.indexOf(' ', first - SHOWN / 2) + 1 : 0;
  const end = text.length - start > SHOWN * 1.3 ? text.lastIndexOf(' ', start + SHOWN) : text.length;
  const pieces: Piece[] = start > 0 ? [{ text: '… ', hit: false }] : [];
  let at = start;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), hit: false });
  if (end < text.length) pieces.push({ text: ' …', hit: false });
  return pieces;
}
