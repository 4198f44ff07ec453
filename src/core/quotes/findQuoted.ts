import type { Moment, QuotedWords } from '../link.ts';
import { normalise, tokenise } from '../text/tokens.ts';
import type { TimeRange } from '../time.ts';
import type { Cue } from '../transcript/cue.ts';

/** How many words at each end of a quote its link carries. */
const ENDS = 4;

/** The words that lead back to a quote: its first and its last, or all of a short one; none where it has no words. */
export function quotedWordsOf(words: string): QuotedWords | undefined {
  const terms = tokenise(words).map(({ term }) => term);
  if (terms.length === 0) return undefined;
  if (terms.length <= 2 * ENDS) return { first: terms };
  return { first: terms.slice(0, ENDS), last: terms.slice(-ENDS) };
}

/** A spoken word of the talk, and the cue that it stands in. */
interface SpokenWord {
  readonly term: string;
  readonly cue: Cue;
}

/**
 * Where quoted words are said now: the range of the cues that hold them, nearest to where the link says. `undefined` where
 * they stand at the link's own time, as they do until a transcript is replaced by another, and where they are nowhere. A
 * word in four may have been corrected since.
 */
export function findQuoted(cues: readonly Cue[], moment: Moment, words: QuotedWords): TimeRange | undefined {
  const end = moment.end ?? moment.start;
  const near = cues.filter((cue) => cue.start <= end && cue.end >= moment.start);
  if (passages(wordsOf(near, words), words, end - moment.start).length > 0) return undefined;
  const found = passages(wordsOf(cues, words), words, end - moment.start);
  return found.reduce<TimeRange | undefined>(
    (best, one) => (best && Math.abs(best.start - moment.start) <= Math.abs(one.start - moment.start) ? best : one),
    undefined,
  );
}

/** Every passage that begins and ends as the quote does and does not take much longer than it did (seconds). */
function passages(talk: readonly SpokenWord[], { first, last }: QuotedWords, length: number): TimeRange[] {
  const ends = last && places(talk, last);
  let next = 0;
  return places(talk, first).flatMap((at): TimeRange[] => {
    const start = talk[at]!.cue.start;
    if (!last || !ends) return [{ start, end: talk[at + first.length - 1]!.cue.end }];
    while (ends[next]! < at + first.length) next += 1;
    const closing = ends[next];
    if (closing === undefined) return [];
    const { end } = talk[closing + last.length - 1]!.cue;
    return end - start <= 2 * length + 10 ? [{ start, end }] : [];
  });
}

/** Where some words follow each other; of four and more one in four may differ. */
function places(talk: readonly SpokenWord[], terms: readonly string[]): number[] {
  const found: number[] = [];
  const spare = spareOf(terms);
  for (let at = 0; at + terms.length <= talk.length; at += 1) {
    let wrong = 0;
    for (let i = 0; i < terms.length && wrong <= spare; i += 1) if (talk[at + i]!.term !== terms[i]) wrong += 1;
    if (wrong <= spare) found.push(at);
  }
  return found;
}

const spareOf = (terms: readonly string[]) => Math.floor(terms.length / 4);

/**
 * The words of every cue that a passage may begin or end in, one that is none for each other cue. To tell words apart takes
 * long where no spaces do. Of the pairs of quoted words one more than words may differ, at least one is said as it stands:
 * only cues that hold one of the rarest of such pairs are read, and those within reach of them.
 */
function wordsOf(cues: readonly Cue[], { first, last = [] }: QuotedWords): SpokenWord[] {
  let said = '';
  const talk = cues.flatMap((cue) => {
    const text = normalise(cue.text).replace(/[^\p{L}\p{N}\p{M}]+\p{M}*/gu, '');
    said += text;
    return text === '' ? [] : { cue, to: said.length };
  });
  const holding = (letters: string) => {
    const found: number[] = [];
    for (let i = 0, at = said.indexOf(letters); at >= 0; at = said.indexOf(letters, talk[i]!.to)) {
      while (talk[i]!.to <= at) i += 1;
      found.push(i);
    }
    return found;
  };
  const held = new Set(
    [first, last].flatMap((terms) =>
      terms
        .flatMap((one, i) => (i % 2 === 0 ? [[one, terms[i + 1] ?? ''] as const] : []))
        // A possessive is no part of its word.
        .map(([one, two]) => [...holding(one + two), ...holding(`${one}s${two}`)])
        .sort((a, b) => a.length - b.length)
        .slice(0, spareOf(terms) + 1)
        .flat(),
    ),
  );
  const reach = Math.max(first.length, last.length) - 1;
  const spoken: SpokenWord[][] = [];
  for (const order of [[...talk.keys()], [...talk.keys()].reverse()]) {
    let due = 0;
    for (const i of order) {
      if (!held.has(i) && due <= 0) continue;
      const { cue } = talk[i]!;
      spoken[i] ??= tokenise(cue.text).map(({ term }) => ({ term, cue }));
      due = held.has(i) ? reach : due - spoken[i].length;
    }
  }
  return talk.flatMap(({ cue }, i) => spoken[i] ?? { term: '', cue });
}
