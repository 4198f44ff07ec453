import { bisector } from 'd3';
import type { TimeRange } from '../time.ts';
import type { Cue } from '../transcript/cue.ts';

/** Ranges closer than this, in seconds, are one: nobody skips the breath between two sentences. */
const BREATH = 1;
/** Words a second that a quick reader takes in; what stands on screen longer than that was read. */
const READING = 8;
/** Seconds from the start that are nothing to go back to. */
const BEGUN = 20;

const byStart = bisector<TimeRange, number>(({ start }) => start);

/** Adds a stretch to what was read or heard; what touches is merged. Ascending, without overlaps; the same list where nothing is new. */
export function addRange(ranges: readonly TimeRange[], { start, end }: TimeRange): readonly TimeRange[] {
  if (!(end > start) || ranges.some((range) => range.start <= start && range.end >= end)) return ranges;
  const before = ranges.filter((range) => range.end < start - BREATH);
  const after = ranges.filter((range) => range.start > end + BREATH);
  const touched = ranges.slice(before.length, ranges.length - after.length);
  return [
    ...before,
    {
      start: Math.min(start, ...touched.map((range) => range.start)),
      end: Math.max(end, ...touched.map((r) => r.end)),
    },
    ...after,
  ];
}

/** How much of `whole` was read or heard, 0 to 1. */
export function shareOf(ranges: readonly TimeRange[], whole: TimeRange): number {
  const length = whole.end - whole.start;
  if (length <= 0) return 0;
  const sum = ranges.reduce(
    (total, { start, end }) => total + Math.max(0, Math.min(end, whole.end) - Math.max(start, whole.start)),
    0,
  );
  return Math.min(1, sum / length);
}

/**
 * What was read of the stretch on screen in the time that it stood still: whole cues from its start on, as many words as
 * a quick reader takes in. `undefined` before the first cue is through.
 */
export function readWithin(cues: readonly Cue[], view: TimeRange, seconds: number): TimeRange | undefined {
  let words = seconds * READING;
  let end: number | undefined;
  for (let i = byStart.left(cues, view.start); i < cues.length; i += 1) {
    const cue = cues[i]!;
    words -= cue.text.split(/\s+/).length;
    if (words < 0 || cue.start >= view.end) break;
    end = Math.max(end ?? 0, cue.end);
  }
  return end === undefined || end <= view.start ? undefined : { start: view.start, end };
}

/** Where a visit may go on, in seconds: not at the very start, and not where the talk was all but over. */
export function continueAt(stopped: number | undefined, talk: TimeRange): number | undefined {
  if (stopped === undefined || stopped < talk.start + BEGUN) return undefined;
  return stopped < talk.end - Math.min(BEGUN, (talk.end - talk.start) / 20) ? stopped : undefined;
}
