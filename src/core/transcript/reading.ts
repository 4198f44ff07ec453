import { bisector } from 'd3';
import type { Episode } from '../episode/episode.ts';
import type { Moment } from '../link.ts';
import type { Segment } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import type { Cue } from './cue.ts';
import { buildParagraphs, type Paragraph } from './paragraphs.ts';

/** A heading of the transcript: a published chapter, a section of the talk, or a part of one. Seconds. */
export interface Heading extends TimeRange {
  readonly id: string;
  readonly level: 'chapter' | 'section' | 'part';
  readonly title: string;
  /** Of sections and parts. */
  readonly segment?: Segment;
}

/** Paragraphs that are read under the same headings. A chapter that no cue speaks for has none. */
export interface ReadingBlock {
  readonly id: string;
  /** Those that start here, from the widest to the narrowest. */
  readonly headings: readonly Heading[];
  readonly paragraphs: readonly Paragraph[];
}

/**
 * The transcript as it is read: paragraphs under published chapters, sections and parts, each where it starts. A segment
 * that starts within a cue is set before or behind it, whichever is nearer, for a cue is never torn.
 */
export function buildReading({
  cues,
  chapters,
  sections,
}: Pick<Episode, 'cues' | 'chapters' | 'sections'>): ReadingBlock[] {
  const headings = headingsOf({ chapters, sections })
    .map((heading) => ({ heading, at: snapToCue(cues, heading.start) }))
    .sort((a, b) => a.at - b.at);
  const paragraphs = buildParagraphs(
    cues,
    headings.map(({ at }) => at),
  );
  const blocks: { id: string; headings: Heading[]; paragraphs: Paragraph[] }[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    const here: Heading[] = [];
    for (; next < headings.length && headings[next]!.at <= paragraph.start; next += 1)
      here.push(headings[next]!.heading);
    if (here.length > 0 || blocks.length === 0) blocks.push({ id: paragraph.id, headings: here, paragraphs: [] });
    blocks.at(-1)!.paragraphs.push(paragraph);
  }
  for (const { heading } of headings.slice(next)) blocks.push({ id: heading.id, headings: [heading], paragraphs: [] });
  return blocks;
}

function headingsOf({ chapters, sections }: Pick<Episode, 'chapters' | 'sections'>): Heading[] {
  const segment = (level: 'section' | 'part', one: Segment): Heading => ({
    id: one.id,
    level,
    start: one.start,
    end: one.end,
    title: one.title,
    segment: one,
  });
  return [
    ...chapters.map(({ id, start, end, title }): Heading => ({ id, level: 'chapter', start, end, title })),
    ...sections.flatMap((section) => [
      segment('section', section),
      ...section.parts.map((part) => segment('part', part)),
    ]),
  ];
}

/** The start of the cue that is nearest to a time, for times within the talk. */
function snapToCue(cues: readonly Cue[], seconds: number): number {
  const cue = startedAt(cues, seconds);
  if (!cue || seconds <= cue.start || seconds >= cue.end) return seconds;
  return seconds - cue.start <= cue.end - seconds ? cue.start : cue.end;
}

/** Stretches without a transcript by the id of the paragraph that follows each; what comes after the last follows none. */
export function gapsBefore(
  paragraphs: readonly Paragraph[],
  uncovered: readonly TimeRange[],
): ReadonlyMap<string, TimeRange> {
  return new Map(
    uncovered.flatMap((gap) => {
      const next = paragraphs.find(({ start }) => start >= gap.end);
      return next ? [[next.id, gap] as const] : [];
    }),
  );
}

const byStart = bisector<{ readonly start: number }, number>(({ start }) => start);

/** The last of `list` (ascending) that has started at `seconds`, else the first. */
export function startedAt<T extends { readonly start: number }>(list: readonly T[], seconds: number): T | undefined {
  return list[Math.max(0, byStart.right(list, seconds) - 1)];
}

/** The cues of a moment: the one that is being said, or all that a range touches. */
export function cuesOf(cues: readonly Cue[], { start, end }: Moment): readonly Cue[] {
  const first = startedAt(cues, start);
  if (!first) return [];
  if (end === undefined) return [first];
  const touched = cues.filter((cue) => cue.start < end && cue.end > start);
  return touched.length > 0 ? touched : [first];
}
