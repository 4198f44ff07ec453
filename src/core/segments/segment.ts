import type { TimeRange } from '../time.ts';

/** What a stretch of a show is for. `topic` is everything that no rule knows better. */
export const SEGMENT_KINDS = [
  'intro',
  'sponsor',
  'interview',
  'news',
  'housekeeping',
  'feedback',
  'picks',
  'outro',
  'topic',
] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** A stretch of the talk about one thing. Seconds. */
export interface Segment extends TimeRange {
  /** Unique in its episode: `s2` for the second section, `s2.1` for its first part. */
  readonly id: string;
  readonly kind: SegmentKind;
  /** A name, or keywords joined by ` · `; never empty. */
  readonly title: string;
  /** How sure its start is, 0 to 1. The first start is sure; so is every start that a person set. */
  readonly confidence: number;
  readonly origin: 'detected' | 'edited';
}

/** The upper level: a section and the parts that tile it. A section that is one piece has no parts. */
export interface Section extends Segment {
  readonly parts: readonly Segment[];
}

/** The sections with the ids of their places: `s2`, and `s2.1` for its first part. */
export function numbered(sections: readonly Section[]): Section[] {
  return sections.map((section, i) => ({
    ...section,
    id: `s${i + 1}`,
    parts: section.parts.map((part, j) => ({ ...part, id: `s${i + 1}.${j + 1}` })),
  }));
}
