import type { Asked, Met, Way, Window } from './asked.ts';
import type { Talk } from './talk.ts';

/** How far, in words, an answer reaches to either side of its rarest word: about ten seconds of talk each. */
const REACH = 26;
/** How far words of one name may stand apart: "Christoph, as they call him, Hellwig". */
const NAME_REACH = 3;
/** Under this score a window of several words says too little of the query to be shown at all. */
const SHOWN = 0.42;
/** What a place scores at least that says a name by one of its words. */
export const FOUND = 0.48;

/** 1 in its place, half at the end of the reach. */
const CLOSENESS = Float64Array.from({ length: 8 * REACH }, (_, off) =>
  Math.max(0.25, 1 - (0.5 * Math.log2(1 + off)) / Math.log2(1 + REACH)),
);
/** Signs within what is written in one, as they are said: "tailscale dot com slash unplugged", "6 point 14". */
const SIGNS = new Set('dot point slash forward dash hyphen underscore at punkt punto barra'.split(' '));
/** Words in another order than the query's are worth this much of those in order. */
const TURNED = 0.95;

/**
 * Looks about one place of one thing asked for and meets the others there: of each the way that is most alike and
 * nearest to where the query has it. Arrays are made once and used for every place, of which there may be thousands.
 */
export class Meeting {
  readonly #talk: Talk;
  readonly #asked: readonly Asked[];
  readonly #needed: number;
  readonly #sole: readonly number[];
  readonly #spare: number;
  readonly #weight: number;
  /** What may be met at each word of the talk: a number per term, 0 for nothing, else an index into `#ways`. */
  readonly #slots: Uint16Array;
  readonly #ways: Way[][] = [[]];
  readonly #spots = new Map<number, Way[]>();
  readonly #worth: Float64Array;
  readonly #place: Int32Array;
  readonly #off: Int32Array;
  readonly #way: Way[] = [];

  /** `sole` are the things of which one suffices, `spare` how many of the needed ones may be missing. */
  constructor(talk: Talk, asked: readonly Asked[], sole: readonly number[], spare: number) {
    this.#talk = talk;
    this.#asked = asked;
    this.#sole = sole;
    this.#spare = spare;
    this.#needed = asked.filter(({ optional }) => !optional).length;
    this.#weight = asked.reduce((sum, { weight }) => sum + weight, 0);
    this.#slots = new Uint16Array(talk.terms.length);
    this.#worth = new Float64Array(asked.length);
    this.#place = new Int32Array(asked.length);
    this.#off = new Int32Array(asked.length);
    for (const { terms, spots } of asked) {
      for (const way of terms) {
        if (this.#slots[way.term] === 0) this.#slots[way.term] = this.#ways.push([]) - 1;
        const list = this.#ways[this.#slots[way.term]!]!;
        if (!list.some((other) => other.from === way.from && other.asked === way.asked)) list.push(way);
      }
      for (const [position, way] of spots) this.#spots.set(position, [...(this.#spots.get(position) ?? []), way]);
    }
  }

  /** The window about `position`, where one of the things asked for is met by `held`; none if too much is missing. */
  at(position: number, held: Way): Window | undefined {
    this.#worth.fill(0);
    for (let i = held.from; i < held.from + held.asked; i += 1) this.#meet(i, position, held, 0, held.likeness);
    const { termAt } = this.#talk;
    const reach = this.#sole.length > 0 ? NAME_REACH + 2 : REACH;
    const last = Math.min(termAt.length - 1, position + held.length + reach);
    for (let at = Math.max(0, position - reach); at <= last; at += 1) {
      const slot = this.#slots[termAt[at]!]!;
      if (slot > 0) for (const way of this.#ways[slot]!) this.#weigh(at, way, position, held);
      if (this.#spots.size > 0) for (const way of this.#spots.get(at) ?? []) this.#weigh(at, way, position, held);
    }
    this.#answerOnce();
    return this.#judge();
  }

  #meet(i: number, position: number, way: Way, off: number, worth: number): void {
    this.#worth[i] = worth;
    this.#place[i] = position;
    this.#off[i] = off;
    this.#way[i] = way;
  }

  #weigh(at: number, way: Way, position: number, held: Way): void {
    if (way.from < held.from + held.asked && way.from + way.asked > held.from) return;
    if (at < position + held.length && at + way.length > position) return;
    const follows = way.from > held.from;
    const expected = follows
      ? position + held.length + way.from - held.from - held.asked
      : position - (held.from - way.from - way.asked) - way.length;
    const off = Math.abs(at - expected);
    if (this.#sole.length > 0 && off > NAME_REACH) return;
    const worth = way.likeness * CLOSENESS[off]! * (at > position === follows ? 1 : TURNED);
    for (let i = way.from; i < way.from + way.asked; i += 1)
      if (worth > this.#worth[i]!) this.#meet(i, at, way, off, worth);
  }

  /** A word of the talk answers once, in a phrase or by itself: "hello hello" asks for two. */
  #answerOnce(): void {
    for (let i = 1; i < this.#asked.length; i += 1)
      for (let j = 0; j < i; j += 1)
        if (
          this.#worth[i]! > 0 &&
          this.#worth[j]! > 0 &&
          this.#way[i] !== this.#way[j] &&
          this.#place[i]! < this.#place[j]! + this.#way[j]!.length &&
          this.#place[j]! < this.#place[i]! + this.#way[i]!.length
        )
          this.#worth[i] = 0;
  }

  #judge(): Window | undefined {
    let [sum, strong, known, missing] = [0, 0, 0, 0];
    let [doubtful, beside, apart] = [false, false, false];
    for (let i = 0; i < this.#asked.length; i += 1) {
      const { weight, optional, tied } = this.#asked[i]!;
      const worth = this.#worth[i]!;
      sum += weight * worth;
      if (tied && this.#isApart(i)) apart = true;
      if (optional) continue;
      if (worth === 0) {
        missing += 1;
        continue;
      }
      const { trust, likeness } = this.#way[i]!;
      known += weight;
      if (trust === 'main') strong += weight;
      else {
        if (trust === 'beside') beside = true;
        // What is trusted beside others only has to stand where the query has it, more or less.
        if (this.#off[i]! > (likeness >= 0.85 ? 6 : 2)) doubtful = true;
      }
    }
    const one = missing > 0 && this.#sole.some((i) => this.#worth[i]! > 0);
    if (missing > this.#spare && !one) return undefined;
    const certain = !apart && (strong === known || (strong / known >= 0.4 && !doubtful));
    if (!certain && beside && (strong === 0 || doubtful)) return undefined;
    const score = sum / this.#weight;
    // A name that is said by one of its words is found, behind every place that says it whole.
    if (one) return this.#window(Math.max(score, FOUND) * 0.999, certain, true);
    if (this.#needed > 1 && score < SHOWN) return undefined;
    return this.#window(score, certain && missing === 0, missing > 0);
  }

  /** Whether something was met elsewhere than right behind what the query ties it to, and signs that are said. */
  #isApart(i: number): boolean {
    if (this.#worth[i] === 0 || this.#worth[i - 1] === 0) return false;
    const { terms, termAt } = this.#talk;
    const before = this.#way[i - 1]!;
    let next = this.#place[i - 1]! + before.length;
    while (next < this.#place[i]! && SIGNS.has(terms[termAt[next]!]!)) next += 1;
    return this.#way[i] !== before && this.#place[i] !== next;
  }

  #window(score: number, main: boolean, isPartial: boolean): Window {
    const met: Met[] = [];
    for (let i = 0; i < this.#asked.length; i += 1) {
      const [position, way] = [this.#place[i]!, this.#way[i]!];
      if (this.#worth[i]! > 0 && !met.some((own) => own.position === position)) met.push({ position, way });
    }
    return { met, score, tier: main ? 'main' : 'maybe', isPartial };
  }
}
