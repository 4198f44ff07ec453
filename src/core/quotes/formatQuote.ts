import { escapeHtml, escapeMarkdown } from '../text/escape.ts';
import { quotedWords, sourceAndTime, type Quotation, type QuoteOptions } from './quote.ts';

/** `“…” — LINUX Unplugged 603, 11:02–11:09, https://…`: one line that survives everywhere. */
export function formatPlainQuote(quote: Quotation, options: QuoteOptions): string {
  return `“${quotedWords(quote)}” — ${sourceAndTime(quote, options)}, ${quote.link}`;
}

/** The same as rich text, for the clipboard's `text/html`: what a word processor or a mail takes. */
export function formatHtmlQuote(quote: Quotation, options: QuoteOptions): string {
  const link = escapeHtml(quote.link);
  return (
    `<blockquote cite="${link}"><p>“${escapeHtml(quotedWords(quote))}”</p></blockquote>` +
    `<p>— <a href="${link}">${escapeHtml(sourceAndTime(quote, options))}</a></p>`
  );
}

/** A block quote in Markdown with its source as a link. */
export function formatMarkdownQuote(quote: Quotation, options: QuoteOptions): string {
  const source = escapeMarkdown(sourceAndTime(quote, options));
  // Within < > an address may hold anything but these.
  const link = quote.link.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
  return `> ${escapeMarkdown(quotedWords(quote))}\n>\n> — [${source}](<${link}>)\n`;
}
