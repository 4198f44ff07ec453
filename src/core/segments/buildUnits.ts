import type { TimeRange } from '../time.ts';
import type { Cue } from '../transcript/cue.ts';

/**
 * A sentence, or what comes nearest to one: the smallest piece that a segment can start with. Seconds;
 * a moment inside a cue is interpolated by its place among the cue's characters.
 */
export interface Unit extends TimeRange {
  readonly text: string;
  /** Seconds of silence before it; never negative. */
  readonly pause: number;
  readonly speaker: string | undefined;
  /** Ends with a full stop, a question mark or the like, rather than where a cue or a speaker ended. */
  readonly closed: boolean;
}

/**
 * A silence of so many seconds parts even a sentence, and a text of so many characters without a full stop parts at the
 * next cue edge. Where recognition writes no full stops at all, cue edges and short silences must do.
 */
const PUNCTUATED = { silence: 1.5, long: 240 };
const BARE = { silence: 0.4, long: 90 };
/** More characters than this for each full stop, and a talk counts as bare. */
const SPARSE = 400;

/** A full stop (with closing quotes), then a space. An abbreviation or a single initial does not end a sentence. */
const STOP = /[.?!…。？！]+["'”’)\]]*(?:\s+|$)/gu;
const ABBREVIATION = /(?:^|[\s.(])(?:\p{Lu}|mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|no|inc|jr|sr)\.$/iu;

/**
 * Cues → sentence-like units in the order of time. Cues break where a line was full, so a sentence is
 * followed across them; it ends at a full stop, where the speaker changes, at a long pause and, in stretches
 * without punctuation, at a cue's edge.
 */
export function buildUnits(cues: readonly Cue[]): Unit[] {
  const { silence: breaking, long } = isBare(cues) ? BARE : PUNCTUATED;
  const units: Unit[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  let pause = 0;
  let speaker: string | undefined;
  let clock = -Infinity;

  const close = () => {
    if (text !== '') {
      units.push({
        start,
        end: Math.max(start, end),
        text,
        pause,
        speaker,
        closed: /[.?!…。？！]["'”’)\]]*$/u.test(text),
      });
    }
    text = '';
  };

  for (const cue of cues) {
    const words = cue.text.replace(/\s+/g, ' ').trim();
    if (words === '') continue;
    const silence = clock === -Infinity ? 0 : Math.max(0, cue.start - clock);
    if (text !== '' && (cue.speaker !== speaker || silence >= breaking || text.length >= long)) close();
    const length = Math.max(0, cue.end - cue.start);
    let from = 0;
    for (const to of [...sentenceEnds(words), words.length]) {
      const piece = words.slice(from, to).trim();
      if (piece !== '') {
        if (text === '') {
          start = Math.max(clock, cue.start + (length * from) / words.length);
          pause = from === 0 ? silence : 0;
          speaker = cue.speaker;
          text = piece;
        } else text += ` ${piece}`;
        end = cue.start + (length * to) / words.length;
        clock = Math.max(clock, end);
      }
      if (to < words.length || endsSentence(words)) close();
      from = to;
    }
  }
  close();
  return units;
}

function isBare(cues: readonly Cue[]): boolean {
  let length = 0;
  let stops = 0;
  for (const { text } of cues) {
    length += text.length;
    stops += text.match(/[.?!…。？！](?=\s|$)/gu)?.length ?? 0;
  }
  return length > SPARSE * (stops + 1);
}

/** Offsets inside `text` behind which a new sentence starts. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { index, 0: stop } of text.matchAll(STOP)) {
    const to = index + stop.length;
    if (to < text.length && !/^\p{Ll}/u.test(text.slice(to, to + 2)) && !isAbbreviation(text, index)) ends.push(to);
  }
  return ends;
}

function endsSentence(text: string): boolean {
  return /[.?!…。？！]["'”’)\]]*$/u.test(text) && !isAbbreviation(text, text.length - 1);
}

function isAbbreviation(text: string, dot: number): boolean {
  return text[dot] === '.' && ABBREVIATION.test(text.slice(Math.max(0, dot - 6), dot + 1));
}
