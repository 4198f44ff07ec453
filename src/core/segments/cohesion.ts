import type { Words } from './countWords.ts';

/** Content words on each side of a gap that are compared. TextTiling's two blocks, and a little more. */
const TILING_WINDOW = 60;
const BAYES_WINDOW = 75;
/** Content words behind a gap in which a word must be new, and content words within which it must come again. */
const MEMORY = 400;
const AGAIN = 120;
/** The prior weight of each word, as in Eisenstein & Barzilay 2008. */
export const THETA = 0.1;

/** What the words say about the gap before each unit: the higher, the more likely a new subject starts there. */
export interface Cohesion {
  /** How deep the valley of similarity is at this gap (Hearst 1997), 0 or more. */
  readonly depth: Float64Array;
  /** How much better two word distributions explain both sides than one does, in nats (local Bayes factor). */
  readonly bayes: Float64Array;
  /** Words that start here and come again soon, less words that end here (the idea of lexical chains, LCseg 2003). */
  readonly chains: Float64Array;
}

/** Measures cohesion at each gap. Linear in the words times the windows. */
export function measureCohesion(words: Words, units: number): Cohesion {
  const content: number[] = [];
  const firstContent = new Uint32Array(units + 1);
  for (let u = 0; u < units; u += 1) {
    for (let t = words.first[u]!; t < words.first[u + 1]!; t += 1) {
      if (words.stems[t]! >= 0) content.push(words.stems[t]!);
    }
    firstContent[u + 1] = content.length;
  }
  const stems = Int32Array.from(content);
  return {
    depth: depths(similarities(stems, firstContent, words.size)),
    bayes: bayesFactors(stems, firstContent, words.size),
    chains: chainBalance(stems, firstContent, words.size),
  };
}

/** The cosine of the word counts on both sides of each gap. */
function similarities(stems: Int32Array, first: Uint32Array, size: number): Float64Array {
  const left = new Float64Array(size);
  const right = new Float64Array(size);
  return Float64Array.from(first.subarray(0, -1), (gap) => {
    const from = Math.max(0, gap - TILING_WINDOW);
    const to = Math.min(stems.length, gap + TILING_WINDOW);
    for (let i = from; i < gap; i += 1) left[stems[i]!]! += 1;
    for (let i = gap; i < to; i += 1) right[stems[i]!]! += 1;
    let dot = 0;
    let ll = 0;
    let rr = 0;
    for (let i = from; i < gap; i += 1) {
      ll += left[stems[i]!]!;
      dot += right[stems[i]!]!;
    }
    for (let i = gap; i < to; i += 1) rr += right[stems[i]!]!;
    for (let i = from; i < gap; i += 1) left[stems[i]!] = 0;
    for (let i = gap; i < to; i += 1) right[stems[i]!] = 0;
    return ll > 0 && rr > 0 ? dot / Math.sqrt(ll * rr) : 1;
  });
}

/** Units that a climb looks ahead; talk that is alike for longer has no hill, only a plain that would be walked again and again. */
const FARTHEST = 200;

/** Hearst's depth: how far similarity climbs on both sides before it falls again. */
function depths(similarity: Float64Array): Float64Array {
  const n = similarity.length;
  const climb = (u: number, step: 1 | -1): number => {
    let top = similarity[u]!;
    const last = step > 0 ? Math.min(n - 1, u + FARTHEST) : Math.max(0, u - FARTHEST);
    for (let v = u + step; step > 0 ? v <= last : v >= last; v += step) {
      if (similarity[v]! < top - 0.005) break;
      top = Math.max(top, similarity[v]!);
    }
    return top - similarity[u]!;
  };
  return similarity.map((_, u) => climb(u, -1) + climb(u, 1));
}

/** ln p(left) + ln p(right) - ln p(both) under Dirichlet compound multinomials. */
function bayesFactors(stems: Int32Array, first: Uint32Array, size: number): Float64Array {
  const one = new Float64Array(size);
  const both = new Float64Array(size);
  const prior = size * THETA;
  return Float64Array.from(first.subarray(0, -1), (gap) => {
    const from = Math.max(0, gap - BAYES_WINDOW);
    const to = Math.min(stems.length, gap + BAYES_WINDOW);
    if (gap - from < 8 || to - gap < 8) return 0;
    let gain = 0;
    for (let i = from; i < gap; i += 1) gain += Math.log((THETA + one[stems[i]!]!++) / (prior + i - from));
    for (let i = from; i < gap; i += 1) one[stems[i]!] = 0;
    for (let i = gap; i < to; i += 1) gain += Math.log((THETA + one[stems[i]!]!++) / (prior + i - gap));
    for (let i = gap; i < to; i += 1) one[stems[i]!] = 0;
    for (let i = from; i < to; i += 1) gain -= Math.log((THETA + both[stems[i]!]!++) / (prior + i - from));
    for (let i = from; i < to; i += 1) both[stems[i]!] = 0;
    return gain;
  });
}

/** Chains that start in a unit count for the gap before it, chains that end in a unit for the gap behind it. */
function chainBalance(stems: Int32Array, first: Uint32Array, size: number): Float64Array {
  const previous = new Int32Array(stems.length).fill(-1_000_000);
  const next = new Int32Array(stems.length).fill(1_000_000);
  const last = new Int32Array(size).fill(-1_000_000);
  for (let i = 0; i < stems.length; i += 1) {
    const before = last[stems[i]!]!;
    previous[i] = before;
    if (before >= 0) next[before] = i;
    last[stems[i]!] = i;
  }
  const units = first.length - 1;
  const starts = new Float64Array(units + 1);
  for (let u = 0; u < units; u += 1) {
    for (let i = first[u]!; i < first[u + 1]!; i += 1) {
      const fresh = i - previous[i]! > MEMORY;
      const lasting = next[i]! - i < AGAIN;
      if (fresh && lasting) starts[u]! += 1;
      if (!fresh && next[i]! - i > MEMORY) starts[u + 1]! += 0.5;
    }
  }
  // Smoothed over the units around a gap: a subject is rarely named in its very first sentence.
  return Float64Array.from({ length: units }, (_, u) => {
    let sum = 0;
    for (let d = 0; d < 3; d += 1) sum += (starts[u + d] ?? 0) * (1 - d * 0.25);
    return sum;
  });
}

/** Values as standard scores, cut at ±3: what is comparable between one talk and the next. */
export function standardise(values: Float64Array): Float64Array {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  return values.map((value) => (deviation > 1e-9 ? Math.max(-3, Math.min(3, (value - mean) / deviation)) : 0));
}
