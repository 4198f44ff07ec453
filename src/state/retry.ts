/** Milliseconds: the first wait, and the longest. */
const FIRST = 1000;
const LONGEST = 30_000;

/** Does something again, after waits that double each time. */
export class Retry {
  #wait = FIRST;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #work: () => void;

  constructor(work: () => void) {
    this.#work = work;
  }

  soon(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.now(), this.#wait);
    this.#wait = Math.min(LONGEST, this.#wait * 2);
  }

  now(): void {
    this.stop();
    this.#work();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** It worked. */
  reset(): void {
    this.stop();
    this.#wait = FIRST;
  }
}
