import Fuse, { type FuseResultMatch } from 'fuse.js';
import type { Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import { ownWords } from '../shownotes/ownMarkdown.ts';
import { normalise, tokenise } from '../text/tokens.ts';
import type { Piece } from './excerpt.ts';
import { parseQuery } from './query.ts';

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
    ...notes.map(noteEntry),
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

/** Entries that are listed. */
const MOST = 30;

/** Those of notes that stayed the same: a letter more in one of a thousand is no reason to read them all. */
const noteEntries = new WeakMap<Note, BesideEntry>();

function noteEntry(note: Note): BesideEntry {
  const known = noteEntries.get(note);
  if (known) return known;
  const { id, body, tags, target } = note;
  const { words, addresses } = ownWords(body);
  const [title, beside] = words === '' ? [tags.join(', '), []] : [words, tags];
  const entry: BesideEntry = {
    id,
    source: 'note',
    label: words === '' ? 'Highlight' : 'Note',
    title,
    text: [...beside, target.quote.exact, ...addresses].filter((text) => text !== '').join(' · '),
    start: target.start,
    end: target.end,
  };
  noteEntries.set(note, entry);
  return entry;
}

/**
 * Makes entries ready for searching. Every word of a query must be met, spelt nearly so; what is quoted, and what is excluded,
 * as in the talk.
 */
export function buildBeside(entries: readonly BesideEntry[]): (query: string) => BesideHit[] {
  const plain = entries.map((entry) => ({ entry, title: plainOf(entry.title), text: plainOf(entry.text) }));
  const fuse = new Fuse(plain, {
    keys: [
      { name: 'title.plain', weight: 2 },
      { name: 'text.plain', weight: 1 },
    ],
    includeMatches: true,
    ignoreLocation: true,
    minMatchCharLength: 2,
    threshold: 0.2,
    useExtendedSearch: true,
  });
  return (query) => {
    const { words: asked, excluded } = parseQuery(query.slice(0, 100));
    // Words only: to Fuse, signs such as ' and ! are commands.
    const words = asked.map(({ term }) => term);
    // The word that is being typed may become any.
    const inQuotes = asked.filter(({ quoted, unfinished }) => quoted !== undefined && !unfinished);
    const phrases = [...new Set(inQuotes.map(({ quoted }) => quoted))].map((number) =>
      inQuotes.filter(({ quoted }) => quoted === number).map(({ term }) => term),
    );
    if (words.length === 0 || words.every((word) => word.length < 2)) return [];
    // Fuse finds a pattern within words too: shorter ones would be near to everything, so they are to stand as they are.
    const wanted = words.map((word) => (word.length < 8 ? `'${word}` : word)).join(' ');
    const isWanted = ({ title, text }: BesideEntry) => {
      const said = [title, text].map((part) => tokenise(part).map(({ term }) => term));
      const has = (phrase: readonly string[]) => said.some((terms) => holds(terms, phrase));
      return phrases.every(has) && !excluded.some(has);
    };
    // Most queries exclude and quote nothing: then no entry is read again, however many notes there are.
    const narrows = phrases.length + excluded.length > 0;
    return fuse
      .search(wanted, { limit: narrows ? -1 : MOST })
      .filter(({ item }) => !narrows || isWanted(item.entry))
      .slice(0, MOST)
      .map(({ item: { entry, title, text }, matches = [] }) => ({
        ...entry,
        title: piecesOf(title, matches, 'title.plain'),
        text: piecesOf(text, matches, 'text.plain'),
      }));
  };
}

/** Whether words follow each other somewhere in a text. */
function holds(terms: readonly string[], phrase: readonly string[]): boolean {
  return terms.some((_, i) => phrase.every((term, j) => terms[i + j] === term));
}

/** A text, its form in which words are compared, and where what became each unit of that begins and ends. */
interface Plain {
  readonly written: string;
  readonly plain: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Letter by letter, as the words of a query become it: what is found has to be marked where it is written. */
function plainOf(written: string): Plain {
  let plain = '';
  const from: number[] = [];
  const to: number[] = [];
  // ASCII, of which most texts are, goes in runs: it keeps its length.
  for (const { 0: part, 1: run, index } of written.matchAll(/([\0-&(-~]+(?!\p{M}))|[^]\p{M}*/gu)) {
    plain += normalise(part);
    for (let i = index; from.length < plain.length; i += run ? 1 : 0)
      to[from.push(i) - 1] = run ? i + 1 : i + part.length;
  }
  return { written, plain, from, to };
}

/** Characters of a long text that are shown around its first match. */
const SHOWN = 140;

function piecesOf({ written: text, from, to }: Plain, matches: readonly FuseResultMatch[], key: string): Piece[] {
  const ranges = matches
    .filter((match) => match.key === key)
    .flatMap(({ indices }) => indices)
    .map(([first, last]) => [from[first]!, to[last]!] as const)
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
