import { fullName, type EpisodeCard } from '../episode/episode.ts';
import { formatClock } from '../time.ts';
import type { Note } from './note.ts';

/** What a form of notes needs beside them: the episodes they are about, and where the page stands. */
export interface NotesContext {
  readonly episodes: readonly EpisodeCard[];
  /** The page's address without what stands behind `#`; links lead there. */
  readonly page: string;
}

/** Notes as plain text that can be read, cited and mailed: passage, time, words, note. */
export function formatNotes(notes: readonly Note[], { episodes }: Pick<NotesContext, 'episodes'>): string {
  return notes
    .map(({ episode, body, tags, target }) => {
      const card = episodes.find(({ slug }) => slug === episode);
      const where = `${card ? fullName(card) : episode}, ${formatClock(target.start)}–${formatClock(target.end)}`;
      const quote = target.quote.exact === '' ? [] : [`“${target.quote.exact}”`];
      const tagged = tags.length === 0 ? [] : [tags.map((tag) => `#${tag}`).join(' ')];
      return [where, ...quote, '', body, ...tagged, ''].join('\n');
    })
    .join('\n--------\n\n');
}
