import { tokenise } from '../text/tokens.ts';
import type { Cue } from '../transcript/cue.ts';

/**
 * The whole talk as one continuous text, so that a phrase is found wherever cues break. Offsets are
 * UTF-16 units into `text`; cues are joined by one space.
 */
export interface Talk {
  readonly text: string;
  readonly cues: readonly Cue[];
  /** Where each cue's text starts in `text`. */
  readonly cueStarts: Uint32Array;
  /** The distinct words, and for each word of the talk, in order, its number among them and its place. */
  readonly terms: readonly string[];
  readonly termAt: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** For each distinct word the positions (indexes into `termAt`) at which it is said, ascending. */
  readonly postings: readonly (readonly number[])[];
}

/** Cues → the continuous text with its words and their places. */
export function buildTalk(cues: readonly Cue[]): Talk {
  const cueStarts = new Uint32Array(cues.length);
  let length = 0;
  cues.forEach((cue, i) => {
    cueStarts[i] = length;
    length += cue.text.length + 1;
  });
  const text = cues.map((cue) => cue.text).join(' ');
  const tokens = tokenise(text);
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const postings: number[][] = [];
  const termAt = new Uint32Array(tokens.length);
  tokens.forEach(({ term }, position) => {
    let number = numbers.get(term);
    if (number === undefined) {
      number = terms.push(term) - 1;
      numbers.set(term, number);
      postings.push([]);
    }
    termAt[position] = number;
    postings[number]!.push(position);
  });
  return {
    text,
    cues,
    cueStarts,
    terms,
    termAt,
    postings,
    from: Uint32Array.from(tokens, (t) => t.from),
    to: Uint32Array.from(tokens, (t) => t.to),
  };
}

/** The index of the cue that holds `offset` of the text. */
export function cueIndexAt({ cueStarts }: Talk, offset: number): number {
  let low = 0;
  let high = cueStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cueStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
