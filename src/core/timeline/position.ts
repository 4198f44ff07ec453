import type { Episode } from '../episode/episode.ts';
import type { Section } from '../segments/segment.ts';
import { formatSpoken, type TimeRange } from '../time.ts';
import { startedAt } from '../transcript/reading.ts';

/** `1 minute 3 seconds, Tailscale`: second `at` as the slider over the whole recording says it. */
export function formatPosition(
  at: number,
  { chapters, uncovered }: Pick<Episode, 'chapters' | 'uncovered'>,
  sections: readonly Section[],
): string {
  const place = at < (sections.at(-1)?.end ?? 0) ? startedAt(sections, at) : startedAt(chapters, at);
  const silent = uncovered.some(({ start, end }) => at >= start && at <= end);
  return [formatSpoken(at), place?.title, silent && 'no transcript'].filter(Boolean).join(', ');
}

/** Seconds that an arrow moves by. */
const STEP = 5;

/**
 * The second that a key of a slider leads to from second `at`: Page keys to the previous or next of `starts` (in any order),
 * arrows a little, Home and End to the ends. Nothing where a key is none of these.
 */
export function stepPosition(key: string, at: number, starts: readonly number[], duration: number): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowLeft: at - STEP,
    ArrowDown: at - STEP,
    ArrowRight: at + STEP,
    ArrowUp: at + STEP,
    PageUp: Math.max(0, ...starts.filter((start) => start < at)),
    PageDown: Math.min(duration, ...starts.filter((start) => start > at)),
    Home: 0,
    End: duration,
  };
  const seconds = to[key];
  return seconds === undefined ? undefined : Math.min(duration, Math.max(0, seconds));
}

/** A stretch whose end a key moves by so many seconds: within the recording, and never so short that it is none. */
export function growStretch({ start, end }: TimeRange, by: number, duration: number): TimeRange {
  return { start, end: Math.min(duration, Math.max(start + STEP, end + by)) };
}
