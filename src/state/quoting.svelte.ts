import type { Episode } from '../core/episode/episode.ts';
import type { Address } from './address.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import type { Quoter } from './quoter.ts';

/** Milliseconds for which the page says what it did. */
const SAID = 4000;

/** Passing passages on: what is needed for it is fetched when someone begins to, and what came of it is said. */
export class Quoting {
  #said = $state.raw('');
  #quoter: Promise<Quoter> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #make: (loaded: typeof import('./quoter.ts')) => Quoter;

  constructor(episode: Episode, address: Address, preferences: Preferences) {
    this.#make = ({ Quoter }) => new Quoter(episode, address, preferences);
  }

  /** What was done last, for a few seconds: `Quote copied`. */
  get said(): string {
    return this.#said;
  }

  /** The program's part for quotes; rejects where it can't be fetched. */
  load(): Promise<Quoter> {
    this.#quoter ??= import('./quoter.ts').then(this.#make).catch((error: unknown) => {
      this.#quoter = undefined; // another try may go better
      throw error;
    });
    return this.#quoter;
  }

  /** Does something with a passage, and says how it went. */
  async pass(verb: (quoter: Quoter) => Promise<string>): Promise<void> {
    this.#say(await this.load().then(verb, () => 'This part of the page could not be fetched: try again online.'));
  }

  #say(text: string): void {
    clearTimeout(this.#timer);
    // A screen reader says what changes: the same words twice are said twice.
    this.#said = '';
    this.#timer = setTimeout(() => {
      this.#said = text;
      this.#timer = setTimeout(() => (this.#said = ''), SAID);
    }, 20);
  }
}
