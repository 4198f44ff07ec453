/**
 * One time of a transcript, in seconds: `H:MM:SS.mmm` and everything near it. Hours may be missing and any part may have
 * any number of digits; a comma or a dot before one to nine decimals, or none. Players drop cues with most of these;
 * people still want to read them.
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,6}):)?(\d{1,6}):)?(\d{1,6})(?:[.,](\d{1,9}))?$/.exec(text);
  if (!parts) return undefined;
  const [, h = '0', m = '0', s = '0', fraction = ''] = parts;
  return seconds(h, m, s, fraction);
}

/** A millisecond after `start`: where a cue ends that gives no sound end. */
export function momentAfter(start: number): number {
  return (Math.round(start * 1000) + 1) / 1000;
}

/** A cue's start and end as its timing line gives them, in seconds. */
export interface Timing {
  readonly start: number;
  readonly end: number;
}

/** WebVTT §6.3, "collect WebVTT cue timings and settings", as the standard has it. Settings are passed over. */
export function parseStrictTiming(line: string): Timing | undefined {
  const stamp = String.raw`(?:(\d+):)?(\d+):(\d\d)\.(\d+)`;
  const parts = new RegExp(String.raw`^[ \t\f]*${stamp}[ \t\f]*-->[ \t\f]*${stamp}`).exec(line);
  if (!parts) return undefined;
  const [start, end] = [strictSeconds(parts.slice(1, 5)), strictSeconds(parts.slice(5, 9))];
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The same line, with times as `parseTimestamp` reads them. */
export function parseLooseTiming(line: string): Timing | undefined {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return undefined;
  const start = parseTimestamp(line.slice(0, arrow).trim());
  const [last = ''] = line
    .slice(arrow + 3)
    .trim()
    .split(/[ \t\f]/, 1);
  const end = parseTimestamp(last);
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** Minutes and seconds have two digits, up to 59; milliseconds three; hours any number. */
function strictSeconds([h, m = '', s = '', ms = '']: readonly (string | undefined)[]): number | undefined {
  if (m.length !== 2 || Number(m) > 59 || Number(s) > 59 || ms.length !== 3) return undefined;
  return seconds(h ?? '0', m, s, ms);
}

/** Whole milliseconds first: 0.1 + 0.2 must not leak into links. */
function seconds(h: string, m: string, s: string, fraction: string): number {
  const ms = Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return (Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000 + ms) / 1000;
}

const TO_THE_MS = String.raw`[\u200b-\u200f\u202a-\u202e\ufeff \t]*(\d+ ?:[\d:., ]{1,20}?[:.,] ?\d{3})`;
const TIMING = new RegExp(`^${TO_THE_MS} ?(?:(?:- ?-? ?|[–—])>|→)${TO_THE_MS}[\\u200b-\\u202e]*`, 'gm');

/**
 * Timings as translators, word processors and language models leave them → as SubRip has them: with signs that turn the
 * direction, with spaces (`00: 00: 01, 000`), with another arrow (`->`, `–>`, `→`), or a colon before the milliseconds.
 */
export function mendTimings(text: string): string {
  const plain = (time: string) => time.replaceAll(' ', '').replace(/(:\d+):(\d{3})$/, '$1.$2');
  return text.replace(TIMING, (_, from: string, to: string) => `${plain(from)} --> ${plain(to)}`);
}
