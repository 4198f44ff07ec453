import { flushSync } from 'svelte';
import { MANY } from '../../core/transcript/stretches.ts';

/** Milliseconds of work, at least and at most, between two chances for the page to answer. */
const SLICE = { least: 12, most: 50 } as const;
/** How many of the stretches around a place come with it, either side; those of a long talk are larger. */
const AROUND = { few: 2, many: 1 } as const;

/** Whether a stretch is in the page: a signal for each, so that bringing one in asks nothing of the others. */
class Fold {
  isOpen = $state.raw(false);
}

/**
 * Brings a long transcript into the page bit by bit: what is looked at at once, the rest in slices between which the page
 * answers. All of it comes, and stays, whether it is looked at or not: the browser's own find, select-all and screen
 * readers must reach every word. Within seconds for a talk of ten hours; at once for whoever asks for all (`all`).
 */
export class Unfolding {
  readonly #folds: Fold[] = [];
  /** All stretches before this one are in the page. */
  #through = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** The folds of `count` stretches, in order; the first is open, which fills a screen. */
  folds(count: number): readonly Fold[] {
    while (this.#folds.length < count) {
      const fold = new Fold();
      fold.isOpen = this.#folds.length === 0 || this.#through === Infinity;
      this.#folds.push(fold);
    }
    return this.#folds;
  }

  /** Brings the stretches at a place and around it in now. */
  reveal(index: number): void {
    const around = this.#folds.length < MANY ? AROUND.few : AROUND.many;
    this.#open(this.#folds.slice(Math.max(0, index - around), index + around + 1));
  }

  /** Brings in everything now: for who prints, searches with the browser, or selects all. */
  all(): void {
    clearTimeout(this.#waiting);
    this.#through = Infinity;
    this.#open(this.#folds);
  }

  /** Starts to bring in the rest, of `count` stretches, once `text` is in the document; gives back how to stop. */
  start(count: number, text: Element): () => void {
    let ended = Infinity;
    const slice = () => {
      // As long as the browser took since the last one: drawing what came must not take more than half of the time. The
      // first is the shortest: who has waited for the page presses now. A stretch that won't be done by then waits.
      let now = performance.now();
      const until = now + Math.min(SLICE.most, Math.max(SLICE.least, now - ended));
      for (let took = 0; this.#through < count && now + took < until;) {
        this.#open(this.#folds.slice(this.#through, this.#through + 1));
        this.#through += 1;
        [took, now] = [performance.now() - now, performance.now()];
      }
      if (this.#through >= count) this.#through = Infinity;
      else this.#waiting = setTimeout(slice);
      ended = performance.now();
    };
    let frame = 0;
    // The first words are painted before the rest begins: a page behind the poster is in no frame yet.
    const next = () => {
      frame = requestAnimationFrame(() => (text.isConnected ? (this.#waiting = setTimeout(slice)) : next()));
    };
    next();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(this.#waiting);
    };
  }

  #open(folds: readonly Fold[]): void {
    const closed = folds.filter(({ isOpen }) => !isOpen);
    if (closed.length > 0) flushSync(() => closed.forEach((fold) => (fold.isOpen = true)));
  }
}
