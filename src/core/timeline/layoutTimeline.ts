import { bin } from 'd3';
import type { Chapter, Episode } from '../episode/episode.ts';
import type { Section, Segment } from '../segments/segment.ts';
import { formatClock, formatLength, type TimeRange } from '../time.ts';
import { linearScale } from './linearScale.ts';
import { wholeView } from './view.ts';

/** A stretch of the timeline as it is in view, in pixels from the left end. */
export interface Bar<T> {
  readonly x: number;
  readonly width: number;
  /** Whether its name has room in it. */
  readonly roomy: boolean;
  readonly of: T;
}

/** A mark of the axis: pixels from the left end, seconds, and what is written there. */
export interface Tick {
  readonly x: number;
  readonly at: number;
  readonly label: string;
}

/** All that is drawn of a view, in numbers. */
export interface TimelineLayout {
  /** Seconds → pixels, and back for a pointer. Both stay within the view. */
  readonly x: (seconds: number) => number;
  readonly at: (x: number) => number;
  readonly ticks: readonly Tick[];
  readonly chapters: readonly Bar<Chapter>[];
  readonly sections: readonly Bar<Section>[];
  readonly parts: readonly Bar<Segment>[];
  readonly uncovered: readonly Bar<TimeRange>[];
}

type Outlined = Pick<Episode, 'duration' | 'chapters' | 'sections' | 'uncovered'>;

/** About so many pixels does a letter of a label take, at the size in which the timeline writes. */
const LETTER = 6.6;
/** Pixels that a label keeps from the edges of its bar. */
const PADDING = 12;
/** A part's name stands in two lines, which are wrapped anew at every so-manieth pixel of what its bar's edges leave. */
const WRAP = 24;
const EDGES = 3;
/** Steps of the axis, in seconds: those that people count time in. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000];
const TICK_ROOM = 76;
/** From this length on, minutes are no longer what an hour of talk is counted in. */
const LONG = 7200;

/** What of an episode is in `view`, drawn over `width` pixels: numbers only. */
export function layoutTimeline(
  episode: Outlined,
  width: number,
  view: TimeRange = wholeView(episode.duration),
): TimelineLayout {
  const scale = linearScale([view.start, view.end], [0, Math.max(width, 1)]);
  const bars = <T extends TimeRange>(list: readonly T[], wanted: (of: T) => number): Bar<T>[] =>
    list
      .filter(({ start, end }) => end > view.start && start < view.end)
      .map((of) => {
        const x = scale(of.start);
        const room = scale(of.end) - x;
        return { x, width: room, roomy: room >= wanted(of), of };
      });
  const named = ({ title }: { readonly title: string }) => title.length * LETTER + PADDING;
  return {
    x: (seconds) => scale(seconds),
    at: (x) => scale.invert(x),
    ticks: ticksOf(episode.duration, view, scale),
    chapters: bars(episode.chapters, named),
    sections: bars(episode.sections, named),
    parts: bars(
      episode.sections.flatMap(({ parts }) => parts),
      ({ title }) => EDGES + Math.ceil((lettersInTwoLines(title) * LETTER + PADDING) / WRAP) * WRAP,
    ),
    uncovered: bars(episode.uncovered, () => 'No transcript 00:00 – 00:00'.length * LETTER + PADDING),
  };
}

/** How many letters the longer of two lines has, where a title is broken between words so that it is as short as can be. */
export function lettersInTwoLines(title: string): number {
  const gaps = [...title.matchAll(/ /g)].map(({ index }) => Math.max(index, title.length - index - 1));
  return Math.min(title.length, ...gaps);
}

function ticksOf(duration: number, view: TimeRange, x: (seconds: number) => number): Tick[] {
  const step = STEPS.find((seconds) => x(view.start + seconds) >= TICK_ROOM) ?? STEPS.at(-1)!;
  const first = Math.ceil(view.start / step);
  const length = Math.floor(Math.min(view.end, duration) / step) - first + 1;
  return Array.from({ length }, (_, i) => {
    const at = (first + i) * step;
    return { at, x: x(at), label: formatTick(at, step, duration) };
  });
}

/** Whole minutes or hours as such; where steps are finer, as a clock shows them. */
function formatTick(at: number, step: number, duration: number): string {
  if (duration > LONG) return step % 3600 === 0 ? `${at / 3600} h` : formatClock(at);
  return step < 60 ? formatLength(at) : `${at / 60} min`;
}

/** A column of a histogram: pixels, and its height as a share of the highest. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly share: number;
  readonly count: number;
}

/** How many of `moments` (seconds) fall into each stretch of `columnWidth` pixels; empty stretches are left out. */
export function layoutHistogram(
  moments: readonly number[],
  duration: number,
  width: number,
  columnWidth = 6,
): Column[] {
  const { end } = wholeView(duration);
  const scale = linearScale([0, end], [0, Math.max(width, 1)]);
  const columns = Math.max(1, Math.round(width / columnWidth));
  const borders = Array.from({ length: columns - 1 }, (_, i) => ((i + 1) * end) / columns);
  const bins = bin().domain([0, end]).thresholds(borders)(moments);
  const most = Math.max(1, ...bins.map(({ length }) => length));
  return bins
    .filter(({ length }) => length > 0)
    .map(({ x0, x1, length }) => ({
      x: scale(x0 ?? 0),
      width: scale(x1 ?? end) - scale(x0 ?? 0),
      share: length / most,
      count: length,
    }));
}
