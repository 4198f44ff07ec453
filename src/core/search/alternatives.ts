import { isCommon, isFunctionWord } from './commonWords.ts';
import { baseForms, nounForms, overTheOcean } from './inflection.ts';
import { otherLengths } from './shortForms.ts';
import type { Lexicon } from './lexicon.ts';
import { isTens, otherNumerals } from './numbers.ts';
import { skeletonOf, soundOf } from './sound.ts';
import { soundLikeness, soundMass } from './soundLikeness.ts';
import type { SoundBook } from './soundBook.ts';
import { editDistance, slipCost, Spelling } from './spelling.ts';
import type { Talk } from './talk.ts';

/** How a word of the talk answers a word of the query, best first. */
export type MatchKind = 'exact' | 'prefix' | 'alias' | 'fuzzy' | 'sounds-like';

/**
 * How far an alternative may be trusted: alone (`main`), alone but shown apart (`maybe`), or only `beside`
 * other words of the query that were met as they were asked for.
 */
export type Trust = 'main' | 'maybe' | 'beside';

/** A word of the talk that may be meant by a word of the query. */
export interface Alternative {
  /** The number of the word among `Talk.terms`. */
  readonly term: number;
  readonly kind: MatchKind;
  /** 0 to 1, 1 is the same word. */
  readonly likeness: number;
  readonly trust: Trust;
  /** How many of its first letters matched. */
  readonly letters: number;
}

/** The distinct words of a talk, ready to be asked what a word of a query may mean. */
export interface Vocabulary {
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly common: Uint8Array;
  readonly book: SoundBook;
  alternatives(word: string, unfinished: boolean): readonly Alternative[];
}

/** Completions kept of one beginning; with so many the beginning says nothing. */
const MOST_COMPLETIONS = 400;
/** Words whose alternatives are remembered, so that a key press works out only the word it changed. */
const REMEMBERED = 64;

const ORDER: Record<Trust, number> = { main: 0, maybe: 1, beside: 2 };

/** Made once for a talk and the `book` of its words; answers are remembered, so that a key press works out only the word it changed. */
export function buildVocabulary(talk: Talk, book: SoundBook, lexicon: Lexicon): Vocabulary {
  const { terms, postings } = talk;
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const sorted = Uint32Array.from(terms.keys()).sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1));
  const common = Uint8Array.from(terms, (term) => (isCommon(term) ? 1 : 0));
  const spelling = new Spelling(terms);
  // The more words there are the more of them are alike by chance, so that likeness has to be greater.
  // So it has to be in another language, where no word is known to be common, and letters sound otherwise.
  const growth = 0.03 * Math.max(0, Math.log10(terms.length / 1000)) + (isForeign(talk) ? FOREIGN : 0);
  const remembered = new Map<string, readonly Alternative[]>();

  /** Words that begin with `word`, itself left out. */
  function completions(word: string): number[] {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (terms[sorted[middle]!]! <= word) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    while (found.length < MOST_COMPLETIONS && low < sorted.length && terms[sorted[low]!]!.startsWith(word))
      found.push(sorted[low++]!);
    return found;
  }

  function completed(word: string, present: boolean): Alternative[] {
    if (word.length < 2) return [];
    return completions(word).flatMap((term) => {
      const whole = terms[term]!;
      // "car" that was said is not the beginning of "carbon", but it is of "cars".
      const form = baseForms(whole).includes(word);
      const trust: Trust = !present || form ? 'main' : 'beside';
      return [
        {
          term,
          kind: 'prefix' as const,
          likeness: 0.75 + (0.2 * word.length) / whole.length,
          trust,
          letters: word.length,
        },
      ];
    });
  }

  /** The other number of the noun, whether the word is finished or not, and however its plural is spelt. */
  function otherNumber(word: string): Alternative[] {
    return nounForms(word).flatMap((form) => {
      const term = numbers.get(form);
      if (term === undefined) return [];
      const kind: MatchKind = form.startsWith(word) ? 'prefix' : 'fuzzy';
      return [{ term, kind, likeness: 0.9, trust: 'main' as const, letters: Math.min(form.length, word.length) }];
    });
  }

  /** Another tense of a known word that is never said itself: perhaps "testify" for "testifying". */
  function otherTense(word: string): Alternative[] {
    const basesOf = (form: string) => [form, ...(TENSE.test(form) ? baseForms(form) : [])];
    const bases = basesOf(word).filter((base) => base.length > 3 && isCommon(base));
    return bases.flatMap((base) =>
      completions(base.slice(0, -1))
        .filter((term) => basesOf(terms[term]!).includes(base))
        .map((term) => ({
          term,
          kind: 'fuzzy' as const,
          likeness: 0.85,
          trust: 'maybe' as const,
          letters: terms[term]!.length,
        })),
    );
  }

  function misspelt(word: string, present: boolean, named: boolean): Alternative[] {
    if (isCommon(word)) return [];
    // Who puts a letter behind a whole word means it, and so does who joins two: systemd is no slip for systems,
    // nor is syncthing for syncing.
    const extended = word.at(-1) !== word.at(-2) && isCommon(word.slice(0, -1));
    const compound = Array.from(word).some(
      (_, cut) => cut > 3 && word.length - cut > 3 && isCommon(word.slice(0, cut)) && isCommon(word.slice(cut)),
    );
    // A long word bears more slips; a common word is the goal of a slip only where it is nearly whole.
    const bar = 0.82 + (word.length < 8 ? growth : 0) - 0.015 * Math.max(0, word.length - 6);
    return spelling.near(word).flatMap(({ term }) => {
      const heard = terms[term]!;
      if (common[term] === 1 && (named || present)) return [];
      if (present && word.length < 6) return [];
      if (common[term] === 1 && (compound || (extended && heard.startsWith(word.slice(0, -1))))) return [];
      const likeness = 1 - slipCost(word, heard) / word.length;
      const trust: Trust = likeness >= bar ? 'main' : likeness >= bar - 0.05 ? 'maybe' : 'beside';
      return [{ term, kind: 'fuzzy' as const, likeness, trust, letters: heard.length }];
    });
  }

  function alike(word: string, present: boolean, named: boolean): Alternative[] {
    const sound = soundOf(word);
    if (sound === '') return [];
    const known = isCommon(word);
    const said = present ? postings[numbers.get(word)!]!.length : 0;
    return book.near(sound).flatMap((term) => {
      const heard = terms[term]!;
      if (heard === word || (known && common[term] === 1 && sound !== book.sounds[term])) return [];
      const same = soundLikeness(sound, book.sounds[term]!);
      if (same < 0.55) return [];
      const [one, other] = [undoubled(word), undoubled(heard)];
      const length = Math.max(one.length, other.length);
      const likeness = 0.7 * same + 0.3 * (1 - editDistance(one, other, length) / length);
      const sameSkeleton = skeletonOf(sound) === skeletonOf(book.sounds[term]!);
      const trust = trustOf();
      if (!trust) return [];
      return [
        {
          term,
          kind: named ? ('alias' as const) : ('sounds-like' as const),
          likeness: same === 1 ? Math.max(likeness, 0.85) : likeness,
          trust,
          letters: heard.length,
        },
      ];

      function trustOf(): Trust | undefined {
        const brief = Math.min(sound.length, book.sounds[term]!.length) < 5 ? 0.05 : 0;
        if (common[term] === 1) {
          // The recogniser knew this word. It stands for another only where it sounds the same, and alone only
          // where the other is a name said often and this one hardly ever: "colonel" in a talk about the kernel.
          if (same === 1 && named && said >= 4 * postings[term]!.length) return 'main';
          if (same === 1 && !known) return 'maybe';
          if (known) return same === 1 ? 'beside' : undefined;
          return likeness >= 0.9 && named ? 'maybe' : likeness >= 0.78 + growth ? 'beside' : undefined;
        }
        if (known) {
          if (!present && likeness >= 0.9) return 'maybe';
          return likeness >= 0.72 ? 'beside' : undefined;
        }
        // One name is not another, and what is said again and again is a word of its own.
        if ((named || present) && lexicon.has(heard)) return undefined;
        const apart = present && (postings[term]!.length > 4 || !sameSkeleton) ? 0.04 : 0;
        const telling = sameSkeleton && skeletonOf(sound).length > 2 ? 0.02 : 0;
        const bar = (named ? 0.68 : 0.8) + apart + brief + growth - telling;
        // Of a long word much may agree and still a syllable be another: "connectivity" is not Connecticut.
        const lost = (1 - same) * Math.max(soundMass(sound), soundMass(book.sounds[term]!));
        if (lost > (named ? 1.8 : 1.35)) return likeness >= bar ? 'beside' : undefined;
        return likeness >= bar ? 'main' : likeness >= bar - 0.06 ? 'maybe' : likeness >= 0.62 ? 'beside' : undefined;
      }
    });
  }

  /** 22 for "twenty two" is a matter of several words, and so is 20, which that is not; here only one for one. */
  function asNumber(word: string): Alternative[] {
    return isTens(word) ? [] : writtenOtherwise(otherNumerals(word), 'alias');
  }

  /** Words of the talk that are only another way to write this one. */
  function writtenOtherwise(forms: readonly string[], kind: MatchKind): Alternative[] {
    return forms.flatMap((form) => {
      const term = numbers.get(form);
      return term === undefined ? [] : [{ term, kind, likeness: 0.95, trust: 'main' as const, letters: form.length }];
    });
  }

  function findAlternatives(word: string, unfinished: boolean): readonly Alternative[] {
    const same = numbers.get(word);
    const named = lexicon.has(word);
    const exact: Alternative[] =
      same === undefined ? [] : [{ term: same, kind: 'exact', likeness: 1, trust: 'main', letters: word.length }];
    const found = [
      ...exact,
      ...otherNumber(word),
      ...(unfinished ? completed(word, same !== undefined) : []),
      ...asNumber(word),
      ...writtenOtherwise(otherLengths(word), 'alias'),
      ...writtenOtherwise(overTheOcean(word), 'fuzzy'),
      // Who has no key for ü types ue; but poets are no pots.
      ...(isCommon(word) ? [] : writtenOtherwise([word.replace(/([aou])e/g, '$1')], 'fuzzy')),
      ...(same === undefined ? otherTense(word) : []),
    ];
    const begun = unfinished && same === undefined && found.some(({ trust }) => trust === 'main');
    if (!begun) found.push(...misspelt(word, same !== undefined, named), ...alike(word, same !== undefined, named));
    // A name of the show notes that is begun or misspelt leads to what was heard in its place.
    const absent = same === undefined && !isCommon(word);
    const meant = absent && !begun ? lexicon.meant(word) : undefined;
    for (const name of [
      ...(meant === undefined ? [] : [meant]),
      ...(absent && unfinished ? lexicon.begunBy(word) : []),
    ])
      for (const way of findAlternatives(name, false))
        found.push({ ...way, kind: 'alias', likeness: way.likeness * 0.92 });

    const best = new Map<number, Alternative>();
    for (const way of found) {
      const other = best.get(way.term);
      if (!other) best.set(way.term, way);
      else {
        const closer = ORDER[way.trust] - ORDER[other.trust] || other.likeness - way.likeness;
        // What is one slip of spelling away is called so, however well it also sounds.
        const kind = [way, other].some(({ kind, trust }) => kind === 'fuzzy' && trust === 'main') ? 'fuzzy' : undefined;
        const nearer = closer < 0 ? way : other;
        best.set(way.term, kind && nearer.kind !== 'exact' && nearer.kind !== 'prefix' ? { ...nearer, kind } : nearer);
      }
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness);
  }

  return {
    terms,
    numbers,
    common,
    book,
    alternatives(word, unfinished) {
      const key = `${unfinished ? '+' : '-'}${word}`;
      let found = remembered.get(key);
      if (!found) {
        found = findAlternatives(word, unfinished);
        if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value!);
        remembered.set(key, found);
      }
      return found;
    },
  };
}

const undoubled = (word: string) => word.replace(/(.)\1/g, '$1');
const TENSE = /(?:ing|ed|[^r]s)$/;

/** How much more alike words of a talk that is not English have to be. */
const FOREIGN = 0.08;

/** Of a hundred words of English 30 and more are function words; of a few words nothing can be said. */
function isForeign({ terms, postings, termAt }: Talk): boolean {
  const said = terms.reduce((sum, term, i) => sum + (isFunctionWord(term) ? postings[i]!.length : 0), 0);
  return termAt.length >= 100 && said < 0.15 * termAt.length;
}
