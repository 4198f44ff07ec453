import type { TimeRange } from '../time.ts';
import type { Bar } from './layoutTimeline.ts';
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

/** Where a row has a bar, in the units of CSS from the left end of the ground. */
export interface BarPlace {
  readonly left: string;
  readonly width: string;
}

/**
 * Where a bar that reaches into `view` stands on the view's ground. One that is wholly in view stays where it is whatever the
 * view; one that is cut off is as wide as what is seen of it, with its name, its button and its card there.
 */
export function placeBar(of: TimeRange, view: TimeRange, ground: Ground, duration: number): BarPlace {
  const start = Math.max(of.start, view.start);
  const end = Math.min(of.end, view.end);
  const { from, wide } = placeOf({ start, end }, duration);
  if (start === of.start && end === of.end) return { left: `${from}%`, width: `${wide}%` };
  return { left: `${(from / 100) * ground.width}px`, width: `${(wide / 100) * ground.width}px` };
}

/** A bar that is drawn. */
export interface PlacedBar<T> extends BarPlace {
  readonly of: T;
  /** Whether any of it is in view. */
  readonly seen: boolean;
  /** Whether its name has room in it. */
  readonly roomy: boolean;
}

/**
 * Places those of `all` bars of a row on the ground of the view that reach into it, and are laid out for it in `bars`. What
 * has not changed since `before` is the very same object, so that whoever draws it has nothing to look at anew; and while
 * the view is `moving`, what leaves it is put by and not taken away, which would be work for the very step.
 */
export function placeBars<T extends TimeRange>(
  all: readonly T[],
  bars: readonly Bar<T>[],
  view: TimeRange,
  ground: Ground,
  duration: number,
  before: readonly PlacedBar<T>[] = [],
  moving = false,
): readonly PlacedBar<T>[] {
  const known = new Map(before.map((bar) => [bar.of, bar]));
  const inView = new Map(bars.map((bar) => [bar.of, bar]));
  const drawn = all.filter((of) => inView.has(of) || (moving && known.has(of)));
  return drawn.map((of) => {
    const same = known.get(of);
    const bar = inView.get(of);
    if (!bar) return same!.seen ? { ...same!, seen: false } : same!;
    const placed = { of, seen: true, roomy: bar.roomy, ...placeBar(of, view, ground, duration) };
    const kept = same?.seen && same.roomy === placed.roomy && same.left === placed.left && same.width === placed.width;
    return kept ? same : placed;
  });
}

/** Seconds from each mark (ascending) to the nearer one of those beside it; one that stands alone has room without end. */
export function gapsBeside(marks: readonly { readonly start: number }[]): readonly number[] {
  return marks.map(({ start }, i) =>
    Math.min(start - (marks[i - 1]?.start ?? -Infinity), (marks[i + 1]?.start ?? Infinity) - start),
  );
}
