import type { Sponsor } from '../shownotes/showNotes.ts';
import { termsOf } from './countWords.ts';
import { isContent } from './stems.ts';
import type { TalkEvidence } from './talk.ts';

/** A stretch of units with a purpose of its own; `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The sponsor's or the guest's name, as the show notes or the talk spell it. */
  readonly name?: string;
}

/** Hits farther apart, in seconds, belong to two reads; a read holds so many hits, and so many per minute. */
const APART = 45;
const HITS = 3;
const DENSITY = 1.5;
/** Longer than this nobody reads an advertisement: seconds. */
const LONGEST = 300;

/** Says that it is an advertisement. */
const PLAIN_AD =
  /\b(?:sponsor(?:ed|s|ing)?|brought to you by|support for (?:this|the|our) (?:show|podcast|episode)|(?:dot|\.)? ?(?:com|org|net|io|dev|ca|me|fm) slash|supports? (?:this|the|our) (?:show|podcast)|todays partner|word from our)\b/;
/** What advertisements say, and other talk now and then. */
const LIKE_AD =
  /\b(?:(?:promo|coupon|discount|offer|referral) code|use (?:the )?code|free trial|no credit card|percent off|\d+ off|for free|money back|terms apply|sign up|check (?:it|them) out|(?:go|head) (?:on )?(?:over )?to|learn more|get started|try (?:it|them)|dot com|com|our friends|first (?:month|year)|per month|free plan)\b/;

/**
 * The sponsor reads of a talk: runs in which a sponsor's name or address comes up at least three times and
 * 1.5 times a minute, and which sound like an advertisement. Sponsors that the notes do not name are found
 * where the words say outright that this is one.
 */
export function findSponsorReads(talk: TalkEvidence, sponsors: readonly Sponsor[]): Stretch[] {
  const plain = talk.words.said.map((text) => PLAIN_AD.test(text));
  const like = talk.words.said.map((text, u) => plain[u]! || LIKE_AD.test(text));
  const named = sponsors.flatMap((sponsor) => {
    const hits = hitsOf(talk, namesOf(sponsor));
    return runs(talk, hits)
      .filter(
        ({ from, to }) => plain.slice(from, to).includes(true) || like.slice(from, to).filter(Boolean).length >= 2,
      )
      .map((run) => widen(talk, { ...run, name: sponsor.name }, like));
  });
  const free = (u: number) => named.every(({ from, to }) => u < from || u >= to);
  const unnamed = runs(
    talk,
    talk.units.flatMap((_, u) => (like[u]! && free(u) ? [u] : [])),
  )
    .filter(({ from, to }) => plain.slice(from, to).filter(Boolean).length >= 2)
    .map((run) => widen(talk, run, like));
  const reads: Stretch[] = [];
  for (const read of [...named, ...unnamed].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = reads.at(-1);
    const from = Math.max(read.from, last?.to ?? 0);
    if (read.to > from && talk.times[read.to]! - talk.times[from]! >= 10) reads.push({ ...read, from });
  }
  return reads;
}

/** The words by which a sponsor is known: those of its name that its address repeats, else its first word that says anything. */
function namesOf({ name, url }: Sponsor): string[] {
  const host = /^[a-z]+:\/\/([^/?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  const words = termsOf(name).filter((term) => isContent(term));
  const inHost = words.filter((word) => word.length > 2 && host.includes(word));
  const joined = words.join('');
  return inHost.length > 0 ? [...inHost, joined] : words.length > 0 ? [words[0]!, joined] : [];
}

/** The units in which a name is heard, also in two pieces ("tail scale"); once for each time it is. */
function hitsOf({ words, units }: TalkEvidence, names: readonly string[]): number[] {
  const wanted = new Set(names);
  return units.flatMap((_, u) => {
    const hits: number[] = [];
    for (let t = words.first[u]!; t < words.first[u + 1]!; t += 1) {
      const next = t + 1 < words.first[u + 1]! ? words.terms[t + 1]! : '';
      if (wanted.has(words.terms[t]!) || (next !== '' && wanted.has(words.terms[t]! + next))) hits.push(u);
    }
    return hits;
  });
}

/** Hits → the runs that are dense enough. */
function runs({ times }: TalkEvidence, hits: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  let open: number[] = [];
  const close = () => {
    const [from] = open;
    const to = open.at(-1);
    if (from === undefined || to === undefined) return;
    const length = times[to + 1]! - times[from]!;
    if (open.length >= HITS && length <= LONGEST && open.length >= (DENSITY * length) / 60)
      found.push({ from, to: to + 1 });
  };
  for (const u of hits) {
    const last = open.at(-1);
    if (last !== undefined && times[u]! - times[last + 1]! > APART) {
      close();
      open = [];
    }
    open.push(u);
  }
  close();
  return found;
}

/** To where the read is announced, up to 15 s before its first hit, and on to where it rings off, up to 20 s behind its last. */
function widen({ times, units, evidence }: TalkEvidence, read: Stretch, like: readonly boolean[]): Stretch {
  let { from, to } = read;
  for (let u = from - 1; u > 0 && times[from]! - times[u]! <= 15; u -= 1) if (like[u]!) from = u;
  for (let u = to; u < units.length && times[u]! - times[read.to]! <= 20; u += 1) {
    if (units[u]!.pause >= 0.9 || evidence[u]! > 3) {
      to = u;
      break;
    }
    if (like[u]!) to = u + 1;
  }
  return { ...read, from, to };
}
