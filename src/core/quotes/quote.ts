import { episodeName, type Episode } from '../episode/episode.ts';
import { formatClock, type TimeRange } from '../time.ts';

/** A passage that is passed on: the words, where they were said, and the address at which they can be read. Seconds. */
export interface Quotation extends TimeRange {
  readonly words: string;
  readonly from: Pick<Episode, 'slug' | 'show' | 'number' | 'title' | 'airDate' | 'people'>;
  /** Whole address of the passage. */
  readonly link: string;
}

/** How a visitor wants quotes. */
export interface QuoteOptions {
  /** Whether the quote says when it was said; the link always does. */
  readonly times: boolean;
}

/** `11:02–11:09`; one time where both would read the same. */
export function formatSpan({ start, end }: TimeRange): string {
  const [from, to] = [formatClock(start), formatClock(end)];
  return from === to || end <= start ? from : `${from}–${to}`;
}

/** The words on one line, for captions break theirs anywhere. */
export function quotedWords({ words }: Quotation): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** What the words are taken from: `LINUX Unplugged 603`, or the title where show and number are not known. */
export function sourceName({ from }: Quotation): string {
  return episodeName(from) || from.title;
}

/** `LINUX Unplugged 603, 11:02–11:09`. */
export function sourceAndTime(quote: Quotation, { times }: QuoteOptions): string {
  return [sourceName(quote), times ? formatSpan(quote) : ''].filter(Boolean).join(', ');
}
