import { wordsOf } from '../shownotes/blocks.ts';
import { readMarkdownBlocks } from '../shownotes/markdownBlocks.ts';
import type { Note } from './note.ts';

/** Letters of a note that are read; nothing that shows it on a line or on a card has room for more. */
const MOST = 500;

/** What a note is called where it stands on a line: its words without Markdown's signs or, where it has none, those that it is about. */
export function noteWords({ body, target }: Pick<Note, 'body' | 'target'>): string {
  return plainWords(body) || target.quote.exact;
}

/** The first words of Markdown, without its signs and on one line; at most 500 letters. */
export function plainWords(body: string): string {
  const blocks = readMarkdownBlocks(body.slice(0, MOST), (text) => text);
  return blocks
    .flatMap(({ spans }) => wordsOf(spans).split(/\s+/))
    .join(' ')
    .trim();
}
