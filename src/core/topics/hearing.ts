import type { Trust } from '../search/alternatives.ts';
import { isFunctionWord } from '../search/commonWords.ts';
import { nounForms } from '../search/inflection.ts';
import { otherNumerals } from '../search/numbers.ts';
import type { SearchIndex } from '../search/search.ts';
import { skeletonOf, soundOf } from '../search/sound.ts';
import { soundLikeness } from '../search/soundLikeness.ts';
import { editDistance } from '../search/spelling.ts';
import { spotsOf } from '../search/spots.ts';

/** What was heard for a word of a name: how many words of the talk, whether they are the word itself, how sure it is. */
export interface Heard {
  readonly length: number;
  readonly exact: boolean;
  readonly likeness: number;
  readonly trust: Trust;
}

/** Everywhere that a word of a name may have been heard. */
export interface Hearing {
  /** By the number of the talk's word. */
  readonly terms: ReadonlyMap<number, Heard>;
  /** At single positions, where several words of the talk are one of the name. */
  readonly spots: ReadonlyMap<number, Heard>;
  /** The words of the talk that sound the same, though they are known to be something else. */
  readonly soundAlikes: readonly number[];
}

/** A word of so many letters is heard only as its equal in sound, one of one more only as one with the same consonants. */
const SHORT = 3;
/** Half of a name beside the other, exactly heard half. */
const HALF_SIMILAR = 0.5;

/**
 * Listens for the words of names with the search's own matcher, but with less trust: nobody asked for the name, so a
 * doubtful answer is a wrong tick. A common English word, or a word of another name, is never a mishearing, unless
 * it sounds the same and the name is said far more often; a word of up to three letters is heard only as its equal in sound.
 */
export class Listener {
  readonly #index: SearchIndex;
  readonly #heard = new Map<string, Hearing>();

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  hear(word: string): Hearing {
    let hearing = this.#heard.get(word);
    if (!hearing) this.#heard.set(word, (hearing = this.#listen(word)));
    return hearing;
  }

  /** What is heard for `word` at a position, or ending before it. */
  at(word: string, position: number): Heard | undefined {
    const { terms, spots } = this.hear(word);
    return terms.get(this.#index.talk.termAt[position] ?? -1) ?? spots.get(position);
  }

  before(word: string, end: number): Heard | undefined {
    const { terms, spots } = this.hear(word);
    const single = end > 0 ? terms.get(this.#index.talk.termAt[end - 1]!) : undefined;
    if (single) return single;
    for (let length = 2; length <= 5 && length <= end; length += 1) {
      const spot = spots.get(end - length);
      if (spot?.length === length) return spot;
    }
    return undefined;
  }

  /** Whether the word at a position is nothing known and at least half like `word`. */
  halfSimilar(word: string, position: number): boolean {
    const { talk, vocabulary, lexicon } = this.#index;
    const term = talk.termAt[position];
    if (term === undefined || vocabulary.common[term] === 1) return false;
    const heard = talk.terms[term]!;
    if (heard.length < 3 || lexicon.has(heard)) return false;
    const length = Math.max(word.length, heard.length);
    const letters = 1 - editDistance(word, heard, length) / length;
    return 0.5 * letters + 0.5 * soundLikeness(soundOf(word), soundOf(heard)) >= HALF_SIMILAR;
  }

  #listen(word: string): Hearing {
    const { talk, vocabulary, lexicon } = this.#index;
    const terms = new Map<number, Heard>();
    const soundAlikes: number[] = [];
    const sound = soundOf(word);
    const forms = new Set(nounForms(word));
    if (!isFunctionWord(word))
      for (const { term, kind, likeness, trust } of vocabulary.alternatives(word, false)) {
        const heard = talk.terms[term]!;
        if (heard === word || forms.has(heard)) continue;
        // A number is the same in words, in digits and in Roman ones.
        const same =
          (sound !== '' && soundOf(heard) === sound) || (kind === 'alias' && otherNumerals(word).includes(heard));
        if (same) soundAlikes.push(term);
        if (lexicon.has(heard) || kind === 'prefix') continue;
        // Common words that sound the same are trusted only where the search trusts them by themselves.
        if (vocabulary.common[term] === 1 && !(same && trust === 'main')) continue;
        if (word.length <= SHORT && !same) continue;
        if (word.length === SHORT + 1 && skeletonOf(soundOf(heard)) !== skeletonOf(sound)) continue;
        terms.set(term, {
          length: 1,
          exact: false,
          likeness,
          trust: same && !vocabulary.common[term] ? 'main' : trust,
        });
      }
    const own = vocabulary.numbers.get(word);
    if (own !== undefined) terms.set(own, { length: 1, exact: true, likeness: 1, trust: 'main' });
    const spots = new Map<number, Heard>();
    for (const { at, length, kind, likeness, trust } of spotsOf(word, talk, vocabulary, lexicon)) {
      const gap = talk.text.slice(talk.to[at], talk.from[at + length - 1]);
      const pieces = Array.from({ length }, (_, i) => talk.terms[talk.termAt[at + i]!]!);
      // "while and" is no Wayland, however it sounds.
      if (kind !== 'exact' && pieces.some(isFunctionWord)) continue;
      if (!/[.?!]\s/.test(gap)) spots.set(at, { length, exact: kind === 'exact', likeness, trust });
    }
    return { terms, spots, soundAlikes };
  }
}
