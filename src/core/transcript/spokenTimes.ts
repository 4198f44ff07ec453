import { isLikeName, isLikeSentence } from './likeName.ts';
import type { Code } from './timeCode.ts';

/** A code with the number of its line. */
type Entry = readonly [line: number, code: Code];

/** So many codes in a row that do not fit are no slip but another order, and stay. */
const SLIP = 3;
/**
 * How far a time has to be from those around it to be a spoken one, in seconds, and in the steps that the times of the
 * file rise by. People who interrupt each other are seconds off; a part that counts from nought again, a step or three.
 */
const FAR = 60;
const STEPS = 4;

/**
 * The lines whose times are spoken: “10:30 was when we met”, “the train leaves at 10:30”. A sentence that ends in a time
 * is one wherever the time lies; and the times of a transcript rise, so one is that does not fit the others around it.
 * Never one in brackets or the like, nor behind a name: to lose a turn is to give its words to another.
 */
export function spokenTimes(codes: readonly Entry[]): ReadonlySet<number> {
  const spoken = new Set<number>();
  const names = new Map<string, number>();
  for (const [, { speaker }] of codes) if (speaker !== undefined) names.set(speaker, (names.get(speaker) ?? 0) + 1);
  const isNamed = ({ speaker }: Code) => speaker !== undefined && (names.get(speaker)! > 1 || isLikeName(speaker));
  const isOpen = (code: Code) => !code.sure && !isNamed(code);

  for (const [line, code] of codes)
    if (code.speaker !== undefined && isOpen(code) && isLikeSentence(code.speaker)) spoken.add(line);
  const left = codes.filter(([line]) => !spoken.has(line));

  // The most frequent way to write a code gives the row of times, into which the others have to fit.
  const counts = [0, 0, 0];
  for (const [, code] of left) counts[wayOf(code)]! += 1;
  const main = counts.lastIndexOf(Math.max(...counts));
  const row = left.filter(([, code]) => wayOf(code) === main);
  const { far, outliers } = outliersOf(row);
  for (const [line, code] of outliers) if (isOpen(code)) spoken.add(line);

  const fixed = row.filter(([line]) => !spoken.has(line));
  let next = 0;
  const others: { readonly line: number; readonly way: number; readonly code: Code; readonly off: number }[] = [];
  for (const [line, code] of left) {
    while (next < fixed.length && fixed[next]![0] <= line) next += 1;
    const [least, most] = [fixed[next - 1]?.[1].start ?? 0, fixed[next]?.[1].start ?? Infinity];
    if (wayOf(code) !== main)
      others.push({ line, way: wayOf(code), code, off: least <= most ? offOf(code.start, least, most) : 0 });
  }
  // Where most of another way fit, it is one to write turns too, and a second or two are no sign; else they are.
  const sums = [0, 0, 0];
  for (const { way, off } of others) sums[way]! += off > 0 ? -1 : 1;
  for (const { line, way, code, off } of others)
    if (off > (sums[way]! >= 0 ? far : 0) && isOpen(code)) spoken.add(line);
  return spoken;
}

/** The codes of a row that lie far from the ones around, a few at a time; and how far that is. */
function outliersOf(row: readonly Entry[]): { readonly far: number; readonly outliers: readonly Entry[] } {
  const starts = row.map(([, { start }]) => start);
  const rising = longestRise(starts);
  const steps = rising
    .map((to, i) => starts[to]! - starts[rising[i - 1] ?? to]!)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  const far = Math.max(FAR, STEPS * (steps[steps.length >> 1] ?? 0));
  const first = starts[0] ?? 0;
  const outliers = rising.flatMap((to, i) => {
    const from = rising[i - 1] ?? to;
    if (to - from - 1 > SLIP) return [];
    // Back at the start of the file a part begins that counts anew: what is above it is the end of the last one.
    if (starts.slice(from + 1, to + 1).some((start) => start <= first)) return [];
    return row.slice(from + 1, to).filter(([, { start }]) => offOf(start, starts[from]!, starts[to]!) > far);
  });
  return { far, outliers };
}

/** 2: a name before the time. Behind it, 1: the beginning of a sentence, or nothing; 0: words that go on. */
function wayOf({ speaker, text }: Code): 0 | 1 | 2 {
  return speaker !== undefined ? 2 : /^\p{Ll}/u.test(text) ? 0 : 1;
}

function offOf(time: number, least: number, most: number): number {
  return Math.max(0, least - time, time - most);
}

/** Where the times of the longest row stand that never falls (patience sorting; Fredman 1975); of several, a low one. */
function longestRise(times: readonly number[]): number[] {
  /** At n: where the row of n + 1 times ends that has the lowest end so far. */
  const ends: number[] = [];
  const before = times.map((time, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[ends[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    ends[low] = i;
    return ends[low - 1];
  });
  const rise: number[] = [];
  for (let i = ends.at(-1); i !== undefined; i = before[i]) rise.push(i);
  return rise.reverse();
}
