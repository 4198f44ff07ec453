import type { Span } from './blocks.ts';
import type { Style } from './markdownBlocks.ts';

/** Emphasis and code (CommonMark 0.31 §6.1, §6.2), for a text that keeps them. */
export const emphasis: Style = (text) => {
  const shutCode = codeEnds(text);
  return {
    pieceAt(at) {
      const sign = text[at];
      if (sign === '*' || sign === '_') {
        const span = runAt(text, at);
        return { span, end: at + span.text.length };
      }
      if (sign !== '`') return undefined;
      const [ticks] = /^`+/.exec(text.slice(at, at + MOST_TICKS))!;
      const from = at + ticks.length;
      const end = shutCode(at, ticks.length);
      return end === undefined
        ? { span: { text: ticks }, end: from }
        : { span: { text: trimCode(text.slice(from, end)), code: true }, end: end + ticks.length };
    },
    pair: pairEmphasis,
  };
};

/** Longer runs of backticks are nobody's code. */
const MOST_TICKS = 32;

/** Where the run of `length` backticks is that ends the code begun at a place; places are asked for in their order. */
function codeEnds(text: string): (at: number, length: number) => number | undefined {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length);
    if (same) same.push(index);
    else runs.set(run.length, [index]);
  }
  const passed = new Map<number, number>();
  return (at, length) => {
    const same = runs.get(length) ?? [];
    let next = passed.get(length) ?? 0;
    while ((same[next] ?? text.length) <= at) next += 1;
    passed.set(length, next);
    return same[next];
  };
}

/** One space on either side, which keeps a backtick at the end apart, is not part of the code. */
function trimCode(text: string): string {
  const padded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '';
  return padded ? text.slice(1, -1) : text;
}

/** A run of `*` or `_` that may begin or end emphasis; `text` is the run itself, for what of it pairs with nothing. */
interface Run extends Span {
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The run at `at`: what touches a word on its outer side opens or closes, and `_` does neither inside a word. */
function runAt(text: string, at: number): Run {
  const sign = text[at]!;
  let end = at + 1;
  while (text[end] === sign) end += 1;
  const [before, after] = [text[at - 1] ?? ' ', text[end] ?? ' '];
  const inWord = sign === '_' && WORD.test(before) && WORD.test(after);
  return { text: text.slice(at, end), opens: !inWord && /\S/.test(after), closes: !inWord && /\S/.test(before) };
}

const WORD = /[\p{L}\p{N}]/u;

/** How many of a run's signs begin and end emphasis (1 or 2 at a time). */
interface Pairing {
  readonly ends: number[];
  readonly begins: number[];
  left: number;
}

/**
 * Pairs runs (CommonMark 0.31 §6.2, without its rules of three and of punctuation) and gives the spans between them their
 * emphasis; what pairs with nothing is text. Each sign is taken once, so that a text of asterisks takes no longer than
 * another of its length: a run that ends something looks no further than the nearest one that began it, which drops
 * whatever stands open in between, and looks for none where none stands open.
 */
function pairEmphasis(pieces: readonly Span[]): Span[] {
  const pairings = new Map<Run, Pairing>();
  const open: Run[] = [];
  const count: Record<string, number> = { '*': 0, _: 0 };
  const pop = () => void (count[open.pop()!.text[0]!]! -= 1);
  for (const run of pieces) {
    if (!isRun(run)) continue;
    const sign = run.text[0]!;
    const mine: Pairing = { ends: [], begins: [], left: run.text.length };
    pairings.set(run, mine);
    while (run.closes && mine.left > 0 && count[sign]! > 0) {
      while (open.at(-1)!.text[0] !== sign) pop();
      const other = pairings.get(open.at(-1)!)!;
      const size = Math.min(2, mine.left, other.left);
      other.begins.push(size);
      mine.ends.push(size);
      mine.left -= size;
      other.left -= size;
      if (other.left === 0) pop();
    }
    if (run.opens && mine.left > 0) {
      open.push(run);
      count[sign]! += 1;
    }
  }

  const spans: Span[] = [];
  const depth = [0, 0, 0];
  const add = (span: Span) => {
    if (span.text === '') return;
    const styled = {
      ...span,
      ...(depth[1]! > 0 ? { em: true } : {}),
      ...(depth[2]! > 0 ? { strong: true } : {}),
    } as Span;
    const last = spans.at(-1);
    if (last && sameKind(last, styled)) spans[spans.length - 1] = { ...last, text: last.text + styled.text };
    else spans.push(styled);
  };
  for (const piece of pieces) {
    const pairing = isRun(piece) && pairings.get(piece);
    if (!pairing) add(piece);
    else {
      for (const size of pairing.ends) depth[size]! -= 1;
      add({ text: piece.text.slice(0, pairing.left) });
      for (const size of pairing.begins) depth[size]! += 1;
    }
  }
  return spans;
}

const isRun = (piece: Span): piece is Run => 'opens' in piece;

/** Whether two spans are one text. */
const sameKind = (a: Span, b: Span) =>
  a.url === undefined && b.url === undefined && a.code === b.code && a.em === b.em && a.strong === b.strong;
