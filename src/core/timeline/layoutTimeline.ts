import { scaleLinear } from 'd3';
import type { Episode } from '../episode/episode.ts';
import type { Section } from '../segments/segment.ts';
import { formatLength, type TimeRange } from '../time.ts';

/** A stretch of the timeline, in pixels from its left end. */
export interface Bar<T> {
  readonly x: number;
  readonly width: number;
  /** Whether a text of the wanted length has room in it. */
  readonly roomy: boolean;
  readonly of: T;
}

export interface Tick {
  readonly x: number;
  readonly at: number;
  readonly label: string;
}

export interface TimelineLayout {
  /** Seconds → pixels, and back for a pointer. Both stay within the recording. */
  readonly x: (seconds: number) => number;
  readonly at: (x: number) => number;
  readonly ticks: readonly Tick[];
  readonly chapters: readonly Bar<Episode['chapters'][number]>[];
  readonly sections: readonly Bar<Section>[];
  readonly uncovered: readonly Bar<TimeRange>[];
}

/** About so many pixels does a letter of a label take, at the size in which the timeline writes. */
const LETTER = 6.6;
/** Steps between minutes on the axis, in seconds: those that people count in. */
const STEPS = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000];
const TICK_ROOM = 76;

/** An episode drawn over `width` pixels: numbers only. D3's linear scale does the arithmetic. */
export function layoutTimeline(
  episode: Pick<Episode, 'duration' | 'chapters' | 'sections' | 'uncovered'>,
  width: number,
): TimelineLayout {
  const scale = scaleLinear([0, Math.max(episode.duration, 1)], [0, Math.max(width, 1)]).clamp(true);
  const step = STEPS.find((seconds) => scale(seconds) >= TICK_ROOM) ?? STEPS.at(-1)!;
  const ticks: Tick[] = [];
  for (let at = 0; at <= episode.duration; at += step) ticks.push({ at, x: scale(at), label: formatTick(at, step) });
  const bar = <T extends TimeRange>(of: T, text: string): Bar<T> => {
    const x = scale(of.start);
    const room = scale(of.end) - x;
    return { x, width: room, roomy: room >= text.length * LETTER + 12, of };
  };
  return {
    x: (seconds) => scale(seconds),
    at: (x) => scale.invert(x),
    ticks,
    chapters: episode.chapters.map((chapter) => bar(chapter, chapter.title)),
    sections: episode.sections.map((section) => bar(section, section.title)),
    uncovered: episode.uncovered.map((span) => bar(span, 'No transcript 00:00 – 00:00')),
  };
}

/** Whole minutes as such; where steps are finer, minutes and seconds. */
function formatTick(at: number, step: number): string {
  return step < 60 ? formatLength(at) : `${at / 60} min`;
}
