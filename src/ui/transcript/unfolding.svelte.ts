import { flushSync } from 'svelte';

/** Milliseconds of work between two chances for the page to answer, and before the first words are painted. */
const SLICE = 12;
/** How many of the stretches around a place come with it, either side. */
const AROUND = 1;

/**
 * Brings a long transcript into the page bit by bit: what is looked at at once, the rest in slices between which the page
 * answers. All of it comes, and stays, whether it is looked at or not: the browser's own find, select-all and screen
 * readers must reach every word. Within two seconds for a talk of ten hours; at once for whoever asks for all (`all`).
 */
export class Unfolding {
  /** All stretches before this one are in the page. */
  #through = $state.raw(1 + AROUND);
  /** Those that were asked for before their turn. */
  #early = $state.raw<ReadonlySet<number>>(new Set());
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** Whether the stretch at this place in the transcript is in the page. */
  has(index: number): boolean {
    return index < this.#through || this.#early.has(index);
  }

  /** Brings the stretches at a place and around it in now. */
  reveal(index: number): void {
    const missing = Array.from({ length: 1 + 2 * AROUND }, (_, i) => index - AROUND + i).filter((at) => !this.has(at));
    if (missing.length > 0) flushSync(() => (this.#early = new Set([...this.#early, ...missing])));
  }

  /** Brings in everything now: for who prints, searches with the browser, or selects all. */
  all(): void {
    clearTimeout(this.#waiting);
    flushSync(() => (this.#through = Infinity));
  }

  /** Starts to bring in the rest, of `count` stretches; gives back how to stop. */
  start(count: number): () => void {
    const slice = () => {
      const until = performance.now() + SLICE;
      while (this.#through < count && performance.now() < until) flushSync(() => (this.#through += 1));
      if (this.#through >= count) this.#through = Infinity;
      else this.#waiting = setTimeout(slice);
    };
    // The first words are painted before the rest begins.
    const frame = requestAnimationFrame(() => (this.#waiting = setTimeout(slice)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(this.#waiting);
    };
  }
}
