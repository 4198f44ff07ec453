import { formatPlace, parsePlace, type Moment, type Place } from '../core/link.ts';

/** Milliseconds of quiet after which typing reaches the address: browsers limit how often it may change. */
const QUIET = 300;

/** How a visitor came to a moment, which decides what it takes along. */
export interface Arrival {
  readonly moment: Moment;
  /** Whether the moment takes the focus: not while the visitor types or steps with the keyboard. */
  readonly focus: boolean;
}

/**
 * Where the visitor is: the address after `#` is the one source of the episode, the moment and the query, so
 * that links, reload, Back and Forward need no code of their own.
 */
export class Address {
  #place = $state.raw<Place>({});
  #arrival = $state.raw<Arrival>();
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#read();
    addEventListener('popstate', () => this.#read());
    addEventListener('hashchange', () => this.#read());
    addEventListener('pagehide', () => this.#flush());
  }

  get place(): Place {
    return this.#place;
  }

  get query(): string {
    return this.#place.query ?? '';
  }

  get moment(): Moment | undefined {
    return this.#place.moment;
  }

  /** Changes by identity each time a moment is gone to, also when it is the same moment again. */
  get arrival(): Arrival | undefined {
    return this.#arrival;
  }

  /** A link to a moment of the open episode, query included. */
  hrefTo(moment: Moment): string {
    return formatPlace({ ...this.#place, moment });
  }

  /** Names the episode that is open where the address named none; writes the address in its one form. */
  settle(slug: string): void {
    this.#write({ ...this.#place, slug }, 'replace');
  }

  /** Goes to a moment; a place to come back to with Back. */
  jump(moment: Moment): void {
    this.#write({ ...this.#place, moment }, 'push');
    this.#arrival = { moment, focus: true };
  }

  /** Goes to a moment in passing, as stepping through hits does: no place of its own in the history. */
  step(moment: Moment): void {
    this.#write({ ...this.#place, moment }, 'later');
    this.#arrival = { moment, focus: false };
  }

  search(query: string): void {
    const { query: _, ...rest } = this.#place;
    this.#write(query === '' ? rest : { ...rest, query }, 'later');
  }

  #read(): void {
    this.#drop();
    const place = parsePlace(location.hash, location.search);
    this.#place = place;
    this.#arrival = place.moment && { moment: place.moment, focus: true };
  }

  /** The one gateway for every change that starts on the page. */
  #write(place: Place, how: 'push' | 'replace' | 'later'): void {
    if (how === 'push') this.#flush(); // what was typed belongs to the entry that is left
    this.#drop();
    this.#place = place;
    const now = () => {
      const href = location.pathname + formatPlace(place);
      if (how === 'push' && href !== location.pathname + location.hash) history.pushState(null, '', href);
      else history.replaceState(null, '', href);
    };
    if (how === 'later') this.#writing = setTimeout(() => this.#flush(), QUIET);
    else now();
  }

  #flush(): void {
    if (this.#writing === undefined) return;
    this.#drop();
    history.replaceState(null, '', location.pathname + formatPlace(this.#place));
  }

  #drop(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
  }
}
