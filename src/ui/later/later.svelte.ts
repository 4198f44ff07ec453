import type { Notebook } from '../../state/notebook.svelte.ts';
import { painted } from '../../state/timing.ts';

/** Components and verbs by name. */
export type Parts = typeof import('./parts.ts');

/** What comes after the first paragraph: the parts of the page, and the visitor's notes. */
export interface Rest {
  readonly parts: Parts;
  readonly notebook: Notebook;
}

/**
 * The rest of the page: fetched as one, once the first paragraph is on screen. What stands on the page reads `rest` and
 * goes without while there is none; what the visitor asks for meanwhile waits in `use`.
 */
export class Later {
  #rest = $state.raw<Rest>();
  #missing = $state.raw(false);
  #isAsked = false;
  #waiting: ((rest: Rest) => void)[] = [];

  get rest(): Rest | undefined {
    return this.#rest;
  }

  /** Whether it can't be had: the connection failed, or the site has changed since the page was opened. */
  get missing(): boolean {
    return this.#missing;
  }

  /** Does something with the rest: at once where it is there, else as soon as it is. */
  use(verb: (rest: Rest) => void): void {
    if (this.#rest) verb(this.#rest);
    else this.#waiting.push(verb);
  }

  /** Fetches it, once, when what the page shows now has been painted. */
  async fetch(): Promise<void> {
    if (this.#isAsked) return;
    this.#isAsked = true;
    await painted();
    try {
      const parts = await import('./parts.ts');
      const rest = { parts, notebook: new parts.Notebook() };
      void rest.notebook.load();
      this.#rest = rest;
      for (const verb of this.#waiting.splice(0)) verb(rest);
    } catch {
      this.#missing = true;
    }
  }
}
