import { isLikeName } from './likeName.ts';
import { parseTimestamp } from './timestamp.ts';

const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
/** Frames, which editing programs count behind the seconds. */
const FRAMES = String.raw`(?:[:;]\d{2})?`;
/** `[00:01:02] …`, `(1:02) …`, `1:02 - …`, `[00:01.000 --> 00:02.000] …` (Whisper), `0:01.000,0:02.000` (SBV) at the start of a line. */
const LEADING = new RegExp(
  String.raw`^([[(<]?)(${TIME})${FRAMES}(?:\s*(?:[-–]|-->|,)\s*(${TIME})${FRAMES})?[\])>]?\s*(?:[-–—|:]+\s+)?(.*)$`,
);
/** `Ann Example  0:02`, `Ann (0:02):`, `Ann [00:00:02]` alone on a line: who speaks from then on. */
const NAMED = new RegExp(String.raw`^(\p{L}[\p{L}\p{N} .'’-]{0,60}?)(\s*[\s[(]\s*)(${TIME})[\])]?:?\s*$`, 'u');

/** `Ann: [0:02] …`, `Ann [0:02]: …`: who speaks, with the words behind. In round brackets it may be a verse: `John (3:16): …`. */
const NAMED_BEFORE = new RegExp(
  String.raw`^(\p{L}[\p{L}\p{N} .'’-]{0,60}?)(?::\s*\[(${TIME})\]|\s*\[(${TIME})\]:)\s+(\S.*)$`,
  'u',
);

/** A time code, and what stands beside it. `sure`: written as people write no time in a sentence. */
export interface Code {
  readonly start: number;
  readonly end?: number;
  readonly text: string;
  readonly speaker?: string;
  readonly sure: boolean;
}

/** The time code that a line begins with, or that stands behind a name. */
export function codeOf(line: string): Code | undefined {
  const short = line.slice(0, 120);
  const leading = LEADING.exec(short);
  if (leading) {
    const [, bracket, from = '', to, words = ''] = leading;
    const start = parseTimestamp(from);
    if (start === undefined) return undefined;
    const end = to === undefined ? 0 : (parseTimestamp(to) ?? 0);
    const text = (words + line.slice(120)).trim();
    return { start, ...(end > start ? { end } : {}), text, sure: bracket !== '' || to !== undefined || isExact(from) };
  }
  const before = NAMED_BEFORE.exec(short);
  if (before && isLikeName(before[1]!)) {
    const [, speaker = '', behind, within = '', words = ''] = before;
    const start = parseTimestamp(behind ?? within);
    return start === undefined ? undefined : { start, text: words + line.slice(120), speaker, sure: true };
  }
  const [, name = '', gap, time = ''] = (line.length <= 90 && NAMED.exec(line)) || [];
  const start = parseTimestamp(time);
  if (start === undefined) return undefined;
  return { start, text: '', speaker: name.trim(), sure: gap !== ' ' || isExact(time) };
}

/** With seconds beside hours and minutes, or with parts of a second. */
function isExact(time: string): boolean {
  return !/^\d+:\d+$/.test(time);
}
