import type { Unit } from '../../../src/core/segments/buildUnits.ts';
import type { Words } from '../../../src/core/segments/countWords.ts';

/** Other ways to find boundaries, on the same units and stems. Each returns seconds, ascending; `count` unless it must guess. */

/** Pieces of equal length. */
export function equalSplits(start: number, end: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => start + ((i + 1) * (end - start)) / (count + 1));
}

/** Units by lot (mulberry32, so that a run can be repeated). */
export function randomSplits(units: readonly Unit[], count: number, seed: number): number[] {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const chosen = new Set<number>();
  for (let i = 0; i < 50 * count && chosen.size < Math.min(count, units.length - 1); i += 1) {
    chosen.add(1 + Math.floor(next() * (units.length - 1)));
  }
  return [...chosen].sort((a, b) => a - b).map((u) => units[u]!.start);
}

/** TextTiling (Hearst 1997): blocks of 120 words, smoothed twice; without a count, depths above mean - sd / 2. */
export function textTiling(units: readonly Unit[], words: Words, count?: number): number[] {
  const BLOCK = 120;
  const n = units.length;
  const similarity = Array.from({ length: n }, (_, u) => {
    const gap = words.first[u]!;
    const left = bag(words, Math.max(0, gap - BLOCK), gap);
    const right = bag(words, gap, Math.min(words.stems.length, gap + BLOCK));
    return cosine(left, right);
  });
  for (let round = 0; round < 2; round += 1) {
    const before = [...similarity];
    for (let u = 1; u + 1 < n; u += 1) similarity[u] = (before[u - 1]! + before[u]! + before[u + 1]!) / 3;
  }
  const climb = (u: number, step: number) => {
    let v = u;
    while (v + step > 0 && v + step < n && similarity[v + step]! >= similarity[v]!) v += step;
    return similarity[v]! - similarity[u]!;
  };
  const valleys = similarity.flatMap((value, u) => {
    const low = u > 0 && value <= (similarity[u - 1] ?? 1) && value <= (similarity[u + 1] ?? 1);
    return low ? [{ u, depth: climb(u, -1) + climb(u, 1) }] : [];
  });
  const mean = valleys.reduce((sum, { depth }) => sum + depth, 0) / Math.max(1, valleys.length);
  const sd = Math.sqrt(valleys.reduce((sum, { depth }) => sum + (depth - mean) ** 2, 0) / Math.max(1, valleys.length));
  const deep = valleys.sort((a, b) => b.depth - a.depth);
  const kept = count === undefined ? deep.filter(({ depth }) => depth > mean - sd / 2) : deep.slice(0, count);
  return kept.map(({ u }) => units[u]!.start).sort((a, b) => a - b);
}

/** C99 (Choi 2000): ranks of sentence similarities in an 11 × 11 mask, then divisive clustering by inside density. */
export function c99(units: readonly Unit[], words: Words, count?: number): number[] {
  const MASK = 5;
  const n = units.length;
  const bags = units.map((_, u) => bag(words, words.first[u]!, words.first[u + 1]!));
  const similarity = new Float32Array(n * n);
  for (let a = 0; a < n; a += 1) {
    for (let b = a; b < n; b += 1) similarity[a * n + b] = similarity[b * n + a] = cosine(bags[a]!, bags[b]!);
  }
  // Sums of ranks from the top left corner, so that a square's density costs four look-ups.
  const sums = new Float64Array((n + 1) * (n + 1));
  for (let a = 0; a < n; a += 1) {
    let row = 0;
    for (let b = 0; b < n; b += 1) {
      const value = similarity[a * n + b]!;
      let lower = 0;
      let all = 0;
      for (let i = Math.max(0, a - MASK); i <= Math.min(n - 1, a + MASK); i += 1) {
        for (let j = Math.max(0, b - MASK); j <= Math.min(n - 1, b + MASK); j += 1) {
          all += 1;
          if (similarity[i * n + j]! < value) lower += 1;
        }
      }
      row += lower / all;
      sums[(a + 1) * (n + 1) + b + 1] = sums[a * (n + 1) + b + 1]! + row;
    }
  }
  const inside = (from: number, to: number) =>
    sums[to * (n + 1) + to]! - sums[from * (n + 1) + to]! - sums[to * (n + 1) + from]! + sums[from * (n + 1) + from]!;
  const cuts = [0, n];
  const densities: number[] = [];
  const order: number[] = [];
  let sum = inside(0, n);
  let area = n * n;
  const limit = count ?? Math.min(n - 1, 60);
  while (order.length < limit) {
    let best = { at: -1, density: -Infinity, sum: 0, area: 0 };
    for (let c = 0; c + 1 < cuts.length; c += 1) {
      const [from, to] = [cuts[c]!, cuts[c + 1]!];
      for (let at = from + 1; at < to; at += 1) {
        const newSum = sum - inside(from, to) + inside(from, at) + inside(at, to);
        const newArea = area - (to - from) ** 2 + (at - from) ** 2 + (to - at) ** 2;
        if (newSum / newArea > best.density) best = { at, density: newSum / newArea, sum: newSum, area: newArea };
      }
    }
    if (best.at < 0) break;
    cuts.push(best.at);
    cuts.sort((a, b) => a - b);
    order.push(best.at);
    densities.push(best.density);
    ({ sum, area } = best);
  }
  let keep = order.length;
  if (count === undefined) {
    const gains = densities.map((density, i) => density - (densities[i - 1] ?? 0)).slice(1);
    const mean = gains.reduce((total, gain) => total + gain, 0) / Math.max(1, gains.length);
    const sd = Math.sqrt(gains.reduce((total, gain) => total + (gain - mean) ** 2, 0) / Math.max(1, gains.length));
    const last = gains.findLastIndex((gain) => gain > mean + 1.2 * sd);
    keep = last + 2;
  }
  return order
    .slice(0, keep)
    .sort((a, b) => a - b)
    .map((u) => units[u]!.start);
}

function bag({ stems }: Words, from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let t = from; t < to; t += 1) if (stems[t]! >= 0) counts.set(stems[t]!, (counts.get(stems[t]!) ?? 0) + 1);
  return counts;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (const [word, count] of a) {
    aa += count * count;
    dot += count * (b.get(word) ?? 0);
  }
  for (const count of b.values()) bb += count * count;
  return aa > 0 && bb > 0 ? dot / Math.sqrt(aa * bb) : 0;
}
