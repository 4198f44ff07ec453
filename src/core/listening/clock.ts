/**
 * Two clocks run over one talk: that of the transcript, which links, notes and segments keep, and that of the audio,
 * into which advertising may have been inserted since.
 *
 *     transcript  0 ──────────── from ─────────────▶        pieces   { from, offset }
 *                 │               ╲
 *     audio       0 ──────────────░░░░░ from + offset ──▶   ░ is heard, and stands in no transcript
 */

/** From `from` (seconds of the transcript) on, the audio is `offset` seconds later. */
export interface Piece {
  readonly from: number;
  readonly offset: number;
}

/** Ascending by `from`, and by where they start in the audio; before the first piece the clocks agree. */
export type Clock = readonly Piece[];

export const IN_STEP: Clock = [];

/** What is inserted belongs to the last moment before it, in seconds: short of the sentence that follows. */
const EDGE = 0.001;
/** What a browser may round a time by, in seconds. */
const GRAIN = 0.00001;

/** Where in the audio a moment of the transcript is said. What the audio lacks is where it goes on. */
export function audioTimeOf(clock: Clock, transcriptTime: number): number {
  const pieces = piecesOf(clock);
  const at = Math.max(
    0,
    pieces.findLastIndex(({ from }) => from <= transcriptTime),
  );
  const next = pieces[at + 1];
  const time = Math.max(0, transcriptTime + pieces[at]!.offset);
  return next ? Math.min(time, startOf(next)) : time;
}

/** The moment of the transcript that is heard at a time of the audio; within what was inserted, the one before it. */
export function transcriptTimeOf(clock: Clock, audioTime: number): number {
  const pieces = piecesOf(clock);
  const at = Math.max(
    0,
    pieces.findLastIndex((piece) => startOf(piece) <= audioTime + GRAIN),
  );
  const { from, offset } = pieces[at]!;
  const next = pieces[at + 1];
  const time = Math.max(from, audioTime - offset);
  return next && time >= next.from ? Math.max(from, next.from - EDGE) : time;
}

/**
 * Puts the clocks in step where a visitor heard the sentence of `transcriptTime` at `audioTime`: from there on the new
 * offset holds, earlier pieces keep theirs, unless they say that an earlier sentence is heard later.
 */
export function mend(clock: Clock, transcriptTime: number, audioTime: number): Clock {
  // Rounded down: the sentence has begun.
  const offset = Math.floor((audioTime - transcriptTime) * 1000 + GRAIN) / 1000;
  const piece = { from: transcriptTime, offset };
  const earlier = clock.filter(({ from, offset: its }) => from < transcriptTime && from + its < startOf(piece));
  return offset === (earlier.at(-1)?.offset ?? 0) ? earlier : [...earlier, piece];
}

/** Reads what was stored; whatever is no clock is in step. */
export function decodeClock(value: unknown): Clock {
  if (!Array.isArray(value)) return IN_STEP;
  const clock: Piece[] = [];
  for (const entry of value as unknown[]) {
    const { from, offset } = (entry ?? {}) as Partial<Piece>;
    if (typeof from !== 'number' || typeof offset !== 'number') return IN_STEP;
    const last = clock.at(-1);
    const piece = { from, offset };
    const sound = Number.isFinite(from) && Number.isFinite(offset) && from >= 0 && startOf(piece) >= 0;
    if (!sound || (last && (last.from >= from || startOf(last) >= startOf(piece)))) return IN_STEP;
    clock.push(piece);
  }
  return clock;
}

function startOf({ from, offset }: Piece): number {
  return from + offset;
}

function piecesOf(clock: Clock): Clock {
  return clock[0] && clock[0].from <= 0 ? clock : [{ from: 0, offset: 0 }, ...clock];
}
