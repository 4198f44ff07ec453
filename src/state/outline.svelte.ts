import type { Episode } from '../core/episode/episode.ts';
import type { Section } from '../core/segments/segment.ts';
import { linkMoments, type LinkMoment } from '../core/topics/linkMoments.ts';
import { NO_CORRECTIONS, openOutlineStore, type Corrections, type OutlineStore } from '../data/outlineStore.ts';

/** How many steps back `undo` goes. */
const MOST_UNDO = 50;

/** How fine the parts are cut: fewer, as usual, more. */
const FINENESS = [0, 0.5, 1, 2, 3] as const;
const USUAL = 2;

/** One for the page: a connection that each episode opened anew would stay open for as long as the page. */
let shared: OutlineStore | undefined;

/**
 * An episode's segments as the visitor has them: as published or found, with fewer or more parts on request, and as
 * corrected, which is kept in this browser.
 */
export class Outline {
  readonly #episode: Episode;
  readonly #store: OutlineStore;
  #found = $state.raw<readonly Section[]>([]);
  #corrections = $state.raw(NO_CORRECTIONS);
  #before = $state.raw<readonly Corrections[]>([]);
  #fineness = $state.raw(USUAL);
  #trouble = $state.raw<string>();

  constructor(episode: Episode, store: OutlineStore = (shared ??= openOutlineStore())) {
    this.#episode = episode;
    this.#store = store;
    this.#found = episode.sections;
    void this.#load();
  }

  get sections(): readonly Section[] {
    return this.#corrections.sections ?? this.#found;
  }

  /** Whether the visitor changed something that can be taken back. */
  get isEdited(): boolean {
    return this.#corrections.sections !== undefined;
  }

  /** The links of the show notes that are discussed at a moment, in the order of time. */
  get links(): readonly LinkMoment[] {
    return linkMoments(this.#episode, this.#corrections.links);
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canBeFiner(): boolean {
    return this.#fineness < FINENESS.length - 1;
  }

  get canBeCoarser(): boolean {
    return this.#fineness > 0;
  }

  /** Why the last correction could not be kept, in words. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** A correction; one that gives the same list back changes nothing. */
  edit(correct: (sections: readonly Section[]) => readonly Section[]): void {
    const sections = correct(this.sections);
    if (sections !== this.sections) void this.#write({ ...this.#corrections, sections });
  }

  /** Sets where a link is discussed, in seconds; `null` for nowhere, `undefined` for where it was found. */
  setLink(url: string, start: number | null | undefined): void {
    const links = new Map(this.#corrections.links);
    if (start === undefined) links.delete(url);
    else links.set(url, start);
    void this.#write({ ...this.#corrections, links });
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    void this.#keep(before);
  }

  /** Back to what was published or found; can be undone. */
  reset(): void {
    if (this.isEdited) void this.#write({ links: this.#corrections.links });
  }

  /** Takes back all corrections, those to links too; can be undone. Resolves once the disk has none. */
  async revert(): Promise<void> {
    await this.#write(NO_CORRECTIONS);
  }

  /** Cuts the talk anew with fewer (-1) or more (1) parts; a correction is taken back by it, and can be undone. */
  async cut(by: -1 | 1): Promise<void> {
    const next = Math.min(FINENESS.length - 1, Math.max(0, this.#fineness + by));
    if (next === this.#fineness) return;
    this.#fineness = next;
    // Few ask for it, so it is fetched when asked for.
    const { detectSegments } = await import('../core/segments/detectSegments.ts');
    if (this.#fineness !== next) return;
    this.#found =
      next === USUAL ? this.#episode.sections : detectSegments(this.#episode, { fineness: FINENESS[next]! });
    if (this.isEdited) void this.#write({ links: this.#corrections.links });
  }

  async #load(): Promise<void> {
    const loaded = await this.#store.load(this.#episode.slug);
    if (loaded.ok && this.#corrections === NO_CORRECTIONS) this.#corrections = loaded.value;
  }

  async #write(corrections: Corrections): Promise<void> {
    this.#before = [...this.#before, this.#corrections].slice(-MOST_UNDO);
    await this.#keep(corrections);
  }

  async #keep(corrections: Corrections): Promise<void> {
    this.#corrections = corrections;
    const outcome = await this.#store.save(this.#episode.slug, corrections);
    this.#trouble = outcome.ok ? undefined : outcome.reason;
  }
}
