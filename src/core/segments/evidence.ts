import type { Unit } from './buildUnits.ts';
import { measureCohesion, standardise } from './cohesion.ts';
import type { Words } from './countWords.ts';
import { ASSENT, CLOSER, LEANING, META_TALK, STRONG_OPENER, WEAK_OPENER } from './markers.ts';

/** What is weighed at the gap before each unit. Each is 0 where it says nothing. */
export const CLUES = [
  'depth',
  'bayes',
  'chains',
  'pause',
  'strongOpener',
  'weakOpener',
  'leaning',
  'closer',
  'question',
  'questionBehind',
  'metaTalk',
  'short',
  'assent',
  'speaker',
  'leadSpeaker',
  'longTurnBefore',
  'longTurnAfter',
  'open',
] as const;
export type Clue = (typeof CLUES)[number];
export type Clues = Readonly<Record<Clue, Float64Array>>;

/** Reads every clue at every gap. */
export function readClues(units: readonly Unit[], words: Words): Clues {
  const n = units.length;
  const { depth, bayes, chains } = measureCohesion(words, n);
  const blank = () => new Float64Array(n);
  const clues: Record<Clue, Float64Array> = {
    depth: standardise(depth),
    bayes: standardise(bayes),
    chains: standardise(chains),
    pause: blank(),
    strongOpener: blank(),
    weakOpener: blank(),
    leaning: blank(),
    closer: blank(),
    question: blank(),
    questionBehind: blank(),
    metaTalk: blank(),
    short: blank(),
    assent: blank(),
    speaker: blank(),
    leadSpeaker: blank(),
    longTurnBefore: blank(),
    longTurnAfter: blank(),
    open: blank(),
  };
  const test = (pattern: RegExp) => words.said.map((text) => (pattern.test(text) ? 1 : 0));
  const opener = test(STRONG_OPENER);
  const closer = test(CLOSER);
  const meta = test(META_TALK);
  const weak = test(WEAK_OPENER);
  const leaning = test(LEANING);
  const assent = test(ASSENT);
  const asks = units.map(({ text }) => (text.endsWith('?') ? 1 : 0));
  const lead = leadSpeaker(units, asks);
  const turns = turnBounds(units);

  for (let u = 1; u < n; u += 1) {
    const unit = units[u]!;
    const { from, to } = turns[u]!;
    clues.pause[u] = unit.pause >= 2.5 ? 4 : unit.pause >= 1.5 ? 2.5 : unit.pause >= 0.9 ? 1 : 0;
    clues.strongOpener[u] = Math.max(opener[u]!, 0.5 * (u + 1 < to ? opener[u + 1]! : 0));
    clues.weakOpener[u] = weak[u]!;
    clues.leaning[u] = leaning[u]!;
    clues.closer[u] = Math.max(closer[u - 1]!, 0.5 * (closer[u - 2] ?? 0));
    for (let v = u; v < Math.min(to, u + 4); v += 1)
      clues.question[u]! = Math.max(clues.question[u]!, asks[v]! * (1 - (v - u) * 0.2));
    clues.questionBehind[u] = asks[u - 1]!;
    clues.metaTalk[u] = Math.max(meta[u]!, 0.7 * (meta[u + 1] ?? 0));
    clues.short[u] = words.first[u + 1]! - words.first[u]! <= 3 ? 1 : 0;
    clues.assent[u] = assent[u]!;
    clues.open[u] = units[u - 1]!.closed ? 0 : 1;
    if (unit.speaker !== undefined && unit.speaker !== units[u - 1]!.speaker) {
      clues.speaker[u] = 1;
      clues.leadSpeaker[u] = unit.speaker === lead ? 1 : 0;
      const before = turns[u - 1]!;
      clues.longTurnBefore[u] = Math.min(1, (units[u - 1]!.end - units[before.from]!.start) / 60);
      clues.longTurnAfter[u] = Math.min(1, (units[to - 1]!.end - units[from]!.start) / 60);
    }
  }
  return clues;
}

/** Who asks the most: the host, who leads from one subject to the next. */
function leadSpeaker(units: readonly Unit[], asks: readonly number[]): string | undefined {
  const asked = new Map<string, number>();
  units.forEach(({ speaker }, u) => {
    if (speaker !== undefined) asked.set(speaker, (asked.get(speaker) ?? 0) + asks[u]!);
  });
  return [...asked].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** For each unit the range of units that its speaker says in one go; without names, all of them. */
function turnBounds(units: readonly Unit[]): { from: number; to: number }[] {
  const bounds: { from: number; to: number }[] = [];
  for (let from = 0; from < units.length;) {
    let to = from + 1;
    while (to < units.length && units[to]!.speaker === units[from]!.speaker) to += 1;
    for (let u = from; u < to; u += 1) bounds.push({ from, to });
    from = to;
  }
  return bounds;
}
