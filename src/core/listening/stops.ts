import type { Section } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import { addRange } from './progress.ts';

/** Seconds into a segment up to which "back" means the one before, as players do. */
const GRACE = 3;

/** The reads of sponsors that can be passed over: sections and parts of that kind, those that touch as one. Seconds. */
export function sponsorReads(sections: readonly Section[]): readonly TimeRange[] {
  return sections
    .flatMap((section) => [section, ...section.parts])
    .filter(({ kind }) => kind === 'sponsor')
    .reduce<readonly TimeRange[]>((reads, { start, end }) => addRange(reads, { start, end }), []);
}

/** Where segments start, each once, without those that are passed over. `list` is ascending. */
export function stopsOf(list: readonly { readonly start: number }[], skipped: readonly TimeRange[] = []): number[] {
  return [...new Set(list.map(({ start }) => start))].filter((stop) => rangeAt(skipped, stop) === undefined);
}

/** The start of the segment after the one of `at`; where it ends, too. */
export function nextStop(stops: readonly number[], at: number): number | undefined {
  return stops.find((stop) => stop > at + 0.05);
}

/** The start of this segment, or of the one before where this one has only begun. */
export function previousStop(stops: readonly number[], at: number): number | undefined {
  return stops.findLast((stop) => stop < at - GRACE) ?? stops[0];
}

/** The range that holds a moment, its end excluded. */
export function rangeAt(ranges: readonly TimeRange[], at: number): TimeRange | undefined {
  return ranges.find(({ start, end }) => at >= start && at < end);
}
