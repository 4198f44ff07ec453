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
  /** `score[i * (n + 1) + j]`: the piece from start `i` to start `j` (`j = n`: to the end); -Infinity where not allowed. */
  readonly score: Float64Array;
}

/**
 * Scores every piece between two candidates: how well one Dirichlet compound multinomial explains its words
 * (Eisenstein & Barzilay 2008, eq. 5, tempered), plus the evidence at its start. Words are added one by one,
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
  const score = new Float64Array(n * (n + 1)).fill(-Infinity);
  const counts = new Float64Array(words.size);
  const seen: number[] = [];
  const prior = words.size * THETA;
  for (let i = 0; i < n; i += 1) {
    let likelihood = 0;
    let said = 0;
    for (let j = i + 1; j <= n; j += 1) {
      const from = words.first[starts[j - 1]!]!;
      const to = words.first[j < n ? starts[j]! : end]!;
      for (let t = from; t < to; t += 1) {
        const stem = words.stems[t]!;
        if (stem < 0) continue;
        likelihood += Math.log((THETA + counts[stem]!) / (prior + said));
        counts[stem]! += 1;
        said += 1;
        seen.push(stem);
      }
      const length = times[j < n ? starts[j]! : end]! - times[starts[i]!]!;
      // The first and the last piece may be as short as they come: the stretch itself may be.
      if (length >= shortest || (i === 0 && j === n)) {
        score[i * (n + 1) + j] = TEMPER * likelihood + (i > 0 ? evidence[starts[i]!]! : 0);
      }
      if (length > longest) break;
    }
    for (const stem of seen) counts[stem] = 0;
    seen.length = 0;
  }
  return { starts, end, score };
}

/**
 * How likely each start is a cut when each cut costs `cost`: forwards and backwards over all ways to cut the
 * stretch (Rabiner 1989), each weighed by its score.
 */
export function cutProbabilities({ starts, score }: SegmentModel, cost: number): Float64Array {
  const n = starts.length;
  const ahead = new Float64Array(n + 1).fill(-Infinity);
  const behind = new Float64Array(n + 1).fill(-Infinity);
  ahead[0] = 0;
  for (let j = 1; j <= n; j += 1) ahead[j] = logSum(j, (i) => ahead[i]! + score[i * (n + 1) + j]! - cost);
  behind[n] = 0;
  for (let i = n - 1; i >= 0; i -= 1) {
    behind[i] = logSum(n - i, (d) => behind[i + 1 + d]! + score[i * (n + 1) + i + 1 + d]! - cost);
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
