import { THETA } from './cohesion.ts';
import type { Words } from './countWords.ts';

/** How much of the words' log likelihood counts: word by word it is far too sure of itself, since words come in bursts. */
const TEMPER = 0.07;

/** A stretch of units with the places at which it may be cut, and the score of each piece between two of them. */
export interface SegmentModel {
  /** Units at which a piece may start, ascending; the first is the stretch's start. */
  readonly starts: Uint32Array;
  /** The unit behind the stretch. */
  readonly end: number;
  /** For each start the scores of the pieces to the next start, the one after it, …, as far as a piece may reach. */
  readonly scores: readonly Float64Array[];
}

/**
 * Scores every piece between two candidates: how well one Dirichlet compound multinomial explains its words
 * (Eisenstein & Barzilay 2008, section 3, tempered), plus the evidence at its start. Words are added one by one,
 * so a start costs no more than the words behind it, up to `longest` seconds.
 */
export function buildSegmentModel(
  words: Words,
  times: Float64Array,
  starts: Uint32Array,
  end: number,
  evidence: Float64Array,
  shortest: number,
  longest: number,
): SegmentModel {
  const n = starts.length;
  const counts = new Float64Array(words.size);
  const prior = words.size * THETA;
  const scores = Array.from({ length: n }, (_, i) => {
    const row: number[] = [];
    const seen: number[] = [];
    let likelihood = 0;
    for (let j = i + 1; j <= n; j += 1) {
      const from = words.first[starts[j - 1]!]!;
      const to = words.first[j < n ? starts[j]! : end]!;
      for (let t = from; t < to; t += 1) {
        const stem = words.stems[t]!;
        if (stem < 0) continue;
        likelihood += Math.log((THETA + counts[stem]!) / (prior + seen.length));
        counts[stem]! += 1;
        seen.push(stem);
      }
      const length = times[j < n ? starts[j]! : end]! - times[starts[i]!]!;
      const allowed = length >= shortest || (i === 0 && j === n);
      row.push(allowed ? TEMPER * likelihood + (i > 0 ? evidence[starts[i]!]! : 0) : -Infinity);
      if (length > longest) break;
    }
    for (const stem of seen) counts[stem] = 0;
    return Float64Array.from(row);
  });
  return { starts, end, scores };
}

/**
 * How likely each start is a cut when each cut costs `cost`: forwards and backwards over all ways to cut the
 * stretch (Rabiner 1989), each weighed by its score.
 */
export function cutProbabilities({ starts, scores }: SegmentModel, cost: number): Float64Array {
  const n = starts.length;
  const ahead = new Float64Array(n + 1).fill(-Infinity);
  const behind = new Float64Array(n + 1).fill(-Infinity);
  ahead[0] = 0;
  // `low`: the first start whose pieces reach `j`; starts reach ever farther, for time only goes on.
  for (let j = 1, low = 0; j <= n; j += 1) {
    while (low + scores[low]!.length < j) low += 1;
    ahead[j] = logSum(j - low, (d) => ahead[low + d]! + scores[low + d]![j - low - d - 1]! - cost);
  }
  behind[n] = 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = scores[i]!;
    behind[i] = logSum(row.length, (d) => behind[i + 1 + d]! + row[d]! - cost);
  }
  const all = ahead[n]!;
  return Float64Array.from(starts, (_, i) =>
    all === -Infinity ? 0 : Math.min(1, Math.exp(ahead[i]! + behind[i]! - all)),
  );
}

function logSum(count: number, term: (i: number) => number): number {
  let top = -Infinity;
  for (let i = 0; i < count; i += 1) top = Math.max(top, term(i));
  if (top === -Infinity) return -Infinity;
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const less = term(i) - top;
    if (less > -30) sum += Math.exp(less);
  }
  return top + Math.log(sum);
}
