/**
 * A page that is drawn in stages, each in a task of its own: whoever types or scrolls meanwhile is answered
 * between two of them. In markup what belongs to a stage stands under `{#if stages.has(name)}`.
 */
export class Stages<Name extends string> {
  readonly #names: readonly Name[];
  #count = $state.raw(0);

  /** In the order in which they come; with `atOnce` they are all there from the start. */
  constructor(names: readonly Name[], atOnce: boolean) {
    this.#names = names;
    this.#count = atOnce ? names.length : 0;
  }

  has(name: Name): boolean {
    return this.#names.indexOf(name) < this.#count;
  }

  /** Resolves once all are there. */
  async come(): Promise<void> {
    while (this.#count < this.#names.length) {
      await nextTask();
      this.#count += 1;
    }
  }
}

function nextTask(): Promise<void> {
  if ('scheduler' in globalThis && 'yield' in scheduler) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}
