import { normalise, tokenise } from '../text/tokens.ts';
import type { Cue } from '../transcript/cue.ts';
import { buildVocabulary, type Alternative, type MatchKind, type Vocabulary } from './alternatives.ts';
import { buildTalk, cueIndexAt, type Talk } from './talk.ts';

/** A talk made ready for searching. */
export interface SearchIndex {
  readonly talk: Talk;
  readonly vocabulary: Vocabulary;
}

/** One place that answers the query. Times are seconds; offsets count UTF-16 units of `Talk.text`. */
export interface Hit {
  readonly id: string;
  /** 1 is the best answer, whatever the order in which hits are shown. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  /** The cue that holds the first matched word. */
  readonly cue: string;
  /** The weakest way in which one of its words matched. */
  readonly match: MatchKind;
  /** What was heard where it differs from the query's spelling: `helwig`. */
  readonly heard: readonly string[];
  /** Offsets of exactly the matched letters, ascending: `[from, to)`. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Queries are cut to this length (characters) and number of words: nobody says more in one breath. */
const LONGEST = 200;
const MOST_WORDS = 12;
/** How far apart, in words, the words of a query may stand and still be one answer. */
const REACH = 12;

const WEAKNESS: Record<MatchKind, number> = { exact: 0, prefix: 1, alias: 2, fuzzy: 3, 'sounds-like': 4 };

export function buildSearchIndex(cues: readonly Cue[]): SearchIndex {
  const talk = buildTalk(cues);
  return { talk, vocabulary: buildVocabulary(talk) };
}

/**
 * The places that answer `query`, in the order of time.
 *
 * Every word of the query must be met, by itself or by an alternative, within a window of the talk; cue
 * borders do not exist. Words in place and in order rank first, then nearer before farther, exact before
 * fuzzy. The last word counts as unfinished unless a space follows it.
 */
export function searchTalk({ talk, vocabulary }: SearchIndex, query: string): Hit[] {
  const clipped = query.slice(0, LONGEST);
  const words = tokenise(clipped)
    .slice(0, MOST_WORDS)
    .map(({ term }) => term);
  if (words.length === 0) return [];
  const unfinished = normalise(clipped.at(-1) ?? '').match(/[\p{L}\p{N}]/u) !== null;
  const options = words.map((word, i) => vocabulary.alternatives(word, unfinished && i === words.length - 1));
  if (options.some((list) => list.length === 0)) return [];

  const places = options.map((list) => placesOf(talk, list));
  const rarest = places.reduce((best, list, i) => (list.length < places[best]!.length ? i : best), 0);
  const windows = places[rarest]!.flatMap((anchor) => windowAround(anchor, rarest, places));
  return rankWindows(talk, windows);
}

/** Where a word of the query may be met: a position among the talk's words, and by which alternative. */
interface Place {
  readonly position: number;
  readonly by: Alternative;
}

interface Window {
  readonly places: readonly Place[];
  readonly score: number;
}

function placesOf(talk: Talk, alternatives: readonly Alternative[]): Place[] {
  const places = alternatives.flatMap((by) => talk.postings[by.term]!.map((position): Place => ({ position, by })));
  return places.sort((a, b) => a.position - b.position);
}

/** The nearest place of every other word about `anchor`; none where a word is out of reach. */
function windowAround(anchor: Place, rarest: number, places: readonly (readonly Place[])[]): Window[] {
  const chosen: Place[] = [];
  let distance = 0;
  for (const [word, list] of places.entries()) {
    const wanted = anchor.position + word - rarest;
    const near = word === rarest ? anchor : nearest(list, wanted, chosen);
    if (!near || Math.abs(near.position - wanted) > REACH) return [];
    distance += Math.abs(near.position - wanted);
    chosen.push(near);
  }
  const likeness = chosen.reduce((sum, { by }) => sum + by.likeness, 0) / chosen.length;
  return [{ places: chosen, score: likeness * (0.5 + 0.5 / (1 + distance)) }];
}

function nearest(list: readonly Place[], wanted: number, taken: readonly Place[]): Place | undefined {
  let best: Place | undefined;
  for (const place of list) {
    if (taken.some(({ position }) => position === place.position)) continue;
    if (!best || Math.abs(place.position - wanted) < Math.abs(best.position - wanted)) best = place;
    else if (place.position > wanted) break;
  }
  return best;
}

/** Windows → hits: of windows that share a word the best stays; ranks by score, shown by time. */
function rankWindows(talk: Talk, windows: readonly Window[]): Hit[] {
  const taken = new Set<number>();
  const best = [...windows]
    .sort((a, b) => b.score - a.score || a.places[0]!.position - b.places[0]!.position)
    .filter(({ places }) => {
      if (places.some(({ position }) => taken.has(position))) return false;
      for (const { position } of places) taken.add(position);
      return true;
    });
  return best.map((window, i) => hitOf(talk, window, i + 1)).sort((a, b) => a.marks[0]![0] - b.marks[0]![0]);
}

function hitOf(talk: Talk, { places }: Window, rank: number): Hit {
  const ordered = [...places].sort((a, b) => a.position - b.position);
  const first = ordered[0]!.position;
  const cue = talk.cues[cueIndexAt(talk, talk.from[first]!)]!;
  const last = talk.cues[cueIndexAt(talk, talk.from[ordered.at(-1)!.position]!)]!;
  const weakest = ordered.reduce(
    (worst, { by }) => (WEAKNESS[by.kind] > WEAKNESS[worst] ? by.kind : worst),
    'exact' as MatchKind,
  );
  const heard = ordered
    .filter(({ by }) => WEAKNESS[by.kind] >= WEAKNESS.alias)
    .map(({ position }) => talk.text.slice(talk.from[position]!, talk.to[position]!));
  return {
    id: `h${first}`,
    rank,
    start: cue.start,
    end: Math.max(cue.end, last.end),
    cue: cue.id,
    match: weakest,
    heard: [...new Set(heard)],
    marks: ordered.flatMap(({ position, by }) => marksOf(talk, position, by)),
  };
}

/** Matched letters of a term → offsets of the text; the whole word where normalising changed its length. */
function marksOf(talk: Talk, position: number, by: Alternative): (readonly [number, number])[] {
  const [from, to] = [talk.from[position]!, talk.to[position]!];
  if (to - from !== talk.terms[by.term]!.length) return [[from, to]];
  return by.letters.map(([start, end]) => [from + start, from + end] as const);
}
