import type { Cue } from '../core/transcript/cue.ts';
import { buildSearchIndex, searchTalk, type Hit, type PublishedName } from '../core/search/search.ts';
import { timed } from './timing.ts';

/** Searching one episode: hits follow the query; stepping goes through them in the order of time. */
export class Finder {
  readonly #query: () => string;
  readonly #cues: () => readonly Cue[];
  readonly #names: () => readonly PublishedName[];
  readonly #index = $derived.by(() => buildSearchIndex(this.#cues(), this.#names()));
  readonly #hits = $derived.by((): readonly Hit[] => {
    const query = this.#query();
    if (query.trim() === '') return [];
    const index = this.#index;
    return timed(
      'search',
      () => searchTalk(index, query),
      (hits) => ({ hits: hits.length, cues: index.talk.cues.length }),
    );
  });
  #active = $state.raw<string>();

  constructor(cues: () => readonly Cue[], names: () => readonly PublishedName[], query: () => string) {
    this.#cues = cues;
    this.#names = names;
    this.#query = query;
  }

  get talk() {
    return this.#index.talk;
  }

  get hits(): readonly Hit[] {
    return this.#hits;
  }

  /** Which of the hits is stepped to, from 0; -1 before the first step. */
  get position(): number {
    return this.#hits.findIndex(({ id }) => id === this.#active);
  }

  /** Steps to the next (1) or previous (-1) hit, round the end; the first step goes to the nearest behind `from`. */
  step(by: 1 | -1, from: number): Hit | undefined {
    const { length } = this.#hits;
    if (length === 0) return undefined;
    const next = this.#hits.findIndex(({ start }) => start >= from);
    const first = by === 1 ? Math.max(next, 0) : (next === -1 ? length : next) - 1;
    const at = this.position === -1 ? first : this.position + by;
    const hit = this.#hits[(at + length) % length];
    this.choose(hit);
    return hit;
  }

  choose(hit: Hit | undefined): void {
    this.#active = hit?.id;
  }
}
