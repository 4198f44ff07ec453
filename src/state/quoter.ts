import type { Episode } from '../core/episode/episode.ts';
import type { Target } from '../core/notes/note.ts';
import { CARD, formatCard, layoutCard } from '../core/quotes/card.ts';
import { quotedWordsOf } from '../core/quotes/findQuoted.ts';
import { formatApa, formatBibtex, formatMla } from '../core/quotes/formatCitation.ts';
import { formatHtmlQuote, formatMarkdownQuote, formatPlainQuote } from '../core/quotes/formatQuote.ts';
import { sourceAndTime, type Quotation, type QuoteOptions } from '../core/quotes/quote.ts';
import { formatClock } from '../core/time.ts';
import { copy } from '../data/clipboard.ts';
import { downloadBlob, downloadText } from '../data/download.ts';
import type { Outcome } from '../data/outcome.ts';
import { drawPng, textMeasure } from '../data/picture.ts';
import { canShare, share } from '../data/share.ts';
import type { Address } from './address.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';

/** The forms in which a passage is copied: what the page calls each, and its text. */
const FORMS = {
  quote: ['Quote', formatPlainQuote],
  markdown: ['Markdown', formatMarkdownQuote],
  apa: ['APA', formatApa],
  mla: ['MLA', formatMla],
  bibtex: ['BibTeX', formatBibtex],
} satisfies Record<string, readonly [string, (quote: Quotation, options: QuoteOptions) => string]>;

export type QuoteForm = keyof typeof FORMS;
/** In the order in which they are offered. */
export const QUOTE_FORMS = (Object.keys(FORMS) as QuoteForm[]).map((form) => ({ form, label: FORMS[form][0] }));

/** Passes passages of an episode on. Each verb gives back what to tell the visitor. */
export class Quoter {
  readonly #episode: Episode;
  readonly #address: Address;
  readonly #preferences: Preferences;
  readonly canShare = canShare();

  constructor(episode: Episode, address: Address, preferences: Preferences) {
    this.#episode = episode;
    this.#address = address;
    this.#preferences = preferences;
  }

  /** Whether quotes say when they were said. */
  get withTimes(): boolean {
    return this.#preferences.quoteTimes;
  }

  setTimes(on: boolean): void {
    this.#preferences.setQuoteTimes(on);
  }

  /** The address of a passage, as it is copied. */
  linkTo({ start, end, quote }: Target): string {
    return this.#address.linkTo(end > start ? { start, end } : { start }, quotedWordsOf(quote.exact));
  }

  async copyQuote(target: Target, form: QuoteForm = 'quote'): Promise<string> {
    const [label, format] = FORMS[form];
    if (target.quote.exact === '') return 'There are no words here to quote';
    const quote = this.#quotation(target);
    const copied = await copy({
      text: format(quote, this.#options),
      ...(form === 'quote' ? { html: formatHtmlQuote(quote, this.#options) } : {}),
    });
    return told(copied, `${form === 'quote' ? label : `Quote for ${label}`} copied`);
  }

  async copyLink(target: Target): Promise<string> {
    return told(await copy({ text: this.linkTo(target) }), 'Link copied');
  }

  /** Hands the passage to the device's own share sheet, which says itself how that went. */
  async share(target: Target): Promise<string> {
    const quote = this.#quotation(target);
    const source = sourceAndTime(quote, this.#options);
    const shared = await share({
      title: source,
      text: `“${target.quote.exact.replace(/\s+/g, ' ')}” — ${source}`,
      url: quote.link,
    });
    return shared.ok ? '' : `It can't be shared: ${shared.reason}`;
  }

  /** Saves the passage as a picture, in the colours that the page has. */
  async saveCard(target: Target, as: 'svg' | 'png'): Promise<string> {
    const { theme } = this.#preferences;
    const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    const svg = formatCard(layoutCard(this.#quotation(target), this.#options, textMeasure()), dark ? 'dark' : 'light');
    const name = `${this.#episode.slug}-${formatClock(target.start).replaceAll(':', '-')}.${as}`;
    if (as === 'svg') {
      downloadText(name, svg, 'image/svg+xml');
      return 'Picture saved';
    }
    const drawn = await drawPng(svg, CARD);
    if (drawn.ok) downloadBlob(name, drawn.value);
    return told(drawn, 'Picture saved');
  }

  get #options(): QuoteOptions {
    return { times: this.withTimes };
  }

  #quotation(target: Target): Quotation {
    const { start, end, quote } = target;
    return { words: quote.exact, start, end, from: this.#episode, link: this.linkTo(target) };
  }
}

function told(outcome: Outcome<unknown>, done: string): string {
  return outcome.ok ? done : `That did not work: ${outcome.reason}`;
}
