import { onMount, untrack } from 'svelte';
import type { Episode } from '../core/episode/episode.ts';
import type { Note } from '../core/notes/note.ts';
import type { Found } from '../core/search/answer.ts';
import type { BesideHit } from '../core/search/beside.ts';
import type { SearchIndex } from '../core/search/search.ts';
import { openSearch } from '../data/searchClient.ts';
import { painted, resting, timed } from './timing.ts';

/** From so many cues on, about five hours of talk, searching goes to a worker, and answers come a moment later. */
const LONG = 5000;

type Engine = typeof import('../core/search/engine.ts');

/** Searching one episode: what is found follows the query; stepping goes through it in the order of time. */
export class Finder {
  readonly #episode: Episode;
  readonly #query: () => string;
  readonly #keep: () => (found: Found) => boolean;
  readonly #notes: () => readonly Note[];
  #engine = $state.raw<Engine>();
  #missing = $state.raw(false);
  #index = $state.raw<SearchIndex>();
  readonly #here = $derived.by((): readonly Found[] => {
    const query = this.#query();
    const [engine, index] = [this.#engine, query.trim() === '' ? undefined : this.#index];
    if (!engine || !index) return [];
    const { length } = this.#episode.cues;
    return timed(
      'search',
      () => engine.answer(index, query),
      (found) => ({ hits: found.length, cues: length }),
    );
  });
  readonly #findBeside = $derived.by(() =>
    this.#engine?.buildBeside(this.#engine.besideEntries(this.#episode, this.#notes())),
  );
  readonly #beside = $derived.by(() => (this.#isBlank ? [] : (this.#findBeside?.(this.#query()) ?? [])));
  #fromWorker = $state.raw<readonly Found[]>([]);
  /** The query that those are the answer to. */
  #answered = $state.raw<string>();
  readonly #found = $derived.by(() => (this.#isLong ? this.#fromWorker : this.#here).filter(this.#keep()));
  readonly #hits = $derived(this.#found.filter(({ tier }) => tier === 'main'));
  readonly #maybe = $derived(this.#found.filter(({ tier }) => tier === 'maybe'));
  /** What is stepped through: what is only possibly meant where nothing else was found. */
  readonly #steps = $derived(this.#hits.length > 0 ? this.#hits : this.#maybe);
  #active = $state.raw<string>();
  /** What waits until there is something to search with. */
  #early: (() => void) | undefined;

  /** `keep` narrows what is found, to a speaker or a stretch of time. Call it while a component is set up. */
  constructor(
    episode: Episode,
    notes: () => readonly Note[],
    query: () => string,
    keep: () => (found: Found) => boolean,
  ) {
    this.#episode = episode;
    this.#notes = notes;
    this.#query = query;
    this.#keep = keep;
    if (this.#isLong) $effect(() => this.#searchInWorker());
    onMount(() => void this.#fetch());
  }

  /** Whether there is anything to search with yet. */
  get ready(): boolean {
    if (this.#engine === undefined) return false;
    return !this.#isLong || this.#isBlank || this.#answered !== undefined;
  }

  /** Whether it can't be had: the connection failed, or the site has changed since the page was opened. */
  get missing(): boolean {
    return this.#missing;
  }

  /** What was found beside the talk: notes, show notes, chapters. */
  get beside(): readonly BesideHit[] {
    return this.#beside;
  }

  get #isBlank(): boolean {
    return this.#query().trim() === '';
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

  /** Which of the hits is stepped to, or of what is possibly meant where there are none, from 0; -1 before the first step. */
  get position(): number {
    return this.#steps.findIndex(({ id }) => id === this.#active);
  }

  get active(): Found | undefined {
    return this.#found.find(({ id }) => id === this.#active);
  }

  /** Steps to the next (1) or previous (-1) hit, round the end; the first step goes to the nearest behind `from`. */
  step(by: 1 | -1, from: number): Found | undefined {
    const { length } = this.#steps;
    if (length === 0) return undefined;
    const next = this.#steps.findIndex(({ start }) => start >= from);
    const first = by === 1 ? Math.max(next, 0) : (next === -1 ? length : next) - 1;
    const at = this.position === -1 ? first : this.position + by;
    const hit = this.#steps[(at + length) % length];
    this.choose(hit);
    return hit;
  }

  /** Nothing that waits is meant any more. */
  choose(hit: Found | undefined): void {
    this.#active = hit?.id;
    this.#early = undefined;
  }

  /** Does something with what is found: at once, or as soon as anything can be; of all that wait, the last. */
  use(verb: () => void): void {
    const isAnswered = !this.#isLong || this.#isBlank || this.#answered === this.#query();
    if (this.ready && isAnswered) verb();
    else this.#early = verb;
  }

  /** Words to read come first: they don't share the connection with what searches them. */
  async #fetch(): Promise<void> {
    await painted();
    try {
      const engine = await import('../core/search/engine.ts');
      await engine.ready;
      if (!this.#isLong) this.#index = await this.#build(engine);
      this.#engine = engine;
    } catch {
      this.#missing = true;
      return;
    }
    if (!this.#isLong) this.#takeUp();
  }

  /** Before the first letter, which would wait for it, and whenever the page rests; a query that is there waits already. */
  async #build({ namesOf, stepsToSearchIndex }: Engine): Promise<SearchIndex> {
    const steps = stepsToSearchIndex(this.#episode.cues, namesOf(this.#episode));
    for (;;) {
      if (this.#isBlank) await resting();
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  #takeUp(): void {
    const early = this.#early;
    this.#early = undefined;
    early?.();
  }

  /** A worker is of the world: it is opened and closed, and its answers are waited for. */
  #searchInWorker(): () => void {
    let started = 0;
    const { cues } = this.#episode;
    const names = this.#engine?.namesOf(this.#episode);
    if (!names) return () => undefined;
    const client = openSearch(
      cues,
      names,
      (query, found) => {
        performance.measure('search', { start: started, detail: { hits: found.length, cues: cues.length } });
        if (this.#query() !== query) return;
        this.#fromWorker = found;
        this.#answered = query;
        this.#takeUp();
      },
      () => (this.#missing = true),
    );
    $effect(() => {
      const query = this.#query();
      started = performance.now();
      if (query.trim() !== '') return client.ask(query);
      untrack(() => (this.#fromWorker = []));
      this.#answered = undefined;
    });
    return () => client.close();
  }
}
