import type { TimeRange } from '../time.ts';
import { wholeView } from './view.ts';

/** The whole recording as wide as it is at the scale of a view, in pixels from the left end of the view. */
export interface Ground {
  readonly left: number;
  readonly width: number;
}

/**
 * The ground on which a row's buttons stand. They have their places in per cent of it, which no view changes, so that a
 * step of zooming or panning moves one ground per row instead of every button on it.
 */
export function groundOf(view: TimeRange, width: number, duration: number): Ground {
  const perSecond = width / (view.end - view.start);
  return { left: -view.start * perSecond, width: wholeView(duration).end * perSecond };
}

/** A stretch's place on the ground, in per cent of the ground's width. */
export function placeOf({ start, end }: TimeRange, duration: number): { readonly from: number; readonly wide: number } {
  const whole = wholeView(duration).end;
  return { from: (start / whole) * 100, wide: ((end - start) / whole) * 100 };
}

/** Seconds from each mark (ascending) to the nearer one of those beside it; one that stands alone has room without end. */
export function gapsBeside(marks: readonly { readonly start: number }[]): readonly number[] {
  return marks.map(({ start }, i) =>
    Math.min(start - (marks[i - 1]?.start ?? -Infinity), (marks[i + 1]?.start ?? Infinity) - start),
  );
}
