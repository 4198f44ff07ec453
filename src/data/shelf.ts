import { del, entries, get, set } from 'idb-keyval';
import { cardOf, type Episode, type EpisodeCard } from '../core/episode/episode.ts';
import type { Candidate } from '../core/episode/opening.ts';
import type { SourceDocument } from '../core/episode/readEpisode.ts';
import { attempt, type Outcome } from './outcome.ts';
import { readKept } from './reader.ts';
import { strictStore } from './strictStore.ts';

/** What the shelf knows of an episode without opening it. */
export interface ShelfCard extends EpisodeCard {
  readonly digest: string;
}

/**
 * The episodes that a visitor opened, kept in this browser. What is stored are the documents as they came, so that a
 * later version reads them with a better reader; the cards lie beside them, so that a list needs no documents.
 */
export interface Shelf {
  cards(): Promise<Outcome<ShelfCard[]>>;
  open(slug: string): Promise<Outcome<Episode | undefined>>;
  add(slug: string, candidate: Candidate): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

const cardKey = (slug: string) => `card:${slug}`;
const documentsKey = (slug: string) => `documents:${slug}`;

export function openShelf(): Shelf {
  const { use } = strictStore('hourline-shelf', 'episodes');
  return {
    cards: () =>
      attempt(async () => {
        const stored = await entries<string, ShelfCard>(use);
        return stored.filter(([key]) => key.startsWith('card:')).map(([, card]) => card);
      }),
    open: (slug) =>
      attempt(async () => {
        const documents = await get<SourceDocument[]>(documentsKey(slug), use);
        return documents && readKept(slug, documents);
      }),
    add: (slug, { episode, documents, digest }) =>
      attempt(async () => {
        if (!episode) return;
        const card: ShelfCard = { ...cardOf({ ...episode, slug }), digest };
        // The card last: a card on the shelf has its documents.
        await set(documentsKey(slug), documents, use);
        await set(cardKey(slug), card, use);
      }),
    remove: (slug) =>
      attempt(async () => {
        await del(cardKey(slug), use);
        await del(documentsKey(slug), use);
      }),
  };
}
