import type { TimeRange } from '../time.ts';

/** Seconds that the closest look shows: a sentence or two. */
export const CLOSEST = 10;

/** The whole recording in view. */
export function wholeView(duration: number): TimeRange {
  return { start: 0, end: Math.max(duration, 1) };
}

/** The stretch nearest to the one wished for that lies within the recording and is not closer than the closest look. */
export function fitView({ start, end }: TimeRange, duration: number): TimeRange {
  const whole = wholeView(duration);
  const length = Math.min(whole.end, Math.max(end - start, CLOSEST));
  const middle = (start + end) / 2;
  // A stretch that is too short grows on both sides; one that stands over an end is pushed back.
  const wished = end - start < length ? middle - length / 2 : start;
  const from = Math.min(Math.max(0, wished), whole.end - length);
  return { start: from, end: from + length };
}

/** Zooms in by `factor` (below 1: out) so that the second `about` stays where it is on screen. */
export function zoomView({ start, end }: TimeRange, factor: number, about: number, duration: number): TimeRange {
  const length = Math.min(wholeView(duration).end, Math.max((end - start) / factor, CLOSEST));
  const share = (about - start) / (end - start);
  return fitView({ start: about - share * length, end: about + (1 - share) * length }, duration);
}

/** Moves the view by so many seconds, as far as the recording goes; its length stays. */
export function panView({ start, end }: TimeRange, by: number, duration: number): TimeRange {
  return fitView({ start: start + by, end: end + by }, duration);
}

/** The same view where it shows `seconds` already, else one of the same length about it. */
export function viewWith(view: TimeRange, seconds: number, duration: number): TimeRange {
  if (seconds >= view.start && seconds <= view.end) return view;
  return panView(view, seconds - (view.start + view.end) / 2, duration);
}

/** A view of a stretch with a little of what is around it. */
export function viewAround({ start, end }: TimeRange, duration: number): TimeRange {
  const air = (end - start) * 0.05;
  return fitView({ start: start - air, end: end + air }, duration);
}

/** Whether a view shows all of a talk of `duration` seconds. */
export function isWhole({ start, end }: TimeRange, duration: number): boolean {
  return end - start >= wholeView(duration).end - 1e-6 && start <= 1e-6;
}
