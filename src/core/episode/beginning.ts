import { buildReading } from '../transcript/reading.ts';
import type { Episode } from './episode.ts';

/**
 * Letters of a talk that the built page holds as text: about an hour. Of a longer one it holds the beginning, as a page grows
 * by half a kilobyte with each thousand.
 */
export const POSTER_LETTERS = 60_000;

/**
 * The episode with its first paragraphs alone: as many as hold `letters` letters, at least one, each of them as it is in
 * the whole (`buildReading`). Everything else that is known of the episode stays.
 */
export function beginningOf<T extends Pick<Episode, 'cues' | 'chapters' | 'sections'>>(episode: T, letters: number): T {
  let left = letters;
  const cues = buildReading(episode)
    .flatMap(({ paragraphs }) => paragraphs)
    .filter(({ cues }) => {
      const isWithin = left > 0;
      left -= cues.reduce((sum, { text }) => sum + text.length + 1, 0);
      return isWithin;
    })
    .flatMap((paragraph) => paragraph.cues);
  return { ...episode, cues };
}
