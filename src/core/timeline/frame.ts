import type { TimeRange } from '../time.ts';

/** How the frame is held that shows on the overview what the lanes show: by one of its edges, or between them. */
export type Hold = 'start' | 'end' | 'pan';

/** Pixels that an edge can be taken at, most of them within the frame. */
const GRIP = 12;

/** How a pointer at pixel `x` would hold a frame from pixel `left` to `right`; of one too narrow for two edges, the first. */
export function holdAt(x: number, left: number, right: number): Hold | undefined {
  if (Math.abs(x - left - GRIP / 2) <= GRIP) return 'start';
  if (Math.abs(x - right + GRIP / 2) <= GRIP) return 'end';
  return x > left && x < right ? 'pan' : undefined;
}

/** What a frame of these seconds becomes where it is held and dragged from second `from` to second `to`. */
export function dragFrame(hold: Hold, { start, end }: TimeRange, from: number, to: number): TimeRange {
  if (hold === 'start') return { start: Math.min(to, end), end };
  if (hold === 'end') return { start, end: Math.max(to, start) };
  return { start: start + to - from, end: end + to - from };
}
