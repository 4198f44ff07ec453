import { wordsOf, type Block } from './blocks.ts';
import { emphasis } from './emphasis.ts';
import { readMarkdownBlocks } from './markdownBlocks.ts';

/** Letters of a note beyond which it is taken as it was typed: nobody formats a megabyte by hand. */
const MOST = 50_000;

/** What a visitor wrote into a note, as the blocks of Markdown that it is. */
export function readOwnMarkdown(body: string): readonly Block[] {
  if (body.length > MOST) return [{ kind: 'paragraph', line: 1, spans: [{ text: body }] }];
  return readMarkdownBlocks(body, (text) => text, emphasis);
}

/** All words of it without Markdown's signs, each block a line, and the addresses of its links that are none of them. */
export function ownWords(body: string): { readonly words: string; readonly addresses: readonly string[] } {
  const blocks = readOwnMarkdown(body);
  const words = blocks.map(({ spans }) => wordsOf(spans).replace(/\s+/g, ' ').trim()).join('\n');
  const addresses = blocks.flatMap(({ spans }) => spans.flatMap(({ url }) => url ?? []));
  return { words, addresses: addresses.filter((url) => !words.includes(url)) };
}
