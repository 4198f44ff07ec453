import { formatPlace, movedTo, parsePlace, type Moment, type Place, type QuotedWords } from '../core/link.ts';

/** Milliseconds of quiet after which typing reaches the address: browsers limit how often it may change. */
const QUIET = 300;

/** How a visitor came to a moment, which decides what it takes along. */
export interface Arrival {
  readonly moment: Moment;
  /** Whether the moment takes the focus: not while the visitor types or steps with the keyboard. */
  readonly focus: boolean;
}

/** Where quoted words are said now, if not at the moment that their link names. */
export type FindQuoted = (moment: Moment, words: QuotedWords) => Promise<Moment | undefined>;

/**
 * Where the visitor is: the address after `#` is the one source of the episode, the moment and the query, so
 * that links, reload, Back and Forward need no code of their own.
 */
export class Address {
  #place = $state.raw<Place>({});
  #arrival = $state.raw<Arrival>();
  #beyond = $state.raw<number>();
  /** The episode that is open, and what finds quoted words in it. */
  #open: { readonly slug: string; readonly duration: number; readonly find: FindQuoted } | undefined;
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

  /** Seconds, beyond the recording's end, that the link named which led there. */
  get beyond(): number | undefined {
    return this.#beyond;
  }

  /** A link to a moment of the open episode, query included. */
  hrefTo(moment: Moment): string {
    return formatPlace(movedTo(this.#place, moment));
  }

  /** The whole address of a passage, to be passed on: without the visitor's query, with the words if they can be had. */
  linkTo(moment: Moment, words: QuotedWords | undefined): string {
    const { slug } = this.#place;
    const here = location.href.replace(/[?#].*$/s, '');
    return here + formatPlace({ ...(slug === undefined ? {} : { slug }), moment, ...(words ? { words } : {}) });
  }

  /**
   * Names the episode that is open where the address named none, and writes the address in its one form. `find` leads
   * links to quotes back to their words, now and as long as this episode is open; what is beyond it leads to its end.
   */
  settle({ slug, duration }: { readonly slug: string; readonly duration: number }, find: FindQuoted): void {
    this.#open = { slug, duration, find };
    this.#write({ ...this.#place, slug }, 'replace');
    this.#stayWithin();
    void this.#follow();
  }

  /** Goes to a moment; a place to come back to with Back. */
  jump(moment: Moment): void {
    this.#write(movedTo(this.#place, moment), 'push');
    this.#arrival = { moment, focus: true };
  }

  /** Goes to a moment in passing, as stepping through hits does: no place of its own in the history. */
  step(moment: Moment): void {
    this.#write(movedTo(this.#place, moment), 'later');
    this.#arrival = { moment, focus: false };
  }

  search(query: string): void {
    const { query: _, ...rest } = this.#place;
    this.#write(query === '' ? rest : { ...rest, query }, 'later');
  }

  #read(): void {
    this.#drop();
    this.#place = parsePlace(location.hash, location.search);
    // A bare time is one of the episode that is open.
    if (this.#place.slug === undefined && this.#place.moment && this.#open)
      this.#write({ ...this.#place, slug: this.#open.slug }, 'replace');
    this.#arrive();
    this.#stayWithin();
    void this.#follow();
  }

  #arrive(): void {
    const { moment } = this.#place;
    this.#arrival = moment && { moment, focus: true };
  }

  /** A moment beyond the recording is told, and becomes its end. */
  #stayWithin(): void {
    const { slug, moment } = this.#place;
    const open = this.#open;
    const duration = open && open.slug === slug ? open.duration : Infinity;
    if (moment && moment.start > duration) {
      this.#write({ ...this.#place, moment: { start: duration } }, 'replace');
      this.#arrive();
      this.#beyond = moment.start;
    } else if (moment?.start !== duration) this.#beyond = undefined; // a change of the address is told twice
  }

  /** Goes to the place at which the words of a quote are said now, unless the visitor has gone on meanwhile. */
  async #follow(): Promise<void> {
    const { slug, moment, words } = this.#place;
    if (!moment || !words || slug !== this.#open?.slug) return;
    const found = await this.#open!.find(moment, words);
    if (!found || this.#place.moment !== moment) return;
    this.#write({ ...this.#place, moment: found }, 'replace');
    this.#arrive();
  }

  /** The one gateway for every change that starts on the page. */
  #write(place: Place, how: 'push' | 'replace' | 'later'): void {
    if (how === 'push') this.#flush(); // what was typed belongs to the entry that is left
    this.#drop();
    this.#place = place;
    this.#beyond = undefined;
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
