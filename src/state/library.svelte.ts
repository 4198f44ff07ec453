import type { Episode, EpisodeCard } from '../core/episode/episode.ts';
import { episodeCards, loadEpisode } from '../data/episodes.ts';

/** What asking for an episode led to. */
export type Opened =
  | {
      readonly is: 'open';
      readonly episode: Episode;
      /** When it was asked for, in milliseconds. */ readonly chosen: number;
    }
  | { readonly is: 'unknown' | 'failed'; readonly slug: string }
  | { readonly is: 'empty' };

/** Every episode that can be opened here, and the one that is. */
export class Library {
  #opened = $state.raw<Opened>();
  #wanted: string | undefined;

  /** Newest first. */
  get cards(): readonly EpisodeCard[] {
    return episodeCards;
  }

  /** `undefined` until the first answer is there; an episode stays on screen until the next one is. */
  get opened(): Opened | undefined {
    return this.#opened;
  }

  /** Opens an episode, the newest where none is named. Of two requests the later one wins. */
  async open(slug = episodeCards[0]?.slug): Promise<void> {
    const chosen = performance.now();
    this.#wanted = slug;
    const opened = slug === undefined ? ({ is: 'empty' } as const) : await this.#load(slug, chosen);
    if (this.#wanted === slug) this.#opened = opened;
  }

  async #load(slug: string, chosen: number): Promise<Opened> {
    try {
      const episode = await loadEpisode(slug);
      return episode ? { is: 'open', episode, chosen } : { is: 'unknown', slug };
    } catch {
      return { is: 'failed', slug };
    }
  }
}
