import { bareAddressAt } from './addresses.ts';
import { pictureSpan, wordsOf, type Block, type Span } from './blocks.ts';

/**
 * The part of Markdown that show notes are written in (CommonMark 0.31: §4.2, §4.3 headings, §4.5 fenced code, §5.2 list
 * items, §4.8 paragraphs, §6.3 links, §6.5 autolinks, and bare addresses), as flat blocks. Raw HTML is dropped, its words
 * and links stay.
 *
 * Not a Markdown library, on purpose: the ones we tried nest, and take quadratic time on brackets that lead nowhere;
 * this takes each character once. `decode` reads character references (`&amp;`): all that HTML knows are a large list, which
 * only texts from elsewhere are worth. `style` tells what
 * is done with emphasis and code (see `emphasis.ts`); without it, their signs go.
 */
export function readMarkdownBlocks(source: string, decode: Decode, style?: Style): Block[] {
  const blocks: Block[] = [];
  let open: { kind: 'item' | 'paragraph' | 'code'; line: number; text: string[] } | undefined;
  const close = () => {
    if (!open) return;
    const text = open.text.join('\n');
    // Code of show notes is read on, for its addresses.
    const spans =
      open.kind === 'code' && style
        ? [{ text, code: true as const }]
        : !style && open.text.some((line) => BOLD.test(line))
          ? readBoldLines(open.text, decode)
          : readSpans(text, decode, style);
    if (spans.some(({ text }) => text.trim() !== '')) blocks.push({ kind: open.kind, line: open.line, spans });
    open = undefined;
  };

  const lines = source.split(/\r\n|\n|\r/);
  const fences = fencesThatEnd(lines);
  let fence: string | undefined;
  lines.forEach((raw, i) => {
    const line = i + 1;
    const text = raw.trim();
    const heading = /^(#{1,6})(?:\s+(\S[^]*))?$/.exec(text);
    const item = ITEM.exec(text);
    const begun = fences.get(i);
    if (fence !== undefined) {
      if (text.startsWith(fence) && text === fence[0]!.repeat(text.length)) {
        close();
        fence = undefined;
      } else open!.text.push(text);
    } else if (begun !== undefined) {
      close();
      fence = begun;
      open = { kind: 'code', line, text: [] };
    } else if (text === '') close();
    else if (heading) {
      close();
      const words = (heading[2] ?? '').replace(/\s#+$/, '');
      blocks.push({ kind: 'heading', depth: heading[1]!.length, line, spans: readSpans(words, decode, style) });
    } else if (/^(?:=+|-{2,})$/.test(text) && open?.kind === 'paragraph') {
      const spans = readSpans(open.text.join('\n'), decode, style);
      blocks.push({ kind: 'heading', depth: text.startsWith('=') ? 1 : 2, line: open.line, spans });
      open = undefined;
    } else if (/^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(text)) close();
    else if (item) {
      close();
      open = { kind: 'item', line, text: [item[1]!] };
    } else if (open) open.text.push(text);
    else open = { kind: 'paragraph', line, text: [text] };
  });
  close();
  return blocks;
}

type Decode = (text: string) => string;

/** How the signs of a text are read, which are asked for in their order; a module of its own, as show notes need none. */
export type Style = (text: string) => {
  /** What begins at a place, where that is a sign, and where it ends. */
  pieceAt(at: number): { readonly span: Span; readonly end: number } | undefined;
  pair(spans: readonly Span[]): Span[];
};

const ITEM = /^(?:[-*+•]|\d{1,9}[.)])\s+(\S[^]*)$/;
/** A line that is strong emphasis and nothing else, with a colon behind it at most. */
const BOLD = /^(\*\*|__)(?![\s*_])[^*_]{1,80}(?<!\s)\1:?$/;
/** What begins fenced code (§4.5). */
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
/** Where a link of raw HTML leads. */
const HREF = /^a\s(?:[^>]*\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** A link's destination, `<…>` or with its parentheses in pairs, and an optional title (§6.3). */
const TARGET =
  /\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,200}\)){0,2000}))(?:\s+(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,9}\)/y;
/** A picture inside a link's words, which its description stands for. */
const PICTURE = /!\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/**
 * The fences by the lines that they begin on, where a later line ends them: of the same sign, and no shorter. One that
 * never ends would take the rest of the text with it: it is none. Found from below, in one pass.
 */
function fencesThatEnd(lines: readonly string[]): Map<number, string> {
  const fences = new Map<number, string>();
  const longestEnd: Record<string, number> = { '`': 0, '~': 0 };
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const text = lines[i]!.trim();
    const fence = FENCE.exec(ITEM.exec(text)?.[1] ?? text)?.[1];
    if (fence === undefined) continue;
    if (fence.length <= longestEnd[fence[0]!]!) fences.set(i, fence);
    // An end is nothing but its signs.
    if (fence === text) longestEnd[fence[0]!] = Math.max(longestEnd[fence[0]!]!, fence.length);
  }
  return fences;
}

/** Lines of which some are bold from end to end, as titles of lists are: each of them is read by itself, and what is between. */
function readBoldLines(lines: readonly string[], decode: Decode): Span[] {
  const runs: { readonly isBold: boolean; text: string }[] = [];
  for (const line of lines) {
    const isBold = BOLD.test(line);
    const last = runs.at(-1);
    if (last && !last.isBold && !isBold) last.text += `\n${line}`;
    else runs.push({ isBold, text: line });
  }
  return runs.flatMap(({ isBold, text }, i) => {
    const spans = readSpans(text, decode);
    const styled = isBold ? spans.map((span) => ({ ...span, strong: true as const })) : spans;
    return i === 0 ? styled : [{ text: '\n' }, ...styled];
  });
}

/** Inline text → spans: links keep their address, emphasis and raw tags go, references are decoded. */
function readSpans(text: string, decode: Decode, style?: Style): Span[] {
  const spans: Span[] = [];
  const styling = style?.(text);
  const partner = matchBrackets(text);
  const lastTagEnd = text.lastIndexOf('>');
  let plain = '';
  const flush = () => {
    if (plain !== '') spans.push({ text: decode(plain) });
    plain = '';
  };
  const link = (words: string, url: string) => {
    flush();
    const title = decode(unmark(words.replace(PICTURE, '$1')))
      .replace(/\s+/g, ' ')
      .trim();
    spans.push({ text: title === '' ? url : title, url });
  };
  const bare = (address: string) => {
    flush();
    const url = decode(address);
    spans.push({ text: url, url });
  };
  let anchor: { from: number; url: string } | undefined;
  const endAnchor = () => {
    flush();
    if (!anchor) return;
    const words = wordsOf(spans.splice(anchor.from)).replace(/\s+/g, ' ').trim();
    if (words !== '') spans.push({ text: words, url: anchor.url });
    anchor = undefined;
  };

  for (let at = 0; at < text.length;) {
    const sign = text[at]!;
    const next = text[at + 1] ?? '';
    const shut = partner.get(at);
    const target = shut === undefined ? null : matchAt(TARGET, text, shut + 1);
    const address = sign === 'h' || sign === 'H' ? bareAddressAt(text, at) : undefined;
    const piece = sign === '\\' ? undefined : styling?.pieceAt(at);
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(next)) {
      plain += next;
      at += 2;
    } else if (shut !== undefined && target) {
      const words = text.slice(at + 1, shut);
      const url = decode((target[1] ?? target[2] ?? '').replace(ESCAPED, '$1'));
      if (plain.endsWith('!')) {
        plain = plain.slice(0, -1);
        flush();
        spans.push(pictureSpan(decode(unmark(words)), url));
      } else link(words, url);
      at = shut + 1 + target[0].length;
    } else if (sign === '<' && /[\w/!]/.test(next) && at < lastTagEnd) {
      const end = text.indexOf('>', at);
      const tag = text.slice(at + 1, end);
      if (/^https?:\/\/\S+$/i.test(tag)) bare(tag);
      else if (/^br\b/i.test(tag)) plain += '\n';
      else if (/^\/?a\b/i.test(tag)) {
        endAnchor();
        const [, ...values] = HREF.exec(tag) ?? [];
        const url = values.find(Boolean);
        if (url !== undefined) anchor = { from: spans.length, url: decode(url) };
      }
      at = end + 1;
    } else if (address !== undefined) {
      bare(address);
      at += address.length;
    } else if (piece) {
      flush();
      spans.push(piece.span);
      at = piece.end;
    } else {
      if (styling || !isMark(text, at)) plain += sign;
      at += 1;
    }
  }
  endAnchor();
  return styling ? styling.pair(spans) : spans;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** For each `[` the place of its `]`, in one pass. */
function matchBrackets(text: string): Map<number, number> {
  const partner = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') open.push(at);
    else if (text[at] === ']') {
      const from = open.pop();
      if (from !== undefined) partner.set(from, at);
    }
  }
  return partner;
}

/** Whether a sign is one of emphasis or code: a `*` between spaces is none, nor is a `_` inside a word. */
function isMark(text: string, at: number): boolean {
  const sign = text[at];
  const [before, after] = [text[at - 1] ?? ' ', text[at + 1] ?? ' '];
  if (sign === '`') return true;
  if (sign === '*') return !(/\s/.test(before) && /\s/.test(after));
  return (
    sign === '_' &&
    !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) &&
    !(/\s/.test(before) && /\s/.test(after))
  );
}

/** The words of a link without signs of emphasis. */
function unmark(words: string): string {
  let plain = '';
  for (let at = 0; at < words.length; at += 1) if (!isMark(words, at)) plain += words[at];
  return plain.replace(ESCAPED, '$1');
}
