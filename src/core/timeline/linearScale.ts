/** Seconds → pixels; what lies beyond the ends stays at them. */
export interface LinearScale {
  (value: number): number;
  /** Pixels → seconds, in the same way. */
  invert(pixels: number): number;
}

/**
 * What d3's `scaleLinear(domain, range).clamp(true)` gives, of the same arithmetic: d3's scale brings colours, formats and
 * text along, a sixth of all that was fetched before the first paragraph.
 */
export function linearScale(
  [start, end]: readonly [start: number, end: number],
  [left, right]: readonly [left: number, right: number],
): LinearScale {
  const scale = (value: number) => between(left, right, shareOf(value, start, end));
  return Object.assign(scale, { invert: (pixels: number) => between(start, end, shareOf(pixels, left, right)) });
}

/** The number at a share of the way, which at both ends is the end itself. */
export function between(from: number, to: number, share: number): number {
  return from * (1 - share) + to * share;
}

/** Where a value lies between two others, 0 to 1; in the middle where they are the same. */
function shareOf(value: number, from: number, to: number): number {
  return from === to ? 0.5 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}
