import type { Chapter, Episode } from '../episode/episode.ts';
import type { Section, Segment, SegmentKind } from '../segments/segment.ts';

/** What stands in a row of bars: a chapter, or a section or part of the talk. */
export type Barred = Chapter | Segment;

/** What is known of a bar: its kind's key, and name where bars say it, whether its edge is unsure, who set it. */
export interface BarKind {
  readonly kind: SegmentKind | 'chapter';
  readonly name?: string | undefined;
  readonly weak?: boolean;
  readonly origin: Segment['origin'] | 'published';
}

/** A row of bars of the opened timeline. */
export interface BarRow {
  readonly id: 'chapters' | 'sections' | 'parts';
  readonly label: string;
  /** Where the bars come from, in a word or two. */
  readonly source: string;
  /** In the order of time; no two are at the same moment. */
  readonly bars: readonly Barred[];
  readonly kindOf: (bar: Barred) => BarKind;
}

/** The rows of bars that are not empty, from the top. `kindNames` are the kinds' names for people. */
export function buildBarRows(
  { chapters }: Pick<Episode, 'chapters'>,
  sections: readonly Section[],
  kindNames: Readonly<Record<SegmentKind, string>>,
): BarRow[] {
  const parts = sections.flatMap((section) => section.parts);
  const rows: BarRow[] = [
    { id: 'chapters', label: 'Published chapters', source: '', bars: chapters, kindOf },
    {
      id: 'sections',
      label: 'Sections',
      source: sourceOf(sections),
      bars: sections,
      kindOf: (bar) => kindOf(bar, kindNames),
    },
    { id: 'parts', label: 'Parts', source: sourceOf(parts), bars: parts, kindOf },
  ];
  return rows.filter(({ bars }) => bars.length > 0);
}

function kindOf(bar: Barred, names?: Readonly<Record<SegmentKind, string>>): BarKind {
  if (!('kind' in bar)) return { kind: 'chapter', origin: 'published' };
  const { kind, confidence, origin } = bar;
  return { kind, name: names?.[kind], weak: confidence < 0.5, origin };
}

function sourceOf(segments: readonly Segment[]): string {
  const found = segments.filter(({ origin }) => origin === 'detected').length;
  return found === segments.length ? 'detected' : found === 0 ? 'by hand' : 'detected, mended';
}
