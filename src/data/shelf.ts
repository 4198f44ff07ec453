import { del, entries, getMany, set } from 'idb-keyval';
import type { Episode, EpisodeCard } from '../core/episode/episode.ts';
import { attempt, type Outcome } from './outcome.ts';
import { readWhole, type NamedFile } from './reader.ts';
import { strictStore } from './strictStore.ts';

/** What the shelf knows of an episode without opening it. */
export interface ShelfCard extends EpisodeCard {
  /** Tells the files that it was made of from others. */
  readonly digest: string;
}

/** A file as it lies on the shelf: bytes, which every browser's storage keeps whole. */
interface KeptFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/**
 * The episodes that a visitor opened, kept in this browser. What is stored are the files as they came, so that a later
 * version reads them with a better reader; the cards lie beside them, so that a list needs no files.
 */
export interface Shelf {
  cards(): Promise<Outcome<ShelfCard[]>>;
  open(slug: string): Promise<Outcome<Episode | undefined>>;
  add(card: ShelfCard, files: readonly NamedFile[]): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

const cardKey = (slug: string) => `card:${slug}`;
const filesKey = (slug: string) => `files:${slug}`;

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
        const [card, kept] = (await getMany<unknown>([cardKey(slug), filesKey(slug)], use)) as [
          ShelfCard?,
          KeptFile[]?,
        ];
        const files = kept?.map(({ name, bytes }) => ({ name, file: new Blob([bytes]) }));
        return card && files && readWhole(slug, card.title, files);
      }),
    add: (card, files) =>
      attempt(async () => {
        const kept: KeptFile[] = [];
        for (const { name, file } of files) kept.push({ name, bytes: await file.arrayBuffer() });
        // The card last: what has a card on the shelf has its files.
        await set(filesKey(card.slug), kept, use);
        await set(cardKey(card.slug), card, use);
      }),
    remove: (slug) =>
      attempt(async () => {
        await del(cardKey(slug), use);
        await del(filesKey(slug), use);
      }),
  };
}
