import { cueIndexAt, type Talk } from './talk.ts';

/** A piece of an excerpt: highlights are data, printed with `<mark>`. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** A mark that is wholly inside one cue's text; offsets count from that text's start. */
export interface CueMark {
  readonly cue: string;
  readonly from: number;
  readonly to: number;
}

type Marks = readonly (readonly [number, number])[];

/** Characters of context that a result shows before its first and behind its last matched letter. */
const CONTEXT = 90;

/** The sentence about a hit, cut at word borders where it is long, in pieces that tell what matched. */
export function excerptOf({ text }: Pick<Talk, 'text'>, marks: Marks): Piece[] {
  const first = marks[0]?.[0] ?? 0;
  const last = marks.at(-1)?.[1] ?? first;
  const before = text.slice(Math.max(0, first - CONTEXT), first);
  const after = text.slice(last, last + CONTEXT);
  const sentenceStart = /^[^]*[.!?…]['"”’)]*\s+/.exec(before);
  const sentenceEnd = /[.!?…]['"”’)]*(?=\s|$)/.exec(after);
  const cutLeft = !sentenceStart && first > CONTEXT;
  const cutRight = !sentenceEnd && last + CONTEXT < text.length;
  const start =
    first - before.length + (sentenceStart?.[0].length ?? (cutLeft ? /^\S*\s*/.exec(before)![0].length : 0));
  const end =
    last +
    (sentenceEnd
      ? sentenceEnd.index + sentenceEnd[0].length
      : cutRight
        ? after.replace(/\s*\S*$/, '').length
        : after.length);

  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), hit });
  };
  if (cutLeft) pieces.push({ text: '… ', hit: false });
  let at = start;
  for (const [from, to] of marks) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (cutRight) pieces.push({ text: ' …', hit: false });
  return pieces;
}

/** Marks of the continuous text → marks within cues; one that crosses a cue border becomes two. */
export function cueMarks(talk: Talk, marks: Marks): CueMark[] {
  return marks.flatMap(([from, to]) => {
    const found: CueMark[] = [];
    for (let i = cueIndexAt(talk, from); i < talk.cues.length && talk.cueStarts[i]! < to; i += 1) {
      const cue = talk.cues[i]!;
      const start = talk.cueStarts[i]!;
      const piece = { cue: cue.id, from: Math.max(0, from - start), to: Math.min(cue.text.length, to - start) };
      if (piece.to > piece.from) found.push(piece);
    }
    return found;
  });
}
