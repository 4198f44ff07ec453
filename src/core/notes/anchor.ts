import type { CueMark } from '../search/excerpt.ts';
import type { Cue } from '../transcript/cue.ts';
import { startedAt } from '../transcript/reading.ts';
import { nearMatch } from './nearMatch.ts';
import type { Note, Target } from './note.ts';

/**
 * Where a note's passage is in the transcript as it is now: `here`, where it was; `moved`, its words are said at another
 * time or read a little differently; `lost`, they are not there any more, and the time alone is left.
 */
export interface Anchor {
  readonly is: 'here' | 'moved' | 'lost';
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  /** The words, cue by cue; none where there are none. */
  readonly marks: readonly CueMark[];
}

/** A transcript made ready for finding passages in it: its words in one piece, as quotes are cut from it. */
export interface Script {
  readonly cues: readonly Cue[];
  readonly text: string;
  /** Where each cue's text starts in `text`. */
  readonly offsets: readonly number[];
}

/** Joins the cues by one space each, as the quotes of notes are. */
export function buildScript(cues: readonly Cue[]): Script {
  const offsets: number[] = [];
  let length = 0;
  for (const cue of cues) {
    offsets.push(length);
    length += cue.text.length + 1;
  }
  return { cues, text: cues.map(({ text }) => text).join(' '), offsets };
}

/** Seconds around the old time within which a passage that reads differently is looked for. */
const NEAR = 240;
/** Seconds by which a passage may shift and still be where it was. */
const STILL = 0.5;
/** Most places of the same words that are weighed against one another. */
const MOST_PLACES = 200;

/**
 * Finds a note's passage again: by its exact words, of several places the one whose surroundings and time fit best; else
 * by nearly the same words near the old time (approximate string matching, Sellers 1980).
 */
export function anchorPassage(script: Script, { start, end, quote }: Target): Anchor {
  if (quote.exact === '') return { is: 'here', start, end, marks: [] };
  const at = findExact(script, start, quote);
  if (at !== undefined) {
    const found = passageAt(script, at, at + quote.exact.length);
    // Cues that are cut in another way hold the passage more or less closely than before: that is no move.
    const still =
      Math.abs(found.start - start) <= STILL ||
      (found.start <= start && found.end >= end) ||
      (found.start >= start && found.end <= end);
    return { is: still ? 'here' : 'moved', ...found };
  }
  const [from, to] = [offsetAt(script, start - NEAR), offsetAt(script, end + NEAR, 1)];
  const near = nearMatch(script.text.slice(from, to), quote.exact);
  if (near) return { is: 'moved', ...passageAt(script, from + near.from, from + near.to) };
  return { is: 'lost', start, end, marks: [] };
}

/** A note with where its passage is now; the times of its target are those of that place. */
export interface PlacedNote extends Note {
  readonly anchor: Anchor;
}

/** Places notes in a transcript; a passage is looked for once, however often its note is edited. */
export function buildPlacer(cues: readonly Cue[]): (notes: readonly Note[]) => PlacedNote[] {
  const script = buildScript(cues);
  const anchors = new WeakMap<Target, Anchor>();
  return (notes) =>
    notes.map((note) => {
      const anchor = anchors.get(note.target) ?? anchorPassage(script, note.target);
      anchors.set(note.target, anchor);
      const { start, end } = anchor;
      return { ...note, target: { ...note.target, start, end }, anchor };
    });
}

function findExact(script: Script, start: number, { exact, prefix, suffix }: Target['quote']): number | undefined {
  const { text } = script;
  const usual = offsetAt(script, start);
  let best: { at: number; fit: number } | undefined;
  let places = 0;
  for (let at = text.indexOf(exact); at >= 0 && places < MOST_PLACES; at = text.indexOf(exact, at + 1), places += 1) {
    const before = sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix);
    const after = sharedStart(text.slice(at + exact.length, at + exact.length + suffix.length), suffix);
    // Surroundings decide; among equals, the nearer one.
    const fit = before + after - Math.min(0.9, Math.abs(at - usual) / (text.length + 1));
    if (!best || fit > best.fit) best = { at, fit };
  }
  return best?.at;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length += 1;
  return length;
}

/** Where the cue of a moment starts in the text, or the one `beyond` it. */
function offsetAt({ cues, offsets, text }: Script, seconds: number, beyond = 0): number {
  const cue = startedAt(cues, seconds);
  return cue ? (offsets[cues.indexOf(cue) + beyond] ?? text.length) : 0;
}

/** When the words from `from` to `to` are said, and where they stand. */
function passageAt({ cues, offsets }: Script, from: number, to: number): Omit<Anchor, 'is'> {
  const marks: CueMark[] = [];
  let [start, end] = [Infinity, 0];
  for (let i = lastAtOrBefore(offsets, from); i < cues.length && offsets[i]! < to; i += 1) {
    const cue = cues[i]!;
    const [a, b] = [Math.max(0, from - offsets[i]!), Math.min(cue.text.length, to - offsets[i]!)];
    if (a >= b) continue;
    marks.push({ cue: cue.id, from: a, to: b });
    start = Math.min(start, cue.start);
    end = Math.max(end, cue.end);
  }
  return { start, end, marks };
}

function lastAtOrBefore(list: readonly number[], value: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (list[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
