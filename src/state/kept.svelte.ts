import { listKept, type KeptKind, type KeptThing } from '../data/kept.ts';
import { attempt } from '../data/outcome.ts';

/** What is kept of one kind, or of one episode in a kind. */
export interface KeptLine {
  readonly kind: KeptKind;
  readonly slug?: string;
  readonly count: number;
  readonly bytes: number;
}

/** What this browser keeps for Hourline, as it was when last looked up. */
export class Kept {
  #things = $state.raw<readonly KeptThing[]>();
  #trouble = $state.raw<string>();
  readonly #lines = $derived(linesOf(this.#things ?? []));

  constructor() {
    void this.look();
  }

  /** Whether it has been looked up yet. */
  get known(): boolean {
    return this.#things !== undefined;
  }

  get lines(): readonly KeptLine[] {
    return this.#lines;
  }

  get bytes(): number {
    return this.#lines.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Why it could not be looked up, in words. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Looks it up anew, after `change` where something is removed. */
  async look(change?: () => unknown): Promise<void> {
    await change?.();
    const listed = await attempt(listKept);
    this.#trouble = listed.ok ? undefined : listed.reason;
    if (listed.ok) this.#things = listed.value;
  }
}

/** Kinds of which each episode has a line of its own. */
const EACH: readonly KeptKind[] = ['episode', 'corrections'];

function linesOf(things: readonly KeptThing[]): KeptLine[] {
  const lines = new Map<string, KeptLine>();
  for (const { kind, slug, bytes } of things) {
    const own = EACH.includes(kind) && slug !== undefined ? { slug } : {};
    const id = JSON.stringify([kind, own]);
    const { count, bytes: before } = lines.get(id) ?? { count: 0, bytes: 0 };
    lines.set(id, { kind, ...own, count: count + 1, bytes: before + bytes });
  }
  return [...lines.values()];
}
