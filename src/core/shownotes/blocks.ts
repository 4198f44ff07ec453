/** A run of words; where they are a link, its address. */
export interface Span {
  readonly text: string;
  readonly url?: string;
  /** The link leads to a picture, which the notes would show in its place; `text` describes it. */
  readonly isPicture?: true;
  /** Emphasis, which only a visitor's own notes keep; of show notes, lines that are strong all along. */
  readonly em?: true;
  readonly strong?: true;
  readonly code?: true;
}

/** A picture as a span: never fetched, only led to. Text without a link where its address is none. */
export function pictureSpan(description: string, url: string): Span {
  const text = description.replace(/\s+/g, ' ').trim();
  return url === '' ? { text } : { text: text === '' ? 'Picture' : text, url, isPicture: true };
}

/**
 * A block of show notes, whatever they are written in: flat, because hosts nest at will and nothing depends on it.
 * `line` counts from 1. Line breaks within a block are `\n`.
 */
export interface Block {
  readonly kind: 'heading' | 'item' | 'paragraph' | 'code';
  /** 1 to 6, of headings. */
  readonly depth?: number;
  readonly line: number;
  readonly spans: readonly Span[];
}

/** A block's words without its links' addresses. */
export function wordsOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('');
}

/** Whether a span leads somewhere else than to a picture. */
export function isLink({ url, isPicture }: Span): boolean {
  return url !== undefined && !isPicture;
}

/** The lines of a block, each with its spans. */
export function linesOf(spans: readonly Span[]): Span[][] {
  return splitSpans(spans, '\n');
}

/** Spans, parted wherever a sign stands in their words; a link stays whole. */
export function splitSpans(spans: readonly Span[], sign: string | RegExp): Span[][] {
  const parts: Span[][] = [[]];
  for (const span of spans) {
    (span.url === undefined ? span.text.split(sign) : [span.text]).forEach((text, i) => {
      if (i > 0) parts.push([]);
      if (text !== '') parts.at(-1)!.push({ ...span, text });
    });
  }
  return parts;
}
