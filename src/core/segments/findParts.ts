import { buildSegmentModel, cutProbabilities, type SegmentModel } from './segmentModel.ts';
import type { TalkEvidence } from './talk.ts';

/** A start inside a section and how likely it is one. */
export interface Cut {
  readonly unit: number;
  readonly probability: number;
}

/** Share of the units that may start a part: those with the most evidence. As accurate as all, ten times as fast. */
const CANDIDATES = 0.3;
/** Seconds: no part is shorter, none longer; and starts this near to each other tell of the same turn of talk. */
const SHORTEST = 15;
const LONGEST = 1800;
const NEAR = 20;

/** A section made ready for cutting: what a change of fineness need not compute again. */
export interface Cuttable {
  readonly model: SegmentModel;
  readonly times: Float64Array;
}

/** Makes the units `from` to `to` (excluded) ready for cutting; `times` are the starts of units, in seconds. */
export function prepareParts({ words, times, evidence }: TalkEvidence, from: number, to: number): Cuttable {
  const ranked = evidence.slice(from + 1, to).sort();
  const least = ranked[Math.floor(ranked.length * (1 - CANDIDATES))] ?? Infinity;
  const starts = [from];
  for (let u = from + 1; u < to; u += 1) if (evidence[u]! >= least) starts.push(u);
  return { model: buildSegmentModel(words, times, Uint32Array.from(starts), to, evidence, SHORTEST, LONGEST), times };
}

/**
 * Cuts a section into about `pieces`. The cost of a cut is set so that as many are expected as are wanted; then
 * those are taken that gather the most probability within 20 s, which is what is lost or won by listening from
 * there (minimum Bayes risk, Goel & Byrne 2000), rather than those of the single likeliest segmentation.
 */
export function findParts({ model, times }: Cuttable, pieces: number): Cut[] {
  const wanted = Math.round(pieces) - 1;
  const { starts, end } = model;
  if (wanted < 1 || starts.length < 2) return [];
  const probabilities = cutProbabilities(model, costFor(model, wanted));
  const at = Float64Array.from(starts, (u) => times[u]!);
  const gathered = Float64Array.from(at, (moment, i) => {
    let sum = 0;
    for (let d = -1; d <= 1; d += 2) {
      for (let j = d < 0 ? i : i + 1; j > 0 && j < at.length && Math.abs(at[j]! - moment) <= NEAR; j += d) {
        sum += probabilities[j]! * (1 - (0.5 * Math.abs(at[j]! - moment)) / NEAR);
      }
    }
    return sum;
  });
  const length = times[end]! - at[0]!;
  const spacing = Math.min(45, Math.max(SHORTEST, (0.3 * length) / (wanted + 1)));
  const cuts: Cut[] = [];
  const order = [...gathered.keys()].slice(1).sort((a, b) => gathered[b]! - gathered[a]! || a - b);
  for (const i of order) {
    if (cuts.length >= wanted || gathered[i] === 0) break;
    const apart = (moment: number) => Math.abs(moment - at[i]!) >= spacing;
    if (apart(at[0]!) && apart(times[end]!) && cuts.every(({ unit }) => apart(times[unit]!))) {
      cuts.push({ unit: starts[i]!, probability: Math.min(1, gathered[i]!) });
    }
  }
  return cuts.sort((a, b) => a.unit - b.unit);
}

/** The cost at which `wanted` cuts are expected: bisected, for the expectation falls as the cost climbs. */
function costFor(model: SegmentModel, wanted: number): number {
  let low = -80;
  let high = 80;
  for (let step = 0; step < 14; step += 1) {
    const cost = (low + high) / 2;
    const expected = cutProbabilities(model, cost).reduce((sum, p) => sum + p, 0) - 1;
    if (expected > wanted) low = cost;
    else high = cost;
  }
  return (low + high) / 2;
}
