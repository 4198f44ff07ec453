/** How well boundaries found agree with boundaries labelled. All times are seconds, ascending, without the talk's own start. */

/** Mean over a talk of the probability that two moments `k` apart are wrongly joined or parted (Beeferman et al. 1999). */
export function pk(found: readonly number[], labelled: readonly number[], start: number, end: number): number {
  return slide(found, labelled, start, end, (a, b) => a > 0 !== b > 0);
}

/** As Pk, but wrong where the number of boundaries between the two moments differs (Pevzner & Hearst 2002). */
export function windowDiff(found: readonly number[], labelled: readonly number[], start: number, end: number): number {
  return slide(found, labelled, start, end, (a, b) => a !== b);
}

function slide(
  found: readonly number[],
  labelled: readonly number[],
  start: number,
  end: number,
  wrong: (found: number, labelled: number) => boolean,
): number {
  const k = (end - start) / (labelled.length + 1) / 2;
  let errors = 0;
  let steps = 0;
  let [fa, fb, la, lb] = [0, 0, 0, 0];
  for (let at = start; at + k <= end; at += 1) {
    while (fa < found.length && found[fa]! <= at) fa += 1;
    while (fb < found.length && found[fb]! <= at + k) fb += 1;
    while (la < labelled.length && labelled[la]! <= at) la += 1;
    while (lb < labelled.length && labelled[lb]! <= at + k) lb += 1;
    if (wrong(fb - fa, lb - la)) errors += 1;
    steps += 1;
  }
  return steps > 0 ? errors / steps : 0;
}

/** F1 of boundaries, each matched at most once and at most `tolerance` seconds away, nearest pairs first. */
export function f1(found: readonly number[], labelled: readonly number[], tolerance: number): number {
  if (found.length === 0 && labelled.length === 0) return 1;
  const pairs: [gap: number, f: number, l: number][] = [];
  found.forEach((at, f) =>
    labelled.forEach((label, l) => {
      if (Math.abs(at - label) <= tolerance) pairs.push([Math.abs(at - label), f, l]);
    }),
  );
  pairs.sort((a, b) => a[0] - b[0]);
  const usedF = new Set<number>();
  const usedL = new Set<number>();
  for (const [, f, l] of pairs) {
    if (usedF.has(f) || usedL.has(l)) continue;
    usedF.add(f);
    usedL.add(l);
  }
  return (2 * usedF.size) / (found.length + labelled.length);
}
