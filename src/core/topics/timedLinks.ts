import { cueIndexAt } from '../search/talk.ts';
import type { SearchIndex } from '../search/search.ts';
import { addressOf } from './address.ts';
import { LIKELY } from './certainty.ts';
import { indexOf } from './buildTopics.ts';
import { chooseInOrder } from './chooseInOrder.ts';
import { Listener } from './hearing.ts';
import { linkWords, type LinkWord } from './linkWords.ts';
import { findSpokenUrls, hostStart } from './spokenUrls.ts';
import type { Topic, TopicSource } from './topic.ts';

/** A link of the notes and when it is talked about, in seconds. */
export interface TimedLink {
  /** Its index among `source.links`. */
  readonly link: number;
  readonly start: number;
  readonly end: number;
  /** 0 to 1: at least `LIKELY`; from `SURE` on it may be shown without the word "likely". */
  readonly confidence: number;
}

/** A place where a link may be talked about; positions are words of the talk, `to` inclusive. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Words of talk that belong together, about a minute, and seconds after which a discussion that nothing renews is over. */
const REACH = 150;
const LULL = 45;
/** Words that are near: before a title's first word its quote may already be read. */
const NEAR = 30;
/** Places that are weighed for each link. */
const MOST_CANDIDATES = 6;
/** Evidence, in weights of words, at which two thirds of a score are reached. */
const ENOUGH = 0.75;

/**
 * Ties each link of the notes to the moment at which the talk has most of its words together, or to none. Links are
 * mostly published in the order of the talk, so of places that are nearly as good the one in order is taken.
 * In the order of the notes; links that belong nowhere are left out.
 */
export function timeLinks(
  source: TopicSource,
  topics: readonly Topic[] = [],
  index: SearchIndex = indexOf(source),
): TimedLink[] {
  const { talk } = index;
  const listener = new Listener(index);
  const addresses = source.links.map(({ url }) => addressOf(url));
  const urls = findSpokenUrls(
    talk,
    addresses.flatMap((address) => address?.path ?? []),
  );
  const inPath = new Uint8Array(talk.termAt.length);
  for (const { hostEnd, end } of urls) inPath.fill(1, hostEnd, end);

  const candidates = source.links.map(({ title, quote = '' }, i) => {
    const words = linkWords(title.replace(/^\s*\p{Lu}\p{L}{2,12}:\s+/u, ''), index, listener, inPath);
    const label = addresses[i]?.label;
    const shared = addresses.filter((address) => address?.label === label).length > 1;
    const hosts = label === undefined || shared ? [] : urls.flatMap((url) => hostStart(talk, url, label) ?? []);
    return candidatesOf(words, quote === '' ? [] : linkWords(quote, index, listener, inPath), hosts);
  });
  return chooseInOrder(candidates, LIKELY).flatMap((chosen, link) => {
    if (!chosen || chosen.score < LIKELY) return [];
    const lane = topics.filter(({ links }) => links.includes(link)).flatMap(({ mentions }) => mentions);
    const start = secondsAt(chosen.from);
    let end = Math.max(start, secondsAt(chosen.to));
    for (const mention of lane.sort((a, b) => a.start - b.start))
      if (mention.start >= start && mention.start - end <= LULL) end = Math.max(end, mention.end);
    return [{ link, start, end, confidence: Math.round(Math.min(1, chosen.score) * 100) / 100 }];
  });

  /** The stretches that hold most of a title's words, best first, apart from each other. */
  function candidatesOf(words: readonly LinkWord[], quote: readonly LinkWord[], hosts: readonly number[]): Candidate[] {
    const whole = words.reduce((sum, { weight }) => sum + weight, 0);
    if (whole === 0) return [];
    const events = [
      ...words.flatMap(({ at }, word) => at.map((position) => ({ position, word }))),
      ...hosts.map((position) => ({ position, word: words.length })),
    ].sort((a, b) => a.position - b.position);
    const found: Candidate[] = [];
    const counts = new Uint16Array(words.length + 1);
    let [met, next] = [0, 0];
    events.forEach(({ position, word }, first) => {
      for (; next < events.length && events[next]!.position < position + REACH; next += 1) {
        const own = events[next]!.word;
        if (counts[own]!++ === 0) met += words[own]?.weight ?? whole / 2;
      }
      // Behind the last one the window holds nothing new.
      const last = events[next - 1]!.position;
      const busy = Math.min(1, (next - first) / 10) * 0.06;
      const coverage = Math.min(1, met / whole);
      const read = quoted(quote, position, last);
      const titled = coverage ** 1.5 * (1 - Math.exp(-Math.min(met, whole) / ENOUGH)) + busy * coverage;
      // A quote that is not read holds the title back; one that is makes up for words that the title has more.
      const unread = read === undefined ? 1 : 0.5 + Math.min(0.5, read);
      // A word said in passing, long before the rest, does not open the discussion if it comes again.
      const alone = met <= (words[word]?.weight ?? 0);
      const passing = !alone && counts[word]! > 1 && (events[first + 1]?.position ?? 0) - position > NEAR ? 0.97 : 1;
      const score = passing * (1 - (1 - titled * unread) * (1 - Math.max(0, (read ?? 0) - 0.4)));
      found.push({ from: position, to: last, score });
      if (--counts[word]! === 0) met -= words[word]?.weight ?? whole / 2;
    });
    return peaks(found);
  }

  /** How much of what the notes quote from a page is said nearby, as it is where the page is discussed: 0 to 1. */
  function quoted(quote: readonly LinkWord[], from: number, to: number): number | undefined {
    if (quote.length < 4) return undefined;
    const whole = quote.reduce((sum, { weight }) => sum + weight, 0);
    const near = quote.filter(({ at }) => at.some((position) => position > from - NEAR && position < to + REACH / 2));
    return near.reduce((sum, { weight }) => sum + weight, 0) / whole;
  }

  function peaks(found: Candidate[]): Candidate[] {
    const kept: Candidate[] = [];
    for (const one of found.sort((a, b) => b.score - a.score || a.from - b.from)) {
      if (kept.length >= MOST_CANDIDATES || one.score < LIKELY / 2) break;
      if (kept.every(({ from, to }) => one.from > to || one.to < from)) kept.push(one);
    }
    return kept;
  }

  function secondsAt(position: number): number {
    const offset = talk.from[position]!;
    const i = cueIndexAt(talk, offset);
    const { start, end, text } = talk.cues[i]!;
    const share = text.length === 0 ? 0 : (offset - talk.cueStarts[i]!) / text.length;
    return Math.round((start + Math.max(0, end - start) * share) * 1000) / 1000;
  }
}
