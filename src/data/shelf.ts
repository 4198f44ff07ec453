import { del, entries, getMany, set } from 'idb-keyval';
import { fieldsOf } from '../core/fields.ts';
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

/** Opens the database when it is first used. */
export function openShelf(): Shelf {
  const { use } = strictStore('hourline-shelf', 'episodes');
  return {
    cards: () =>
      attempt(async () => {
        const stored = await entries<string, unknown>(use);
        return stored.flatMap(([key, card]) => (isCard(card) && key === cardKey(card.slug) ? [card] : []));
      }),
    open: (slug) =>
      attempt(async () => {
        const [card, kept] = await getMany<unknown>([cardKey(slug), filesKey(slug)], use);
        if (!isCard(card) || !Array.isArray(kept) || !kept.every(isFile)) return undefined;
        const files = kept.map(({ name, bytes }) => ({ name, file: new Blob([bytes]) }));
        return readWhole(slug, card.title, files);
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

/** What is on the shelf may have come from a backup, which anybody can write. */
function isCard(value: unknown): value is ShelfCard {
  const { slug, show, number, title, airDate, duration, coverage, digest } = fieldsOf(value);
  const { start, end } = fieldsOf(coverage);
  return (
    [slug, show, title, digest].every((field) => typeof field === 'string') &&
    (number === undefined || typeof number === 'number') &&
    (airDate === undefined || typeof airDate === 'string') &&
    [duration, start, end].every(Number.isFinite)
  );
}

function isFile(value: unknown): value is KeptFile {
  const { name, bytes } = fieldsOf(value);
  return typeof name === 'string' && bytes instanceof ArrayBuffer;
}
