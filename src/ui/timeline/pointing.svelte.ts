/** A box in pixels of the window, as far as a card needs to know of it. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

/** Milliseconds of grace in which the pointer may reach the card of what it leaves. */
const GRACE = 200;

/** What the pointer or the focus is on, for as long as a card tells of it. */
export class Pointing {
  #on = $state.raw<{ readonly key: string; readonly of: Box }>();
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** The key of a stop, and where that is drawn; nothing where nothing is pointed at. */
  get on(): { readonly key: string; readonly of: Box } | undefined {
    return this.#on;
  }

  /** The pointer or the focus comes to something, which is measured once. */
  come(key: string, of: Box): void {
    this.stay();
    this.#on = { key, of };
  }

  /** It stays, or comes to the card. */
  stay(): void {
    clearTimeout(this.#leaving);
  }

  leave(): void {
    this.stay();
    this.#leaving = setTimeout(() => this.drop(), GRACE);
  }

  drop(): void {
    this.#on = undefined;
  }
}
