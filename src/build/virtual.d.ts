declare module 'virtual:episodes' {
  import type { Episode, EpisodeCard } from '../core/episode/episode.ts';

  const episodes: readonly (EpisodeCard & { load(): Promise<{ default: Episode }> })[];
  export default episodes;
}
