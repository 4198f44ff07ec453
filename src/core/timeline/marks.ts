import { bisector } from 'd3';
import type { TimeRange } from '../time.ts';

/** Something that stands at a moment of the timeline: a mention, a hit, a note, a link. Seconds. */
export interface Mark extends TimeRange {
  readonly id: string;
  /** What is not sure is drawn hollow: heard otherwise, found by likeness, only likely. */
  readonly sure: boolean;
}

/** Seconds of silence about a topic up to which it is still being talked about. */
const TALKED_ON = 45;

const byStart = bisector<Mark, number>(({ start }) => start);

/** Those of `marks` (ascending) that start within the view; hit or miss, the cost is that of two bisections. */
export function marksIn<T extends Mark>(marks: readonly T[], { start, end }: TimeRange): readonly T[] {
  const from = byStart.left(marks, start);
  const to = byStart.right(marks, end);
  return from === 0 && to === marks.length ? marks : marks.slice(from, to);
}

/** The one of `marks` (ascending) that starts nearest to `seconds`, if it is no more than `within` away. */
export function nearestMark<T extends Mark>(marks: readonly T[], seconds: number, within: number): T | undefined {
  const at = byStart.center(marks, seconds);
  const mark = marks[at];
  return mark && Math.abs(mark.start - seconds) <= within ? mark : undefined;
}

/**
 * The second that is meant by `seconds`: the start of the nearest mark of any of the lists (each ascending), if it is no more
 * than `within` away, else the whole second.
 */
export function snapToMark(lists: readonly (readonly Mark[])[], seconds: number, within: number): number {
  const near = lists.flatMap((marks) => nearestMark(marks, seconds, within)?.start ?? []);
  return near.sort((a, b) => Math.abs(a - seconds) - Math.abs(b - seconds))[0] ?? Math.round(seconds);
}

/** The stretches over which marks (ascending) follow each other closely; a mark that stands alone makes none. */
export function joinMarks(marks: readonly TimeRange[], gap = TALKED_ON): TimeRange[] {
  return stretchesOf(marks, gap)
    .filter(({ count }) => count > 1)
    .map(({ start, end }) => ({ start, end }));
}

/** The stretches about marks (ascending), single ones too, with `air` seconds on both sides. */
export function talkedAbout(marks: readonly TimeRange[], air: number, gap = TALKED_ON): TimeRange[] {
  return stretchesOf(marks, gap).map(({ start, end }) => ({ start: start - air, end: end + air }));
}

function stretchesOf(marks: readonly TimeRange[], gap: number): (TimeRange & { readonly count: number })[] {
  const stretches: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of marks) {
    const last = stretches.at(-1);
    if (last && start - last.end < gap) {
      last.end = Math.max(last.end, end);
      last.count += 1;
    } else stretches.push({ start, end, count: 1 });
  }
  return stretches;
}
