declare module 'virtual:episodes' {
  import type { Episode, EpisodeCard } from '../core/episode/episode.ts';

  const episodes: readonly (EpisodeCard & { load(): Promise<{ default: Episode }> })[];
  export default episodes;
}

/** Only in the single file: the address of its own script, for its workers. */
declare var hourlineScript: string;
