import { fullName, type EpisodeCard } from '../episode/episode.ts';
import { formatClock } from '../time.ts';
import type { Note } from './note.ts';

/** Notes as plain text that can be read, cited and mailed: passage, time, words, note. */
export function formatNotes(notes: readonly Note[], episodes: readonly EpisodeCard[]): string {
  return notes
    .map(({ episode, body, target }) => {
      const card = episodes.find(({ slug }) => slug === episode);
      const where = `${card ? fullName(card) : episode}, ${formatClock(target.start)}–${formatClock(target.end)}`;
      return [where, ...(target.quote.exact === '' ? [] : [`“${target.quote.exact}”`]), '', body, ''].join('\n');
    })
    .join('\n--------\n\n');
}
