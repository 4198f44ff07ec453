import type { Block } from '../shownotes/blocks.ts';
import { emphasis } from '../shownotes/emphasis.ts';
import { readMarkdownBlocks } from '../shownotes/markdownBlocks.ts';

/** Letters of a note beyond which it is taken as it was typed: nobody formats a megabyte by hand. */
const MOST = 50_000;

/** What a visitor wrote into a note, as the blocks of Markdown that it is. */
export function readBody(body: string): readonly Block[] {
  if (body.length > MOST) return [{ kind: 'paragraph', line: 1, spans: [{ text: body }] }];
  return readMarkdownBlocks(body, (text) => text, emphasis);
}
