import { untrack } from 'svelte';
import type { Episode } from '../core/episode/episode.ts';
import { answer, type Found } from '../core/search/answer.ts';
import { buildSearchIndex, namesOf } from '../core/search/search.ts';
import { openSearch } from '../data/searchClient.ts';
import { timed } from './timing.ts';

/** From so many cues on, about five hours of talk, searching goes to a worker, and answers come a moment later. */
const LONG = 5000;

/** Searching one episode: what is found follows the query; stepping goes through it in the order of time. */
export class Finder {
  readonly #episode: Episode;
  readonly #query: () => string;
  readonly #keep: () => (found: Found) => boolean;
  readonly #index = $derived.by(() => buildSearchIndex(this.#episode.cues, namesOf(this.#episode)));
  readonly #here = $derived.by((): readonly Found[] => {
    const query = this.#query();
    if (query.trim() === '') return [];
    const index = this.#index;
    const { length } = this.#episode.cues;
    return timed(
      'search',
      () => answer(index, query),
      (found) => ({ hits: found.length, cues: length }),
    );
  });
  #fromWorker = $state.raw<readonly Found[]>([]);
  readonly #found = $derived.by(() => (this.#isLong ? this.#fromWorker : this.#here).filter(this.#keep()));
  readonly #hits = $derived(this.#found.filter(({ tier }) => tier === 'main'));
  readonly #maybe = $derived(this.#found.filter(({ tier }) => tier === 'maybe'));
  #active = $state.raw<string>();

  /** `keep` narrows what is found, to a speaker or a stretch of time. Call it while a component is set up. */
  constructor(episode: Episode, query: () => string, keep: () => (found: Found) => boolean) {
    this.#episode = episode;
    this.#query = query;
    this.#keep = keep;
    if (this.#isLong) $effect(() => this.#searchInWorker());
  }

  get #isLong(): boolean {
    return this.#episode.cues.length > LONG;
  }

  /** What was found, in the order of time. */
  get hits(): readonly Found[] {
    return this.#hits;
  }

  /** What is only possibly meant. */
  get maybe(): readonly Found[] {
    return this.#maybe;
  }

  /** Which of the hits is stepped to, from 0; -1 before the first step. */
  get position(): number {
    return this.#hits.findIndex(({ id }) => id === this.#active);
  }

  get active(): Found | undefined {
    return this.#found.find(({ id }) => id === this.#active);
  }

  /** Steps to the next (1) or previous (-1) hit, round the end; the first step goes to the nearest behind `from`. */
  step(by: 1 | -1, from: number): Found | undefined {
    const { length } = this.#hits;
    if (length === 0) return undefined;
    const next = this.#hits.findIndex(({ start }) => start >= from);
    const first = by === 1 ? Math.max(next, 0) : (next === -1 ? length : next) - 1;
    const at = this.position === -1 ? first : this.position + by;
    const hit = this.#hits[(at + length) % length];
    this.choose(hit);
    return hit;
  }

  choose(hit: Found | undefined): void {
    this.#active = hit?.id;
  }

  /** A worker is of the world: it is opened and closed, and its answers are waited for. */
  #searchInWorker(): () => void {
    let started = 0;
    const { cues } = this.#episode;
    const client = openSearch(cues, namesOf(this.#episode), (query, found) => {
      performance.measure('search', { start: started, detail: { hits: found.length, cues: cues.length } });
      this.#fromWorker = this.#query() === query ? found : this.#fromWorker;
    });
    $effect(() => {
      const query = this.#query();
      started = performance.now();
      if (query.trim() === '') untrack(() => (this.#fromWorker = []));
      else client.ask(query);
    });
    return () => client.close();
  }
}
