import bundled from 'virtual:episodes';
import type { Episode, EpisodeCard } from '../core/episode/episode.ts';

/** Every episode that can be opened, newest first. */
export const episodeCards: readonly EpisodeCard[] = [...bundled].sort((a, b) =>
  (b.airDate ?? '').localeCompare(a.airDate ?? ''),
);

/** Fetches an episode's chunk; `undefined` where there is no such episode. Rejects where the chunk can't be had. */
export async function loadEpisode(slug: string): Promise<Episode | undefined> {
  return (await bundled.find((card) => card.slug === slug)?.load())?.default;
}
