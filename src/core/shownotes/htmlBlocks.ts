import { scanHtml } from '../text/htmlEvents.ts';
import { linkAddresses } from './addresses.ts';
import { pictureSpan, type Block, type Span } from './blocks.ts';

/** Elements that end one block and begin another. */
const BLOCKS = new Set(
  'address article aside blockquote body dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

const STRONG = new Set(['b', 'strong']);

/** Show notes in HTML, as feeds and pages publish them → flat blocks. An embedded player is passed over. */
export function readHtmlBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let kind: Block['kind'] = 'paragraph';
  let depth = 0;
  let line = 1;
  let spans: Span[] = [];
  /** How many elements of strong emphasis stand open in this block. */
  let strong = 0;
  let link: { url: string; text: string; hasPicture?: true } | undefined;

  const endLink = () => {
    const words = link?.text.replace(/\s+/g, ' ').trim();
    // A picture without a description still leads somewhere.
    if (link && (words || link.hasPicture)) spans.push({ text: words || link.url, url: link.url });
    link = undefined;
  };
  const end = () => {
    endLink();
    if (spans.some(({ text }) => text.trim() !== ''))
      blocks.push({ kind, ...(kind === 'heading' ? { depth } : {}), line, spans });
    spans = [];
    strong = 0;
  };

  scanHtml(source, {
    open(tag, attribute, at) {
      if (BLOCKS.has(tag)) {
        // A paragraph within an item is the item's text.
        const within = tag === 'p' && kind === 'item' && spans.length === 0;
        end();
        if (!within) kind = tag === 'li' || tag === 'dd' ? 'item' : /^h[1-6]$/.test(tag) ? 'heading' : 'paragraph';
        depth = kind === 'heading' ? Number(tag[1]) : 0;
        line = at;
      } else if (STRONG.has(tag)) strong += 1;
      else if (tag === 'br') {
        if (link) link.text += ' ';
        else spans.push({ text: '\n' });
      } else if (tag === 'img') {
        // One pixel counts visitors and shows nothing.
        if (attribute('width')?.trim() === '1' || attribute('height')?.trim() === '1') return;
        const description = attribute('alt') ?? '';
        if (link) link = { ...link, text: link.text + description, hasPicture: true };
        else spans.push(pictureSpan(description, attribute('src') ?? ''));
      } else if (tag === 'a') {
        endLink();
        const url = attribute('href');
        if (url) link = { url, text: '' };
      }
    },
    close(tag) {
      if (tag === 'a') endLink();
      else if (STRONG.has(tag)) strong = Math.max(0, strong - 1);
      else if (BLOCKS.has(tag)) {
        end();
        kind = 'paragraph';
      }
    },
    text(text) {
      const words = text.replace(/\s+/g, ' ');
      if (link) link.text += words;
      else if (words !== ' ' || spans.length > 0)
        for (const span of linkAddresses(words)) spans.push(strong > 0 ? { ...span, strong: true } : span);
    },
  });
  end();
  return blocks;
}
