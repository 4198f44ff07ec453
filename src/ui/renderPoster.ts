import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { beginningOf, POSTER_LETTERS } from '../core/episode/beginning.ts';
import { cardOf, type Episode } from '../core/episode/episode.ts';
import { formatPlace, type Moment } from '../core/link.ts';
import EpisodeView from './EpisodeView.svelte';

/**
 * The markup of an episode's view before anything has come to it: the real components, drawn at build by Svelte's server
 * side. `build/posterPlugin.ts` runs this; the page itself never imports it.
 */
export function renderPoster(episode: Episode): string {
  const { slug } = episode;
  const held = beginningOf(episode, POSTER_LETTERS);
  // What the view reads while it is drawn, of classes that live in a browser. It is drawn once, and asks nothing of them.
  const still = {
    episode: held,
    poster: held.cues.length < episode.cues.length ? 'beginning' : 'whole',
    chosen: 0,
    address: { query: '', hrefTo: (moment: Moment) => formatPlace({ slug, moment }) },
    // Links to other episodes lead nowhere as long as there is no program.
    library: { cards: [cardOf(episode)], isOwn: () => false },
    later: { missing: false },
    preferences: { theme: 'system', textSize: 1.125 },
    onopen: () => undefined,
    offline: undefined,
  };
  return render(EpisodeView, { props: still as unknown as ComponentProps<typeof EpisodeView> }).body;
}
