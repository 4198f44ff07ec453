import { findInterviews } from './findInterviews.ts';
import { findSponsorReads, type Stretch } from './findSponsorReads.ts';
import { ANNOUNCES, GREETING, nameKind, SIGN_OFF } from './nameKind.ts';
import type { SegmentKind } from './segment.ts';
import { peak, unitAt, type SegmentSource, type TalkEvidence } from './talk.ts';

/** A section as a range of units, before it has a title and parts. */
export interface SectionDraft extends Stretch {
  readonly kind: SegmentKind;
  readonly confidence: number;
}

/** Section starts are at least so many seconds apart. */
const SPACING = 20;
/** Log odds at which even an interview parts into sections. */
const STRONGEST = 2;
/** Seconds: where in a talk greetings may end and sign-offs may start. */
const INTRO = { from: 20, to: 180 };
const OUTRO = 180;
/** A transcript that ends so many seconds before the recording does has no outro. */
const CUT_SHORT = 90;

/**
 * The upper level: sponsor reads, interviews, greetings and sign-offs where the words name them, else
 * wherever pauses, markers and cohesion together are strong. The drafts tile the talk.
 */
export function findSections(talk: TalkEvidence, source: SegmentSource): SectionDraft[] {
  const { units, times, words } = talk;
  const n = units.length;
  if (n === 0) return [];
  const sponsors = findSponsorReads(talk, source.sponsors);
  const interviews = findInterviews(talk, source.people);
  const whole = source.duration - times[n]! <= CUT_SHORT;
  const starts = new Map<number, number>([[0, 1]]);
  const free = (u: number) =>
    [...starts.keys()].every((v) => Math.abs(times[v]! - times[u]!) >= SPACING) &&
    !sponsors.some(({ from, to }) => u > from && u < to);
  const add = (u: number, confidence: number) => {
    if (u > 0 && u < n && free(u)) starts.set(u, confidence);
  };

  // A read's own edges may be close to each other and to the talk's start; all others keep their distance.
  for (const { from, to, name } of sponsors) {
    for (const u of [from, to]) if (u > 0 && u < n) starts.set(u, name === undefined ? 0.7 : 0.9);
  }
  for (const { from, to } of interviews) {
    add(from, 0.8);
    add(to, 0.75);
  }
  const strength = structureOf(talk);
  const strong = [...strength.keys()].filter((u) => u > 0 && strength[u]! >= 0);
  for (const u of strong.sort((a, b) => strength[b]! - strength[a]!)) {
    // Within an interview only the strongest breaks count: questions are its parts.
    const inside = interviews.some(({ from, to }) => u > from && u < to);
    if (!inside || strength[u]! >= STRONGEST) add(u, sure(strength[u]!));
  }
  const earliest = Math.min(...[...starts.keys()].filter((u) => u > 0), n);
  if (times[earliest]! - times[0]! > INTRO.to && GREETING.test(words.said.slice(0, 12).join(' '))) {
    const open = strength.map((odds, u) => (free(u) ? odds : -Infinity));
    const u = peak(open, unitAt(talk, times[0]! + INTRO.from), unitAt(talk, times[0]! + INTRO.to));
    add(u, sure(strength[u] ?? 0));
  }
  if (whole && times[n]! - times[0]! > OUTRO) {
    const sign = words.said.findIndex((text, u) => times[u]! >= times[n]! - OUTRO && SIGN_OFF.test(text));
    if (sign > 0) {
      const odds = strength.map((value, u) => (u === sign ? value + 1.5 : value));
      const u = peak(odds, Math.max(1, unitAt(talk, times[sign]! - 30)), sign + 1);
      add(u, sure(strength[u]!));
    }
  }

  const order = [...starts.keys()].sort((a, b) => a - b);
  const drafts = order.map((from, i): SectionDraft => {
    const to = order[i + 1] ?? n;
    const confidence = starts.get(from)!;
    const sponsor = sponsors.find((read) => read.from <= from && from < read.to);
    if (sponsor) return { ...sponsor, from, to, kind: 'sponsor', confidence };
    const overlap = (s: Stretch) => times[Math.min(to, s.to)]! - times[Math.max(from, s.from)]!;
    const length = times[to]! - times[from]!;
    const interview = interviews.find((s) => Math.min(to, s.to) > Math.max(from, s.from) && overlap(s) >= length / 2);
    const said = words.said.slice(from, to).join(' ');
    const kind = nameKind({
      opening: said.split(' ', 45).join(' '),
      said,
      length,
      first: i === 0,
      last: whole && to === n && i > 0,
    });
    if (interview && kind !== 'intro' && kind !== 'outro')
      return { ...interview, from, to, kind: 'interview', confidence };
    return { from, to, kind, confidence };
  });
  return joinAlike(drafts);
}

/** Two neighbours that say the same thing of themselves are one section. */
function joinAlike(drafts: readonly SectionDraft[]): SectionDraft[] {
  const joined: SectionDraft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    if (last && draft.kind !== 'topic' && last.kind === draft.kind && last.name === draft.name) {
      joined[joined.length - 1] = { ...last, to: draft.to };
    } else joined.push(draft);
  }
  return joined;
}

/**
 * The log odds that a section starts at each unit: the evidence, in which a long silence counts double, and words that
 * announce a part of a show; even where the odds of a labelled boundary were. Names of speakers are evidence too,
 * so where they are missing less is enough.
 */
function structureOf({ clues, evidence, units, words }: TalkEvidence): Float64Array {
  const even = units.some(({ speaker }) => speaker !== undefined) ? 5.7 : 4.2;
  return evidence.map((value, u) => {
    const announced = ANNOUNCES.test(words.said[u]!) ? 2 : 0;
    return value - even + 0.5 * clues.pause[u]! + announced;
  });
}

/** Log odds → confidence. */
function sure(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
