import { ownWords } from '../shownotes/ownMarkdown.ts';
import type { Note } from './note.ts';

/** Letters that are shown of a note on a line or on a card, and those that are read for them: a link's address takes some. */
const MOST = 500;
const READ = 5000;

/** What a note is called where it stands on a line: its words without Markdown's signs or, where it has none, those that it is about. */
export function noteWords({ body, target }: Pick<Note, 'body' | 'target'>): string {
  return plainWords(body) || target.quote.exact;
}

/** The first words of Markdown without its signs, at most 500 letters; each block of it is a line. */
export function plainWords(body: string): string {
  const known = remembered.get(body);
  if (known !== undefined) return known;
  const { words } = ownWords(body.slice(0, READ));
  const short = words.length <= MOST ? words : `${beginningOf(words)} …`;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(body, short);
  return short;
}

/** Cut between words; in one that is longer than all of it, not within a letter of two units. */
function beginningOf(words: string): string {
  const letters = [...words.slice(0, MOST)].slice(0, -1);
  return letters.join('').replace(/\s\S*$/, '');
}

/** Of all notes that are shown, those are asked for again with each letter of the one that is being written. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 1000;
