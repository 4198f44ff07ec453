import { skeletonOf, soundOf } from './sound.ts';
import { soundLikeness } from './soundLikeness.ts';
import { editDistance } from './spelling.ts';
import { digitsOf, goesOnTens, isTens, ordinalOf, spokenForms, writtenOrdinal } from './numbers.ts';
import { otherLengths } from './shortForms.ts';
import { isCommon, isFunctionWord } from './commonWords.ts';
import type { Alternative, MatchKind, Trust, Vocabulary } from './alternatives.ts';
import type { Lexicon } from './lexicon.ts';
import type { QueryWord } from './query.ts';
import type { Talk } from './talk.ts';

/** A place where several words of the talk together answer one word of the query: "tail scale". */
export interface Spot {
  /** Position of its first word, and how many there are. */
  readonly at: number;
  readonly length: number;
  readonly kind: MatchKind;
  readonly likeness: number;
  readonly trust: Trust;
}

/** Words of the query that are one word of the talk: "wire guard". `from` is the first one's number. */
export interface Join extends Alternative {
  readonly from: number;
  readonly words: number;
}

/** Most places that are looked at for one reading: beyond, its words are too common to be a name cut up. */
const MOST_PLACES = 20_000;

/** Words that are tried as one: "nine thousand nine hundred and ninety nine". */
const MOST_WORDS = 7;

/** Query words that the talk has in one: "wire guard", "22 x", "d m a", "twenty two" for 22, "three hundred" for 300. */
export function joinsOf(words: readonly QueryWord[], { numbers, alternatives }: Vocabulary): Join[] {
  const joins: Join[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let length = 2; length <= MOST_WORDS && from + length <= words.length; length += 1) {
      const run = words.slice(from, from + length);
      const terms = run.map(({ term }) => term);
      if (run.some(({ quoted }) => quoted !== run[0]!.quoted)) break;
      const joined = terms.join('');
      const spelt = terms.every((term) => term.length === 1 || /^\d+$/.test(term));
      const long = terms.every((term) => term.length > 2);
      const tied = run.slice(1).every((word) => word.tied);
      // "in to" is not "into", but "on-line" is "online"; and 6.1 is not 61.
      if (
        !(tied && /^\d+$/.test(joined)) &&
        (spelt ||
          (long && numbers.has(joined)) ||
          (length === 2 && (tied || joined.length > 5 || /\d/.test(joined) || !isCommon(joined))))
      )
        for (const way of alternatives(joined, run.at(-1)!.unfinished))
          // "where a" is not "whereas", but "side chain" is "sidechains".
          if (way.kind === 'exact' || (way.kind === 'prefix' && way.trust === 'main' && (spelt ? length > 2 : long)))
            joins.push({ ...way, likeness: way.likeness * 0.95, from, words: length });
      const digits = digitsOf(terms) ?? writtenOrdinal(terms);
      const term = digits === undefined ? undefined : numbers.get(digits);
      if (term !== undefined)
        joins.push({
          term,
          kind: 'alias',
          likeness: 0.95,
          trust: 'main',
          letters: digits!.length,
          from,
          words: length,
        });
    }
  return joins;
}

/** The places where the talk has a word of the query in pieces. */
export function spotsOf(word: string, talk: Talk, vocabulary: Vocabulary, lexicon: Lexicon): Spot[] {
  const spots = new Map<number, Spot>();
  const add = (spot: Spot) => {
    const other = spots.get(spot.at);
    if (!other || other.likeness < spot.likeness) spots.set(spot.at, spot);
  };
  for (const pieces of splitsOf(word, vocabulary))
    for (const at of placesOf(pieces, talk, vocabulary)) {
      // "into" is not "in to", unless a hyphen holds them together.
      const loose =
        !/\d/.test(word) && isCommon(word) && pieces.some((piece) => piece.length < 3 || isFunctionWord(piece));
      if (loose && /\s/.test(talk.text.slice(talk.to[at]!, talk.from[at + 1]!))) continue;
      add({ at, length: pieces.length, kind: 'exact', likeness: 0.95, trust: 'main' });
    }
  for (const form of saidForms(word)) {
    if (form.length < 2 && !isTens(word)) continue;
    for (const at of placesOf(form, talk, vocabulary))
      if (form.length > 1 || !goesOnTens(talk.terms[talk.termAt[at + 1]!] ?? ''))
        add({ at, length: form.length, kind: 'alias', likeness: 0.95, trust: 'main' });
    if (form.length > 2 && !/\D/.test(word))
      for (const at of placesNear(form, talk, vocabulary))
        add({ at, length: form.length, kind: 'sounds-like', likeness: 0.8, trust: 'main' });
  }
  if (word.length > 5 && !isCommon(word))
    for (const spot of soundedPieces(word, talk, vocabulary, lexicon.has(word))) add(spot);
  return [...spots.values()];
}

/** The ways to say a word with its digits in words: "four one one", "gpt four", "one password"; itself where it has none. */
function saidForms(word: string): string[][] {
  const ordinal = ordinalOf(word);
  if (ordinal.length > 1 && /\D/.test(word)) return [ordinal];
  const parts = word.match(/\d+|\D+/g) ?? [];
  if (parts.length > 3) return [];
  return parts.reduce<string[][]>(
    (forms, part) => {
      const said = [[part], ...(/\d/.test(part) ? spokenForms(part) : otherLengths(part).map((form) => [form]))];
      return forms.flatMap((form) => said.map((more) => [...form, ...more]));
    },
    [[]],
  );
}

/** Most pieces of a word that are not all single letters, and most ways to part one. */
const MOST_PIECES = 4;
const MOST_SPLITS = 200;

/** The ways to spell `word` with words of the talk: "mumble room", "free b s d", "b cache fs", "d m a". */
function splitsOf(word: string, { numbers }: Vocabulary): string[][] {
  const found: string[][] = [];
  if (word.length > 40) return found;
  const part = (rest: string, pieces: readonly string[]): void => {
    if (found.length >= MOST_SPLITS) return;
    if (pieces.length > 0 && numbers.has(rest)) found.push([...pieces, rest]);
    if (pieces.length === MOST_PIECES - 1) return;
    for (let cut = rest.length - 1; cut > 0; cut -= 1)
      if (numbers.has(rest.slice(0, cut))) part(rest.slice(cut), [...pieces, rest.slice(0, cut)]);
  };
  part(word, []);
  if (word.length > MOST_PIECES && word.length < 8) found.push([...word]);
  return found;
}

/** Where these words follow one another. */
export function placesOf(words: readonly string[], { postings, termAt }: Talk, { numbers }: Vocabulary): number[] {
  const terms = words.map((word) => numbers.get(word));
  if (terms.some((term) => term === undefined)) return [];
  const counts = terms.map((term) => postings[term!]!.length);
  const rarest = counts.indexOf(Math.min(...counts));
  if (counts[rarest]! > MOST_PLACES) return [];
  return postings[terms[rarest]!]!.map((position) => position - rarest).filter(
    (at) => at >= 0 && terms.every((term, i) => termAt[at + i] === term),
  );
}

/** Where they follow one another but for one that was heard as something near: "four on one". */
function placesNear(words: readonly string[], talk: Talk, vocabulary: Vocabulary): number[] {
  const found = new Set<number>();
  for (let anchor = 0; anchor < 2; anchor += 1) {
    const term = vocabulary.numbers.get(words[anchor]!);
    const places = term === undefined ? [] : talk.postings[term]!;
    if (places.length > MOST_PLACES) continue;
    for (const position of places) {
      const at = position - anchor;
      if (at < 0 || at + words.length > talk.termAt.length) continue;
      const wrong = words.flatMap((word, i) => {
        const said = talk.terms[talk.termAt[at + i]!]!;
        return said === word ? [] : [[word, said] as const];
      });
      if (wrong.length === 1 && isSlip(...wrong[0]!)) found.add(at);
    }
  }
  return [...found];
}

const isSlip = (word: string, said: string) =>
  !/\d/.test(said) &&
  digitsOf([said]) === undefined &&
  (soundLikeness(soundOf(word), soundOf(said)) >= 0.68 || (said.length > 1 && editDistance(word, said, 1) === 1));

/** Two words that sound like `word` together: "cooper netties" for kubernetes. */
function soundedPieces(word: string, talk: Talk, { book, common, terms }: Vocabulary, named: boolean): Spot[] {
  const sound = soundOf(word);
  const skeleton = skeletonOf(sound);
  if (skeleton.length < 3) return [];
  const found: Spot[] = [];
  for (let cut = 1; cut < skeleton.length; cut += 1) {
    const rights = new Set([
      ...book.withSkeleton(skeleton.slice(cut)),
      ...book.withSkeleton(`A${skeleton.slice(cut)}`),
      ...book.withSkeleton(skeleton.slice(cut - 1)),
    ]);
    if (rights.size === 0) continue;
    for (const left of book.withSkeleton(skeleton.slice(0, cut))) {
      const places = talk.postings[left]!;
      if (places.length > 2000) continue;
      for (const at of places) {
        const right = talk.termAt[at + 1];
        if (right === undefined || !rights.has(right)) continue;
        const together = soundLikeness(sound, (book.sounds[left]! + book.sounds[right]!).replace(/(.)\1/g, '$1'));
        const known = common[left] === 1 && common[right] === 1;
        // A short sound has to be just the same.
        const bar = skeleton.length === 3 && !named ? 1 : (named ? 0.84 : 0.9) + (known ? 0.03 : 0);
        if (together < Math.min(bar, 0.95) - 0.05 || terms[left]!.length + terms[right]!.length > word.length + 5)
          continue;
        const trust: Trust = together >= bar ? (known && !named ? 'maybe' : 'main') : 'beside';
        found.push({ at, length: 2, kind: named ? 'alias' : 'sounds-like', likeness: together * 0.95, trust });
      }
    }
  }
  return found;
}
