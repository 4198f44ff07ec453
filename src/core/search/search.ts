import type { Cue } from '../transcript/cue.ts';
import { buildVocabulary, type MatchKind, type Vocabulary } from './alternatives.ts';
import { isCommon, isFunctionWord } from './commonWords.ts';
import { buildLexicon, type Lexicon, type PublishedName } from './lexicon.ts';
import { otherDay } from './numbers.ts';
import { parseQuery, type QueryWord } from './query.ts';
import { buildSoundBook } from './soundBook.ts';
import { joinsOf, placesOf, spotsOf } from './spots.ts';
import { buildTalk, cueIndexAt, type Talk } from './talk.ts';
import type { Asked, Met, Way, Window } from './asked.ts';
import { findWindows } from './windows.ts';

export type { MatchKind } from './alternatives.ts';
export { namesOf, type PublishedName } from './lexicon.ts';

/** A talk made ready for searching. */
export interface SearchIndex {
  readonly talk: Talk;
  readonly vocabulary: Vocabulary;
  readonly lexicon: Lexicon;
}

/** One place that answers the query. Times are seconds; offsets count UTF-16 units of `Talk.text`. */
export interface Hit {
  readonly id: string;
  /** 1 is the best answer, whatever the order in which hits are shown; `main` ones come before `maybe`. */
  readonly rank: number;
  /** `main` was found; `maybe` is only possibly meant, and shown apart. */
  readonly tier: 'main' | 'maybe';
  readonly start: number;
  readonly end: number;
  /** The cue that holds the first matched word. */
  readonly cue: string;
  /** The weakest way in which one of its words matched. */
  readonly match: MatchKind;
  /** What was heard where it differs from the query's spelling: `helwig`. */
  readonly heard: readonly string[];
  /** Whether these are common words, heard right in all likelihood: the query has a slip, or another form of them. */
  readonly isSlip: boolean;
  /** Whether a word of the query was not said there. */
  readonly isPartial: boolean;
  /** Offsets of exactly the matched letters, ascending: `[from, to)`. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Most hits that are handed out: more than four hours of talk hold of its commonest word. */
const MOST_HITS = 2000;

const WEAKNESS: Record<MatchKind, number> = { exact: 0, prefix: 1, alias: 2, fuzzy: 3, 'sounds-like': 4 };

/** `names` are those of the show notes (`namesOf`): they say how what was heard is really spelt. */
export function buildSearchIndex(cues: readonly Cue[], names: readonly PublishedName[] = []): SearchIndex {
  const steps = stepsToSearchIndex(cues, names);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of a few milliseconds an hour of talk, between which a page can answer its visitor. */
export function* stepsToSearchIndex(
  cues: readonly Cue[],
  names: readonly PublishedName[],
): Generator<void, SearchIndex, void> {
  const talk = buildTalk(cues);
  yield;
  const book = buildSoundBook(talk.terms);
  yield;
  isCommon(''); // which unpacks the list of common words, a step's worth in itself
  yield;
  const lexicon = buildLexicon(names);
  yield;
  return { talk, vocabulary: buildVocabulary(talk, book, lexicon), lexicon };
}

/**
 * The places that answer `query`, in the order of time.
 *
 * Every word of the query must be met, by itself or by an alternative, within a window of the talk; cue
 * borders do not exist. Words in place and in order rank first, then nearer before farther, exact before
 * fuzzy. The last word counts as unfinished unless a space follows it. `"quoted words"` are met exactly so,
 * and a place that holds a `-word` or a `-"phrase"` is left out. Words written in one, as `6.14`, are sure only side by side.
 */
export function searchTalk({ talk, vocabulary, lexicon }: SearchIndex, query: string): Hit[] {
  const { words, excluded } = parseQuery(query);
  const asked = askedOf(words, talk, vocabulary, lexicon);
  if (asked.length === 0) return [];
  const terms = words.map(({ term }) => term);
  const alone = asked.length === words.length ? lexicon.aloneOf(terms).map((word) => terms.indexOf(word)) : [];
  const unwanted = excluded.map((phrase) => phrase.map((word) => vocabulary.numbers.get(word) ?? -1));
  const windows = findWindows(talk, asked, alone, MOST_HITS).filter(
    (window) => !unwanted.some((phrase) => holds(talk, window, phrase)),
  );
  // Numbers sort many times faster than hits: the position is above, the rank below.
  const order = Float64Array.from(windows, ({ met }, i) => firstOf(met) * MOST_HITS + i).sort();
  return Array.from(order, (key) => hitOf(talk, windows[key % MOST_HITS]!, (key % MOST_HITS) + 1));
}

/** The query's words and quoted phrases, with all their ways to be met. */
function askedOf(words: readonly QueryWord[], talk: Talk, vocabulary: Vocabulary, lexicon: Lexicon): Asked[] {
  const free = words.every(({ quoted }) => quoted === undefined);
  const joins = free ? joinsOf(words, vocabulary) : [];
  const content = words.some(({ term, quoted }) => quoted !== undefined || !isFunctionWord(term));
  const asked: Asked[] = [];
  const written = words.map(({ term }) => term);
  for (let i = 0; i < words.length; i += 1) {
    const { term, unfinished, quoted, tied } = words[i]!;
    const from = asked.length;
    if (quoted !== undefined) {
      const phrase = words.filter((word) => word.quoted === quoted);
      i += phrase.length - 1;
      asked.push({ ...weighed(talk, [], phraseWays(phrase, from, talk, vocabulary), false), tied: false });
      continue;
    }
    const day = otherDay(written, i);
    const forms = day === undefined ? [term] : [term, day];
    const terms: Way[] = [
      ...forms.flatMap((form) =>
        vocabulary
          .alternatives(form, unfinished && form === term)
          .map((way) => ({ ...way, kind: form === term ? way.kind : 'alias', length: 1, from, asked: 1 })),
      ),
      ...joins
        .filter((join) => i >= join.from && i < join.from + join.words)
        .map((join) => ({ ...join, length: 1, asked: join.words })),
    ];
    const spots = forms
      .flatMap((form) => spotsOf(form, talk, vocabulary, lexicon))
      .map(({ at, ...way }): [number, Way] => [at, { ...way, term: -1, letters: undefined, from, asked: 1 }]);
    // One letter says too little of the word that it begins to hide what the words before it found.
    const begins = unfinished && /^[a-z]$/.test(term) && terms.every(({ kind }) => kind !== 'exact');
    asked.push({
      ...weighed(talk, terms, new Map(spots), content && (begins || (!tied && isFunctionWord(term)))),
      tied,
    });
  }
  return asked;
}

/** Where a quoted phrase is said; the last word of one that is not closed may be unfinished. */
function phraseWays(phrase: readonly QueryWord[], from: number, talk: Talk, vocabulary: Vocabulary): Map<number, Way> {
  const terms = phrase.map(({ term }) => term);
  const way: Way = {
    term: -1,
    kind: 'exact',
    likeness: 1,
    trust: 'main',
    letters: undefined,
    length: terms.length,
    from,
    asked: 1,
  };
  const ways = new Map(placesOf(terms, talk, vocabulary).map((at) => [at, way]));
  if (phrase.at(-1)!.unfinished)
    for (const { term, kind } of vocabulary.alternatives(terms.at(-1)!, true))
      if (kind === 'prefix')
        for (const at of placesOf([...terms.slice(0, -1), talk.terms[term]!], talk, vocabulary))
          if (talk.terms[term]!.startsWith(terms.at(-1)!))
            ways.set(at, { ...way, kind: 'prefix', likeness: 0.9, letters: terms.at(-1)!.length });
  return ways;
}

function weighed(
  talk: Talk,
  terms: readonly Way[],
  spots: ReadonlyMap<number, Way>,
  optional: boolean,
): Omit<Asked, 'tied'> {
  const exact = terms.filter(({ kind, asked }) => kind === 'exact' && asked === 1);
  const counted = exact.length > 0 ? exact : terms.filter(({ trust }) => trust !== 'beside');
  const said = counted.reduce((sum, { term }) => sum + talk.postings[term]!.length, spots.size);
  return { terms, spots, optional, weight: Math.log1p(talk.termAt.length / (1 + said)) * (optional ? 0.4 : 1) };
}

const firstOf = (met: readonly Met[]) => met.reduce((a, b) => (b.position < a.position ? b : a)).position;
const lastOf = (met: readonly Met[]) => Math.max(...met.map(({ position, way }) => position + way.length - 1));

/** Whether the cues of a window hold these words, one behind the other. */
function holds(talk: Talk, { met }: Window, phrase: readonly number[]): boolean {
  const from = talk.cueStarts[cueIndexAt(talk, talk.from[firstOf(met)]!)]!;
  const to = talk.cueStarts[cueIndexAt(talk, talk.from[lastOf(met)]!) + 1] ?? Infinity;
  let position = firstOf(met);
  while (position > 0 && talk.from[position - 1]! >= from) position -= 1;
  for (; position < talk.termAt.length && talk.from[position]! < to; position += 1)
    if (phrase.length > 0 && phrase.every((term, i) => talk.termAt[position + i] === term)) return true;
  return false;
}

function hitOf(talk: Talk, { met, tier, isPartial }: Window, rank: number): Hit {
  const ordered = met.length === 1 ? met : [...met].sort((a, b) => a.position - b.position);
  const first = ordered[0]!.position;
  const cue = talk.cues[cueIndexAt(talk, talk.from[first]!)]!;
  const last = talk.cues[cueIndexAt(talk, talk.from[lastOf(met)]!)]!;
  let match: MatchKind = 'exact';
  for (const { way } of ordered) if (WEAKNESS[way.kind] > WEAKNESS[match]) match = way.kind;
  const unlike = ordered.filter(({ way }) => WEAKNESS[way.kind] >= WEAKNESS.alias);
  const heard = unlike.map(({ position, way }) =>
    talk.text.slice(talk.from[position]!, talk.to[position + way.length - 1]!),
  );
  return {
    id: `h${first}`,
    rank,
    tier,
    start: cue.start,
    end: Math.max(cue.end, last.end),
    cue: cue.id,
    match,
    heard: [...new Set(heard)],
    isSlip: match === 'fuzzy' && unlike.every(({ way }) => way.length === 1 && isCommon(talk.terms[way.term]!)),
    isPartial,
    marks: ordered.flatMap(({ position, way }) => marksOf(talk, position, way)),
  };
}

/** Matched letters of each word → offsets of the text; the whole word where normalising changed its length. */
function marksOf(talk: Talk, position: number, { letters, length }: Way): (readonly [number, number])[] {
  return Array.from({ length }, (_, i) => {
    const [from, to] = [talk.from[position + i]!, talk.to[position + i]!];
    const asWritten = to - from === talk.terms[talk.termAt[position + i]!]!.length;
    return [from, i === length - 1 && letters !== undefined && asWritten ? from + letters : to] as const;
  });
}
