import { decodeReferences } from './references.ts';

/** What a scan of HTML hears, in the order of the source. `line` counts from 1. */
export interface HtmlListener {
  open(tag: string, attribute: (name: string) => string | undefined, line: number): void;
  close(tag: string, line: number): void;
  text(text: string, line: number): void;
}

/** Elements whose content is no text of the page. */
const SILENT = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'svg',
  'math',
  'title',
  'textarea',
]);

/**
 * Scans HTML for tags and text; a tokenizer, no tree: nothing nests, so nothing can nest too deeply, and each character
 * is taken once (HTML §13.2.5, the states that show notes and transcripts need). Nothing is ever handed on as markup.
 */
export function scanHtml(source: string, listener: HtmlListener): void {
  const lastTagEnd = source.lastIndexOf('>');
  let line = 1;
  // Kept from call to call: a file of one long line would else be searched to its end for each tag.
  let nextBreak = source.indexOf('\n');
  const lineAt = (offset: number) => {
    for (; nextBreak >= 0 && nextBreak < offset; nextBreak = source.indexOf('\n', nextBreak + 1)) line += 1;
    return line;
  };
  let from = 0;
  const say = (to: number) => {
    if (to > from) listener.text(decodeReferences(source.slice(from, to)), lineAt(from));
  };

  for (let at = source.indexOf('<'); at >= 0 && at < lastTagEnd; at = source.indexOf('<', from > at ? from : at + 1)) {
    if (source.startsWith('<!--', at)) {
      say(at);
      const end = source.indexOf('-->', at + 4);
      from = end < 0 ? source.length : end + 3;
      if (end < 0) return;
      continue;
    }
    const name = nameAt(source, at);
    if (name === undefined) continue; // a sign of the text: `a < b`
    say(at);
    const end = endOfTag(source, at);
    const body = source.slice(at, end);
    from = end + 1;
    const tag = name.replace('/', '');
    if (name.startsWith('/')) listener.close(tag, lineAt(at));
    else if (SILENT.has(tag) && !body.endsWith('/')) {
      const shut = new RegExp(`</${tag}\\b[^>]*>`, 'gi');
      shut.lastIndex = from;
      const found = shut.exec(source);
      if (!found) return;
      from = found.index + found[0].length;
    } else listener.open(tag, (attribute) => attributeOf(body, attribute), lineAt(at));
  }
  say(source.length);
}

const NAME = /<(\/?[a-z][a-z\d:-]{0,40})|<[!?]/iy;

/** `p`, `/p`, the empty name of a declaration, or `undefined` where no tag starts. */
function nameAt(source: string, at: number): string | undefined {
  NAME.lastIndex = at;
  const found = NAME.exec(source);
  return found ? (found[1] ?? '').toLowerCase() : undefined;
}

/** The `>` that ends a tag, which is none within quotes; a quote that never closes ends with the next `>`. */
function endOfTag(source: string, at: number): number {
  const simple = source.indexOf('>', at);
  const quoted = /[^>"']*(?:"[^"<]*"[^>"']*|'[^'<]*'[^>"']*)*>/y;
  quoted.lastIndex = at;
  return quoted.test(source) ? quoted.lastIndex - 1 : simple;
}

function attributeOf(body: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(body);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeReferences(value);
}
