import { untrack } from 'svelte';
import { painted } from './timing.ts';

interface Item {
  readonly id: string;
}

/** New items that are drawn in one go: first what a screen shows, then more at a time, and of very many a part of them. */
const [FIRST, MORE, PART] = [4, 8, 1 / 50];

/**
 * A list that grows on screen piece by piece, each with a frame of its own: whoever types waits for some of what is new in it,
 * not for all. What was there already and is still meant stays. Call it while a component is set up.
 */
export class Growing {
  #drawn = $state.raw<ReadonlySet<string>>(new Set());

  constructor(items: () => readonly Item[]) {
    $effect(() => {
      const wanted = items();
      let isLeft = false;
      void this.#grow(wanted, () => isLeft);
      return () => (isLeft = true);
    });
  }

  /** Whether one is on screen already. */
  has(id: string): boolean {
    return this.#drawn.has(id);
  }

  /** Whether any of them is. */
  some(items: readonly Item[]): boolean {
    return items.some(({ id }) => this.has(id));
  }

  /** Whether all of them are. */
  all(items: readonly Item[]): boolean {
    return items.every(({ id }) => this.has(id));
  }

  async #grow(wanted: readonly Item[], isLeft: () => boolean): Promise<void> {
    const before = untrack(() => this.#drawn);
    const drawn = wanted.filter(({ id }) => before.has(id));
    const missing = wanted.filter(({ id }) => !before.has(id));
    const show = () => (this.#drawn = new Set(drawn.map(({ id }) => id)));
    // What is gone is forgotten: it is new when it comes again.
    if (missing.length === 0 && drawn.length < before.size) show();
    const more = Math.max(MORE, Math.ceil(PART * missing.length));
    for (let at = 0, count = FIRST; at < missing.length; at += count, count = more) {
      await painted();
      if (isLeft()) return;
      drawn.push(...missing.slice(at, at + count));
      show();
    }
  }
}
