import type { MatchKind, Trust } from './alternatives.ts';
import type { Talk } from './talk.ts';

/** One thing that a query asks for, a word or a quoted phrase, with every way in which the talk may answer it. */
export interface Asked {
  /** Ways that hold wherever their term is said. */
  readonly terms: readonly Way[];
  /** Ways that hold at certain positions only. */
  readonly spots: ReadonlyMap<number, Way>;
  /** How much it matters: the rarer the more. */
  readonly weight: number;
  /** Whether an answer may do without it, as "the" in a phrase of other words. */
  readonly optional: boolean;
}

/** One way to answer what was asked. */
export interface Way {
  readonly term: number;
  readonly kind: MatchKind;
  readonly likeness: number;
  readonly trust: Trust;
  /** How many letters matched, where it is one word; otherwise all do. */
  readonly letters: number | undefined;
  /** How many words of the talk it takes, and how many of the query it answers, from which one on. */
  readonly length: number;
  readonly from: number;
  readonly asked: number;
}

/** A way found at a position among the talk's words. */
export interface Met {
  readonly position: number;
  readonly way: Way;
  /** How many words it stands from where the query has it, counted from the anchor. */
  readonly off: number;
}

/** A place of the talk that answers the query. `score` is 0 to 1. */
export interface Window {
  readonly met: readonly Met[];
  readonly score: number;
  readonly tier: 'main' | 'maybe';
}

/** How far, in words, an answer reaches to either side of its rarest word: about twenty seconds of talk. */
const REACH = 26;
/** Most anchors that are looked at; only hundreds of hours of talk have more of a query's rarest word. */
const MOST_ANCHORS = 10_000;
/** An answer to several words scores at least this, and this share of the best one; under it, it is a maybe. */
const FOUND = 0.48;
const SHARE_OF_BEST = 0.65;
/** Under this a window says too little of the query to be shown at all. */
const SHOWN = 0.42;

/** 1 in its place, half at the end of the reach; less where the order is turned round. */
function closeness(off: number, turned: boolean): number {
  const near = off === 0 ? 1 : 1 - (0.5 * Math.log2(1 + Math.abs(off))) / Math.log2(1 + REACH);
  return turned ? near * 0.95 : near;
}

/**
 * The windows about every place of the rarest thing asked for, best first; of windows that overlap the best.
 * `alone` are the numbers of the things of which one suffices, as the surname does for a whole name.
 */
export function findWindows(talk: Talk, asked: readonly Asked[], alone: readonly number[]): Window[] {
  const needed = asked.flatMap(({ optional }, i) => (optional ? [] : [i]));
  const answerable = needed.filter((i) => asked[i]!.terms.length > 0 || asked[i]!.spots.size > 0);
  const lacking = needed.length - answerable.length;
  const sole = alone.filter((i) => answerable.includes(i));
  // One word of a long query may have been misheard past knowing; of a short one nothing would be left.
  const spare = needed.length >= 4 ? 1 : 0;
  if (answerable.length === 0 || (lacking > spare && sole.length === 0)) return [];

  const byRarity = [...answerable].sort((a, b) => asked[b]!.weight - asked[a]!.weight);
  const anchors = sole.length > 0 ? sole : byRarity.slice(0, 1 + spare - lacking);
  const scan = buildScan(talk, asked);
  const windows: Window[] = [];
  for (const anchor of anchors) {
    let count = 0;
    const look = (position: number, way: Way) => {
      if (count++ > MOST_ANCHORS) return;
      const window = windowAt(scan, asked, needed, sole, spare, { position, way, off: 0 });
      if (window) windows.push(window);
    };
    for (const [position, way] of asked[anchor]!.spots) look(position, way);
    for (const way of asked[anchor]!.terms) {
      for (const position of talk.postings[way.term]!) look(position, way);
      if (count > MOST_ANCHORS) break;
    }
  }
  return apart(talk, judged(windows, needed.length));
}

/** What may be met at each word of the talk: a number per term, 0 for nothing, else an index into `ways`. */
interface Scan {
  readonly talk: Talk;
  readonly slots: Uint16Array;
  readonly ways: readonly (readonly Way[])[];
  readonly spots: ReadonlyMap<number, readonly Way[]>;
  readonly best: { readonly value: Float64Array; readonly met: (Met | undefined)[] };
}

function buildScan(talk: Talk, asked: readonly Asked[]): Scan {
  const slots = new Uint16Array(asked.length > 1 ? talk.terms.length : 0);
  const ways: Way[][] = [[]];
  const spots = new Map<number, Way[]>();
  if (asked.length > 1)
    for (const { terms, spots: own } of asked) {
      for (const way of terms) {
        if (slots[way.term] === 0) slots[way.term] = ways.push([]) - 1;
        const list = ways[slots[way.term]!]!;
        if (!list.some((other) => other.from === way.from && other.asked === way.asked)) list.push(way);
      }
      for (const [position, way] of own) spots.set(position, [...(spots.get(position) ?? []), way]);
    }
  return { talk, slots, ways, spots, best: { value: new Float64Array(asked.length), met: [] } };
}

function windowAt(
  scan: Scan,
  asked: readonly Asked[],
  needed: readonly number[],
  sole: readonly number[],
  spare: number,
  anchor: Met,
): Window | undefined {
  const { talk, slots, ways, spots, best } = scan;
  const { value, met } = best;
  value.fill(0);
  met.length = 0;
  const { position: at, way: held } = anchor;
  for (let i = held.from; i < held.from + held.asked; i += 1) {
    value[i] = held.likeness;
    met[i] = anchor;
  }
  const drop = (i: number) => {
    met[i] = undefined;
    value[i] = 0;
  };
  const weigh = (position: number, way: Way) => {
    if (way.from < held.from + held.asked && way.from + way.asked > held.from) return;
    if (position < at + held.length && position + way.length > at) return;
    const follows = way.from > held.from;
    const expected = follows
      ? at + held.length + way.from - held.from - held.asked
      : at - (held.from - way.from - way.asked) - way.length;
    const off = position - expected;
    const worth = way.likeness * closeness(off, position > at !== follows);
    for (let i = way.from; i < way.from + way.asked; i += 1) {
      if (worth <= value[i]!) continue;
      value[i] = worth;
      met[i] = { position, way, off };
    }
  };
  if (asked.length > 1) {
    const last = Math.min(talk.termAt.length - 1, at + held.length + REACH);
    for (let position = Math.max(0, at - REACH); position <= last; position += 1) {
      const slot = slots[talk.termAt[position]!]!;
      if (slot > 0) for (const way of ways[slot]!) weigh(position, way);
      if (spots.size > 0) for (const way of spots.get(position) ?? []) weigh(position, way);
    }
  }

  // The words of a name are said together; farther off, they are of another mention.
  if (sole.length > 0) for (let i = 0; i < asked.length; i += 1) if (Math.abs(met[i]?.off ?? 0) > 3) drop(i);

  // A word of the talk answers once: "hello hello" asks for two.
  const taken = new Map<number, Met>();
  for (let i = 0; i < asked.length; i += 1) {
    const own = met[i];
    if (!own) continue;
    const other = taken.get(own.position);
    if (other && other.way !== own.way) drop(i);
    else taken.set(own.position, own);
  }

  let [sum, all, strong, known, missing] = [0, 0, 0, 0, 0];
  let doubtful = false;
  for (let i = 0; i < asked.length; i += 1) {
    const { weight, optional } = asked[i]!;
    all += weight;
    sum += weight * value[i]!;
    const own = met[i];
    if (optional) continue;
    if (!own) missing += 1;
    else {
      known += weight;
      if (own.way.trust === 'main') strong += weight;
      else if (Math.abs(own.off) > (own.way.likeness >= 0.85 ? 6 : 2)) doubtful = true;
    }
  }
  const score = sum / all;
  const one = missing > 0 && sole.some((i) => met[i]);
  if (missing > spare && !one) return undefined;
  const places = [...new Set(met)].filter((own) => own !== undefined);
  const certain = strong === known || (strong / known >= 0.4 && !doubtful);
  if (!certain && places.some(({ way }) => way.trust === 'beside') && (needed.length === 1 || strong === 0 || doubtful))
    return undefined;
  // A name that is said by one of its words is found, behind every place that says it whole.
  if (one) return { met: places, score: Math.max(score, FOUND) * 0.999, tier: certain ? 'main' : 'maybe' };
  if (needed.length > 1 && score < SHOWN) return undefined;
  return { met: places, score, tier: certain && missing === 0 ? 'main' : 'maybe' };
}

/** Windows of several words that fall far behind the best one are only maybes. */
function judged(windows: readonly Window[], needed: number): Window[] {
  if (needed < 2) return [...windows];
  const best = windows.reduce((most, { tier, score }) => (tier === 'main' ? Math.max(most, score) : most), 0);
  const bar = Math.max(FOUND * 0.99, Math.min(best, 1) * SHARE_OF_BEST);
  return windows.flatMap((window) =>
    window.tier === 'maybe' || window.score >= bar || window.met.length < needed
      ? [window]
      : window.score >= bar * 0.8
        ? [{ ...window, tier: 'maybe' as const }]
        : [],
  );
}

const startOf = ({ met }: Window) => Math.min(...met.map(({ position }) => position));

/** Best first, `main` before `maybe`; one that reaches into a better one is left out. */
function apart(talk: Talk, windows: readonly Window[]): Window[] {
  const taken = new Uint8Array(talk.termAt.length);
  const order = windows.map((window) => ({ window, start: startOf(window) }));
  order.sort(
    (a, b) =>
      (a.window.tier === b.window.tier ? 0 : a.window.tier === 'main' ? -1 : 1) ||
      b.window.score - a.window.score ||
      a.start - b.start,
  );
  return order.flatMap(({ window, start }) => {
    if (window.met.some(({ position, way }) => taken.subarray(position, position + way.length).includes(1))) return [];
    const end = Math.max(...window.met.map(({ position, way }) => position + way.length));
    taken.fill(1, start, end);
    return [window];
  });
}
