import type { Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import { noteWords } from '../notes/noteWords.ts';
import type { Found } from '../search/answer.ts';
import { excerptOf, type Piece } from '../search/excerpt.ts';
import { KIND_NAMES } from '../segments/kindNames.ts';
import type { Section, Segment } from '../segments/segment.ts';
import type { LinkMoment } from '../topics/linkMoments.ts';
import type { TimeRange } from '../time.ts';
import { howFound } from './howFound.ts';
import { continuousText } from './tell.ts';

/** A line of the timeline's text twin. Seconds. */
export interface TimelineRow extends TimeRange {
  readonly id: string;
  readonly what: 'Chapter' | 'Section' | 'Part' | 'Result' | 'Note' | 'Mention' | 'Link' | 'No transcript';
  readonly name: string;
}

const wordsOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');

/** The lines of all mentions, which no search changes: of a long talk they are thousands. */
export function mentionRows({ topics, cues }: Pick<Episode, 'topics' | 'cues'>): TimelineRow[] {
  const text = continuousText(cues);
  return topics.flatMap(({ id: topic, name, mentions }) =>
    mentions.map(({ id, start, end, how, heard, marks }): TimelineRow => {
      const as = how === 'exact' ? '' : `, as “${heard}”`;
      const around = wordsOf(excerptOf({ text }, marks));
      return { id: `mention ${topic} ${id}`, start, end, what: 'Mention', name: `${name}${as}: ${around}` };
    }),
  );
}

/** Everything that the timeline draws, as lines in the order of time; each has an id of its own. */
export function tableOf(
  episode: Pick<Episode, 'chapters' | 'links' | 'uncovered'>,
  sections: readonly Section[],
  mentions: readonly TimelineRow[],
  hits: readonly Found[],
  notes: readonly Note[],
  links: readonly LinkMoment[],
): TimelineRow[] {
  const rows: TimelineRow[] = [
    ...episode.chapters.map(({ id, start, end, title }): TimelineRow => ({
      id: `chapter ${id}`,
      start,
      end,
      what: 'Chapter',
      name: title,
    })),
    ...sections.flatMap((section): TimelineRow[] => [
      rowOf(section, 'Section', `${KIND_NAMES[section.kind]}: ${section.title}`),
      ...section.parts.map((part) => rowOf(part, 'Part', part.title)),
    ]),
    ...episode.uncovered.map(({ start, end }): TimelineRow => ({
      id: `gap ${start}`,
      start,
      end,
      what: 'No transcript',
      name: '',
    })),
    ...hits.map((hit): TimelineRow => ({
      id: `result ${hit.id}`,
      start: hit.start,
      end: hit.end,
      what: 'Result',
      name: `${wordsOf(hit.excerpt)} · ${howFound(hit)}`,
    })),
    ...mentions,
    ...links.map(({ link, start }): TimelineRow => ({
      id: `link ${link}`,
      start,
      end: start,
      what: 'Link',
      name: episode.links[link]?.title ?? '',
    })),
    ...notes.map((note): TimelineRow => ({
      id: `note ${note.id}`,
      start: note.target.start,
      end: note.target.end,
      what: 'Note',
      name: noteWords(note),
    })),
  ];
  return rows.sort((a, b) => a.start - b.start || b.end - a.end);
}

function rowOf({ id, start, end }: Segment, what: TimelineRow['what'], name: string): TimelineRow {
  return { id: `segment ${id}`, start, end, what, name };
}
