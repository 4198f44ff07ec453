import type { Problem } from '../problem.ts';
import { closeEnds } from './closeEnds.ts';
import type { CueDraft } from './cue.ts';
import { parseTimestamp } from './timestamp.ts';

const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
/** `[00:01:02] …`, `(1:02) …`, `1:02 - …`, `[00:01.000 --> 00:02.000] …` (Whisper) at the start of a line. */
const LEADING = new RegExp(
  String.raw`^([[(<]?)(${TIME})(?:\s*(?:[-–]|-->)\s*(${TIME}))?[\])>]?\s*(?:[-–—|:]+\s+)?(.*)$`,
);
/** `Ann Example  0:02`, `Ann (0:02):`, `Ann [00:00:02]` alone on a line: who speaks from then on. */
const NAMED = new RegExp(String.raw`^(\p{L}[\p{L}\p{N} .'’-]{0,60}?)(\s*[\s[(]\s*)(${TIME})[\])]?:?\s*$`, 'u');
/** Words in small letters that names have within them. */
const PARTICLE = /^(?:and|of|the|de|del|della|der|den|di|da|du|van|von|la|le|bin|al|y|e)$/;

/** A time code, and what stands beside it. `sure`: written as people write no time in a sentence. */
interface Code {
  readonly start: number;
  readonly end?: number;
  readonly text: string;
  readonly speaker?: string;
  readonly sure: boolean;
}

/** So many codes in a row that do not fit are no slip but another order, and stay. */
const SLIP = 3;

/** Whether a text is a transcript with time codes: several of its lines begin or end with one. */
export function hasTimeCodes(text: string): boolean {
  const found = codesOf(linesOf(text.slice(0, 20_000))).codes.size;
  return found >= 2 || (found === 1 && text.length < 2000);
}

/**
 * Reads plain text with time codes, as transcription services and people write it: a code at the head of a line, or a
 * line of its own with the speaker's name. A cue runs to the next code, or to the end that the file gives.
 */
export function parsePlainText(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const cues: { start: number; end?: number; line: number; text: string; speaker?: string }[] = [];
  const tell = (code: string, line: number, message: string) =>
    problems.push({ code, severity: 'warning', line, message });
  const lines = linesOf(source);
  const { codes, slips } = codesOf(lines);
  lines.forEach((text, i) => {
    if (text === '') return;
    const code = codes.get(i);
    const last = cues.at(-1);
    if (code) {
      const { sure: _, ...cue } = code;
      cues.push({ line: i + 1, ...cue });
    } else if (last) {
      last.text = last.text === '' ? text : `${last.text}\n${text}`;
      if (slips.has(i))
        tell(
          'time-in-text',
          i + 1,
          `The time in “${text.slice(0, 60)}” does not fit those around it; it is read as text.`,
        );
    } else
      tell('text-without-timing', i + 1, `“${text.slice(0, 60)}” stands before the first time code; it is left out.`);
  });
  return { cues: closeEnds(cues), problems };
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.trim());
}

/**
 * The time codes by the number of their line, without those that are spoken: “10:30 was when we met”, “the train leaves
 * at 10:30”. A line that ends in a time begins a turn only where a name stands before it; and the times of a transcript
 * rise, so one that does not fit the others around it is text (`slips`), unless brackets or the like make it sure.
 */
function codesOf(lines: readonly string[]): {
  readonly codes: ReadonlyMap<number, Code>;
  readonly slips: ReadonlySet<number>;
} {
  const codes = new Map<number, Code>();
  const names = new Map<string, number>();
  lines.forEach((line, i) => {
    const code = codeOf(line);
    if (!code) return;
    codes.set(i, code);
    if (code.speaker !== undefined) names.set(code.speaker, (names.get(code.speaker) ?? 0) + 1);
  });
  for (const [i, { speaker, sure }] of codes)
    if (speaker !== undefined && !sure && names.get(speaker) === 1 && !isLikeName(speaker)) codes.delete(i);

  const slips = slipsOf([...codes]);
  for (const i of slips) codes.delete(i);
  return { codes, slips };
}

/** The most frequent way to write a code gives the row of times, into which the others have to fit. */
function slipsOf(codes: readonly (readonly [line: number, code: Code])[]): ReadonlySet<number> {
  const slips = new Set<number>();
  const counts = [0, 0, 0];
  for (const [, code] of codes) counts[wayOf(code)]! += 1;
  const main = counts.lastIndexOf(Math.max(...counts));
  const row = codes.filter(([, code]) => wayOf(code) === main);
  const rising = longestRise(row.map(([, { start }]) => start));
  rising.forEach((to, i) => {
    const between = row.slice((rising[i - 1] ?? to) + 1, to);
    if (between.length <= SLIP) for (const [line, { sure }] of between) if (!sure) slips.add(line);
  });
  const fixed = row.filter(([line]) => !slips.has(line));
  let next = 0;
  for (const [line, code] of codes) {
    const { start, sure } = code;
    while (next < fixed.length && fixed[next]![0] <= line) next += 1;
    const [least, most] = [fixed[next - 1]?.[1].start ?? 0, fixed[next]?.[1].start ?? Infinity];
    if (wayOf(code) !== main && !sure && least <= most && (start < least || start > most)) slips.add(line);
  }
  return slips;
}

/** 2: a name before the time. Behind it, 1: the beginning of a sentence, or nothing; 0: words that go on. */
function wayOf({ speaker, text }: Code): 0 | 1 | 2 {
  return speaker !== undefined ? 2 : /^\p{Ll}/u.test(text) ? 0 : 1;
}

/** Where the times of the longest row stand that never falls (patience sorting; Fredman 1975); of several, a low one. */
function longestRise(times: readonly number[]): number[] {
  /** At n: where the row of n + 1 times ends that has the lowest end so far. */
  const ends: number[] = [];
  const before = times.map((time, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[ends[middle]!]! <= time) low = middle + 1;
      else high = middle;
    }
    ends[low] = i;
    return ends[low - 1];
  });
  const rise: number[] = [];
  for (let i = ends.at(-1); i !== undefined; i = before[i]) rise.push(i);
  return rise.reverse();
}

function isLikeName(name: string): boolean {
  return name.split(/\s+/).every((word) => /^[^\p{Ll}]/u.test(word) || PARTICLE.test(word));
}

function codeOf(line: string): Code | undefined {
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
  const [, name = '', gap, time = ''] = (line.length <= 90 && NAMED.exec(line)) || [];
  const start = parseTimestamp(time);
  if (start === undefined) return undefined;
  return { start, text: '', speaker: name.trim(), sure: gap !== ' ' || isExact(time) };
}

/** With seconds beside hours and minutes, or with parts of a second. */
function isExact(time: string): boolean {
  return !/^\d+:\d+$/.test(time);
}
