import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { parseTimestamp } from './timestamp.ts';

type Fields = Record<string, unknown>;

/** What the dialects call a time, and in how many of its units a second is; `undefined`: the list tells. */
const START: readonly (readonly [name: string, perSecond?: number])[] = [
  ['start_ms', 1000],
  ['startMs', 1000],
  ['startTime'],
  ['start'],
  ['from'],
];
const END: typeof START = [['end_ms', 1000], ['endMs', 1000], ['endTime'], ['end'], ['to']];
const WORDS = ['body', 'text', 'content'];
/** Pieces that end before they start and are told one by one; of more, only their number is. */
const MOST_TOLD = 100;
const SPEAKER = ['speaker', 'speakerName', 'voice'];

/**
 * Reads a transcript in JSON: Podcasting 2.0 (`segments` of `startTime`, `endTime`, `body`, `speaker`, in seconds),
 * Whisper's `segments` of `start`, `end`, `text`, Podlove's list with `start_ms`, and bare lists in milliseconds.
 */
export function parseTranscriptJson(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { cues: [], problems };
  const found = listOf(json.value);
  if (!found) {
    problems.push(lost('no-segments', json.lineOf([]), 'This JSON holds no list of timed pieces (“segments”).'));
    return { cues: [], problems };
  }
  const { list, path } = found;
  // The standards say seconds; a bare list follows none, and tells by how long its pieces last.
  const unit = path.length === 0 ? unitOf(list) : 1;
  let backward = 0;
  const cues = list.flatMap((entry, i) => {
    const line = () => lineOf(json, path, i, list.length);
    const read = readEntry(entry, list[i + 1], unit, line, problems);
    if (read.length > 0 && endsBeforeStart(entry, unit) && (backward += 1) <= MOST_TOLD)
      problems.push(warn(line(), 'This piece ends before it starts; it is kept, and lasts a moment.'));
    return read;
  });
  if (backward > MOST_TOLD)
    problems.push(warn(0, `${backward - MOST_TOLD} more pieces end before they start; they are kept, too.`));
  return { cues, problems };
}

function listOf(value: unknown): { readonly list: readonly unknown[]; readonly path: readonly string[] } | undefined {
  if (Array.isArray(value)) return { list: value, path: [] };
  for (const name of ['segments', 'cues', 'transcript', 'transcripts']) {
    const list = isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (Array.isArray(list)) return { list, path: [name] };
  }
  return undefined;
}

/** Pieces of talk last seconds, so a typical length of a hundred or more is milliseconds. */
function unitOf(list: readonly unknown[]): number {
  const lengths = list
    .filter(isFields)
    .map((entry) => Number(pick(entry, END)?.value) - Number(pick(entry, START)?.value))
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= 100 ? 1000 : 1;
}

function readEntry(entry: unknown, next: unknown, unit: number, line: () => number, problems: Problem[]): CueDraft[] {
  const start = isFields(entry) ? timeOf(entry, START, unit) : undefined;
  const words = isFields(entry)
    ? WORDS.map((name) => entry[name]).find((value) => typeof value === 'string')
    : undefined;
  if (!isFields(entry) || start === undefined || words === undefined) {
    problems.push(lost('bad-segment', line(), 'This piece has no start or no text; it is left out.'));
    return [];
  }
  const following = isFields(next) ? timeOf(next, START, unit) : undefined;
  const end = timeOf(entry, END, unit) ?? following ?? start;
  const speaker = SPEAKER.map((name) => entry[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  return [
    {
      start,
      end,
      line: 0,
      text: tidy(words as string),
      ...(speaker === undefined ? {} : { speaker: (speaker as string).trim() }),
    },
  ];
}

/** By the entry's own end: one that has none may well start after the next, which is told as out of order. */
function endsBeforeStart(entry: unknown, unit: number): boolean {
  const [start = 0, end = Infinity] = isFields(entry) ? [timeOf(entry, START, unit), timeOf(entry, END, unit)] : [];
  return end < start;
}

function timeOf(entry: Fields, names: typeof START, unit: number): number | undefined {
  const found = pick(entry, names);
  if (!found) return undefined;
  const { value, perSecond = unit } = found;
  const count =
    typeof value === 'string' ? (/:/.test(value) ? parseTimestamp(value.trim()) : Number(value || NaN)) : value;
  if (typeof count !== 'number' || !Number.isFinite(count) || count < 0 || count > 1e10) return undefined;
  const seconds = typeof value === 'string' && value.includes(':') ? count : count / perSecond;
  return Math.round(seconds * 1000) / 1000;
}

function pick(
  entry: Fields,
  names: typeof START,
): { readonly value: unknown; readonly perSecond?: number } | undefined {
  for (const [name, perSecond] of names) {
    const value = Object.hasOwn(entry, name) ? entry[name] : undefined;
    if (typeof value === 'number' || typeof value === 'string')
      return perSecond === undefined ? { value } : { value, perSecond };
  }
  return undefined;
}

/** Some writers pad with spaces; line breaks are the text's own, empty lines are not. */
function tidy(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Line numbers cost a second reading, so only faults ask for them, and of very long lists none. */
function lineOf(json: JsonDocument, path: readonly string[], i: number, length: number): number {
  return length > 20_000 ? 0 : json.lineOf([...path, i]);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function lost(code: string, line: number, message: string): Problem {
  return { code, severity: 'error', line, message };
}

function warn(line: number, message: string): Problem {
  return { code: 'cue-ends-before-start', severity: 'warning', line, message };
}
