import type { Asked, Way, Window } from './asked.ts';
import { FOUND, Meeting } from './meeting.ts';
import type { Talk } from './talk.ts';

/** Most anchors that are looked at; only hundreds of hours of talk have more of a query's rarest word. */
const MOST_ANCHORS = 6000;
/** An answer to several words scores this share of the best one; under it, it is a maybe. */
const SHARE_OF_BEST = 0.65;

/**
 * The windows about every place of the rarest thing asked for, best first; of windows that overlap the best.
 * `alone` are the numbers of the things of which one suffices, as the surname does for a whole name; `most` is how many
 * windows are wanted.
 */
export function findWindows(talk: Talk, asked: readonly Asked[], alone: readonly number[], most: number): Window[] {
  if (asked.length === 1) return placesAlone(talk, asked[0]!, most);
  const needed = asked.flatMap(({ optional }, i) => (optional ? [] : [i]));
  const answerable = needed.filter((i) => asked[i]!.terms.length > 0 || asked[i]!.spots.size > 0);
  const lacking = needed.length - answerable.length;
  const sole = alone.filter((i) => answerable.includes(i));
  // One word of a long query may have been misheard past knowing; of a short one nothing would be left.
  const spare = needed.length >= 4 ? 1 : 0;
  if (answerable.length === 0 || (lacking > spare && sole.length === 0)) return [];

  const byRarity = [...answerable].sort((a, b) => asked[b]!.weight - asked[a]!.weight);
  const anchors = sole.length > 0 ? sole : byRarity.slice(0, 1 + spare - lacking);
  const meeting = new Meeting(talk, asked, sole, spare);
  const windows: Window[] = [];
  for (const anchor of anchors)
    for (const [position, way] of placesOfAsked(talk, asked[anchor]!, MOST_ANCHORS)) {
      const window = meeting.at(position, way);
      if (window) windows.push(window);
    }
  return apart(talk, judged(windows, needed.length)).slice(0, most);
}

/** Where one thing is met: at its spots, then by its ways, likest first. */
function placesOfAsked(talk: Talk, { spots, terms }: Asked, most: number): [position: number, way: Way][] {
  const places = [...spots];
  for (const way of terms)
    for (const position of talk.postings[way.term]!) {
      if (places.length >= most) return places;
      places.push([position, way]);
    }
  return places;
}

/** A query of one thing: every place of it is a window. */
function placesAlone(talk: Talk, asked: Asked, most: number): Window[] {
  const terms = asked.terms.filter(({ trust }) => trust !== 'beside');
  const spots = new Map([...asked.spots].filter(([, { trust }]) => trust !== 'beside'));
  const inTier = (tier: 'main' | 'maybe') => {
    const own = {
      ...asked,
      terms: terms.filter(({ trust }) => trust === tier),
      spots: new Map([...spots].filter(([, { trust }]) => trust === tier)),
    };
    return placesOfAsked(talk, own, most).map(([position, way]): Window => ({
      met: [{ position, way }],
      score: way.likeness,
      tier,
      isPartial: false,
    }));
  };
  return apart(talk, [...inTier('main'), ...inTier('maybe')].slice(0, most));
}

/** Windows of several words that fall far behind the best one are only maybes, then nothing. */
function judged(windows: readonly Window[], needed: number): Window[] {
  const best = windows.reduce((most, { tier, score }) => (tier === 'main' ? Math.max(most, score) : most), 0);
  const bar = needed < 2 ? 0 : Math.max(FOUND * 0.99, best * SHARE_OF_BEST);
  return windows.flatMap((window) => {
    // Names said by one of their words stand by themselves.
    if (window.tier === 'maybe' || window.score >= bar || window.met.length < needed) return [window];
    return window.score >= bar * 0.8 ? [{ ...window, tier: 'maybe' as const }] : [];
  });
}

/** Best first, `main` before `maybe`; one that reaches into a better one is left out. */
function apart(talk: Talk, windows: readonly Window[]): Window[] {
  const order = [...windows].sort(
    (a, b) =>
      (a.tier === b.tier ? 0 : a.tier === 'main' ? -1 : 1) ||
      b.score - a.score ||
      a.met[0]!.position - b.met[0]!.position,
  );
  const taken = new Uint8Array(talk.termAt.length);
  return order.filter(({ met }) => {
    let [start, end] = [Infinity, 0];
    for (const { position, way } of met) {
      for (let i = 0; i < way.length; i += 1) if (taken[position + i] === 1) return false;
      start = Math.min(start, position);
      end = Math.max(end, position + way.length);
    }
    taken.fill(1, start, end);
    return true;
  });
}
