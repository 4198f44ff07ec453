import { ELIDED, HEAD, NOTHING, type Words } from './countWords.ts';
import { isContent, stem } from './stems.ts';

/** A phrase that tells what a stretch is about, in the words of the talk. */
export interface Keyphrase {
  /** Normal forms, first to last. */
  readonly terms: readonly string[];
  /** As it was written most often. */
  readonly written: string;
  readonly score: number;
}

/** Words in a phrase, at most; words over which the bonus for being early fades. */
const LONGEST = 3;
const EARLY = 60;
/** The talk is counted in blocks of so many words, to tell what is said everywhere. */
const BLOCK = 120;

/** For each stem, in how many blocks of the talk it is said, and how many there are. */
export interface Spread {
  readonly blocks: number;
  readonly of: Float64Array;
}

/** Counts for each stem the blocks of the talk that hold it; numbers below 0 stand for words that are not counted. */
export function measureSpread({ stems, size }: Words): Spread {
  const of = new Float64Array(size);
  const last = new Int32Array(size).fill(-1);
  for (let t = 0; t < stems.length; t += 1) {
    const block = Math.floor(t / BLOCK);
    const number = stems[t]!;
    if (number < 0 || last[number] === block) continue;
    last[number] = block;
    of[number]! += 1;
  }
  return { blocks: Math.floor(stems.length / BLOCK) + 1, of };
}

interface Count {
  readonly terms: readonly string[];
  readonly numbers: readonly number[];
  readonly forms: Map<string, number>;
  count: number;
  early: number;
  units: number;
  lastUnit: number;
}

/**
 * The phrases of the units `from..to`, best first. In the manner of YAKE (Campos et al. 2020): a word counts
 * for being said often, early, in several sentences and with a capital inside them; times its idf over the
 * blocks of the talk, which YAKE, made for single documents, does without.
 */
export function keyphrasesOf(words: Words, spread: Spread, from: number, to: number): Keyphrase[] {
  const counts = new Map<string, Count>();
  const origin = words.first[from]!;
  for (let u = from; u < to; u += 1) {
    const end = words.first[u + 1]!;
    for (let t = words.first[u]!; t < end; t += 1) {
      if (words.stems[t - 1] === HEAD) continue;
      const terms: string[] = [];
      const numbers: number[] = [];
      let [key, form] = ['', ''];
      for (let k = t; k < end && numbers.length < LONGEST; k += 1) {
        const number = words.stems[k]!;
        // What is elided may stand within a phrase, "chemin d'accès", but begins none.
        if (number === NOTHING || (number === ELIDED && k === t)) break;
        terms.push(words.terms[k]!);
        form += (k > t ? words.joints[k]! : '') + words.written[k]!;
        if (number !== HEAD) key += ` ${number === ELIDED ? words.terms[k]! : number}`;
        if (number < 0) continue;
        numbers.push(number);
        let entry = counts.get(key);
        if (!entry) {
          entry = {
            terms: [...terms],
            numbers: [...numbers],
            forms: new Map(),
            count: 0,
            early: 0,
            units: 0,
            lastUnit: -1,
          };
          counts.set(key, entry);
        }
        // Where a sentence starts, a capital says nothing.
        entry.forms.set(form, (entry.forms.get(form) ?? 0) + (t > words.first[u]! ? 1 : 0.4));
        entry.count += 1;
        entry.early = Math.max(entry.early, Math.exp(-(t - origin) / EARLY));
        if (entry.lastUnit !== u) entry.units += 1;
        entry.lastUnit = u;
      }
    }
  }
  const weigh = (entry: Count, number: number): number => {
    const idf = Math.log(1 + spread.blocks / Math.max(1, spread.of[number]!));
    let capital = 0;
    for (const [form, count] of entry.forms) if (/\p{Lu}/u.test(form)) capital += count;
    const caps = capital / (entry.count + 0.5);
    return (
      entry.count ** 0.8 * Math.sqrt(idf) * (1 + 0.4 * caps) * (1 + 4 * entry.early) * (1 + 0.3 * Math.log(entry.units))
    );
  };
  const single = new Map<number, number>();
  for (const entry of counts.values()) {
    if (entry.numbers.length === 1) single.set(entry.numbers[0]!, weigh(entry, entry.numbers[0]!));
  }
  const phrases: Keyphrase[] = [];
  for (const entry of counts.values()) {
    if (entry.numbers.length > 1 && (entry.count < 2 || new Set(entry.numbers).size < entry.numbers.length)) continue;
    let sum = 0;
    let rarest = Infinity;
    for (const number of entry.numbers) {
      sum += single.get(number) ?? 0;
      const alone = counts.get(` ${number}`)!.count;
      rarest = Math.min(rarest, alone);
    }
    // A phrase outranks its words where they are mostly said together.
    const together = entry.count / rarest;
    const score = entry.numbers.length === 1 ? sum : (sum / entry.numbers.length) * 0.9 * (1 + together);
    const [written] = [...entry.forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    phrases.push({ terms: entry.terms, written, score });
  }
  return phrases.sort((a, b) => b.score - a.score || (a.written < b.written ? -1 : 1));
}

/** An adverb, which says how and not what: "entirely", "roughly"; and not "assembly", "family", "Emily" or "Beverly". */
const ADVERB = /^[a-z]{3,}(?:[cdenstw]|(?<!m)b|[au]l|ar|gh)ly$/;

/** The best phrases that share no stem with each other nor with `taken`. */
export function chooseKeyphrases(
  phrases: readonly Keyphrase[],
  count: number,
  taken: Iterable<string> = [],
): Keyphrase[] {
  const used = new Set(taken);
  const chosen: Keyphrase[] = [];
  for (const phrase of phrases) {
    if (chosen.length >= count) break;
    const stems = phrase.terms.filter(isContent).map(stem);
    if (stems.some((root) => used.has(root)) || phrase.terms.some((term) => ADVERB.test(term))) continue;
    stems.forEach((root) => used.add(root));
    chosen.push(phrase);
  }
  return chosen;
}
