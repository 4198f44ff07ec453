import { bisector } from 'd3';
import type { Chapter, Episode } from '../episode/episode.ts';
import type { Moment } from '../link.ts';
import type { Cue } from './cue.ts';
import { buildParagraphs, type Paragraph } from './paragraphs.ts';

/** What is read under one heading. A chapter that no cue speaks for has no paragraphs. */
export interface ReadingSection {
  readonly id: string;
  readonly chapter?: Chapter;
  readonly paragraphs: readonly Paragraph[];
}

/** The transcript as it is read: paragraphs under the published chapters, all chapters in their order. */
export function buildReading({ cues, chapters }: Pick<Episode, 'cues' | 'chapters'>): ReadingSection[] {
  const paragraphs = buildParagraphs(
    cues,
    chapters.map(({ start }) => start),
  );
  const untitled = paragraphs.filter(({ start }) => start < (chapters[0]?.start ?? Infinity));
  const sections = chapters.map((chapter, i): ReadingSection => {
    const next = chapters[i + 1]?.start ?? Infinity;
    return {
      id: chapter.id,
      chapter,
      paragraphs: paragraphs.filter(({ start }) => start >= chapter.start && start < next),
    };
  });
  return untitled.length > 0 ? [{ id: 'start', paragraphs: untitled }, ...sections] : sections;
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
