import type { Episode, EpisodeCard } from '../core/episode/episode.ts';
import type { Preview } from '../core/episode/opening.ts';
import { episodeCards, loadEpisode } from '../data/episodes.ts';
import { NO_CORRECTIONS, openOutlineStore, type OutlineStore } from '../data/outlineStore.ts';
import { readWhole, type NamedFile } from '../data/reader.ts';
import { openShelf, type Shelf, type ShelfCard } from '../data/shelf.ts';

/** What asking for an episode led to. */
export type Opened =
  | {
      readonly is: 'open';
      readonly episode: Episode;
      /** When it was asked for, in milliseconds of `performance.now()`. */
      readonly chosen: number;
    }
  | { readonly is: 'unknown'; readonly slug: string }
  | { readonly is: 'failed'; readonly slug: string; readonly reason: string | undefined }
  | { readonly is: 'empty' };

/** Every episode that can be opened here, bundled or opened by the visitor, and the one that is. */
export class Library {
  #opened = $state.raw<Opened>();
  #kept = $state.raw<readonly ShelfCard[]>([]);
  /** Episodes of this visit that the disk would not take. */
  #unkept = new Map<string, readonly NamedFile[]>();
  #trouble = $state.raw<string>();
  #wanted: string | undefined;
  readonly #shelf: Shelf;
  readonly #outlines: OutlineStore;
  readonly #listed: Promise<void>;

  constructor(shelf: Shelf = openShelf(), outlines: OutlineStore = openOutlineStore()) {
    this.#shelf = shelf;
    this.#outlines = outlines;
    this.#listed = this.#list();
  }

  /** The bundled ones, newest first, then those that the visitor opened. */
  get cards(): readonly EpisodeCard[] {
    return [...episodeCards, ...this.#kept];
  }

  /** Whether the visitor opened it, so that it can be removed. */
  isOwn(slug: string): boolean {
    return this.#kept.some((card) => card.slug === slug);
  }

  /** `undefined` until the first answer is there; an episode stays on screen until the next one is. */
  get opened(): Opened | undefined {
    return this.#opened;
  }

  /** Why the last episode that was added could not be kept, in words. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Opens an episode, the newest where none is named. Of two requests the later one wins. */
  async open(slug = episodeCards[0]?.slug): Promise<void> {
    const chosen = performance.now();
    this.#wanted = slug;
    const opened = slug === undefined ? ({ is: 'empty' } as const) : await this.#load(slug, chosen);
    if (this.#wanted === slug) this.#opened = opened;
  }

  /** The episode that was made of the same files before. */
  known({ digest }: Preview): EpisodeCard | undefined {
    return this.#kept.find((card) => card.digest === digest);
  }

  /** Adds an episode to what is kept; gives the slug under which it is found, one that nothing else has. */
  async add(preview: Preview, files: readonly NamedFile[]): Promise<string | undefined> {
    if (!preview.card) return undefined;
    const same = this.known(preview);
    if (same) return same.slug;
    const taken = new Set(this.cards.map((card) => card.slug));
    let slug = preview.slug;
    for (let i = 2; taken.has(slug); i += 1) slug = `${preview.slug}-${i}`;
    const card: ShelfCard = { ...preview.card, slug, digest: preview.digest };
    const kept = await this.#shelf.add(card, files);
    this.#trouble = kept.ok ? undefined : kept.reason;
    if (!kept.ok) this.#unkept.set(slug, files);
    this.#kept = [...this.#kept, card];
    return slug;
  }

  /** Takes back what was put right in an episode. */
  async revert(slug: string): Promise<void> {
    await this.#outlines.save(slug, NO_CORRECTIONS);
  }

  async remove(slug: string): Promise<void> {
    // What was put right in it belongs to it, and so does how it was listened to.
    await this.revert(slug);
    const { openListeningStore } = await import('../data/listeningStore.ts');
    await openListeningStore().remove(slug);
    const removed = await this.#shelf.remove(slug);
    this.#trouble = removed.ok ? undefined : removed.reason;
    this.#unkept.delete(slug);
    this.#kept = this.#kept.filter((card) => card.slug !== slug);
  }

  async #list(): Promise<void> {
    const listed = await this.#shelf.cards();
    if (listed.ok) this.#kept = [...listed.value, ...this.#kept];
  }

  async #load(slug: string, chosen: number): Promise<Opened> {
    try {
      const episode = (await loadEpisode(slug)) ?? (await this.#loadOwn(slug));
      return episode ? { is: 'open', episode, chosen } : { is: 'unknown', slug };
    } catch (error) {
      return { is: 'failed', slug, reason: error instanceof ShelfError ? error.message : undefined };
    }
  }

  async #loadOwn(slug: string): Promise<Episode | undefined> {
    const unkept = this.#unkept.get(slug);
    if (unkept) return readWhole(slug, slug, unkept);
    await this.#listed;
    if (!this.isOwn(slug)) return undefined;
    const found = await this.#shelf.open(slug);
    if (!found.ok) throw new ShelfError(found.reason);
    return found.value;
  }
}

class ShelfError extends Error {}
