import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { joinWords } from './joinWords.ts';
import { parseTimestamp } from './timestamp.ts';

type Fields = Record<string, unknown>;

/** What the dialects call a time, and in how many of its units a second is; `undefined`: the list tells. */
const START: readonly (readonly [name: string, perSecond?: number])[] = [
  ['start_ms', 1000],
  ['startMs', 1000],
  ['startTime'],
  ['start_time', 1],
  ['start'],
  ['from'],
];
const END: typeof START = [['end_ms', 1000], ['endMs', 1000], ['endTime'], ['end_time', 1], ['end'], ['to']];
const WORDS = ['body', 'text', 'content', 'transcript', 'punctuated_word', 'word'];
/** What holds the pieces, or what holds them: whole utterances before the words that they are made of. */
const HOLDERS = [
  'segments',
  'utterances',
  'cues',
  'transcript',
  'transcripts',
  'transcription',
  'audio_segments',
  'sentences',
  'words',
  'results',
  'channels',
  'alternatives',
];
/** Holders within holders: `results.channels[0].alternatives[0].words` has five. */
const DEEPEST = 6;
/** Of these the standards say that they are in seconds; any other list tells by how long its pieces last. */
const IN_SECONDS = new Set(['segments', 'cues', 'transcript', 'transcripts']);
/** Pieces that end before they start and are told one by one; of more, only their number is. */
const MOST_TOLD = 100;
/** Seconds of one piece above which its words are asked for their times. */
const LONG = 20;
/** A voice has a name; what is beside it as `speaker` is its number. */
const SPEAKER = ['voice', 'speakerName', 'speaker', 'speaker_label'];

/**
 * Reads a transcript in JSON: Podcasting 2.0 (`segments` of `startTime`, `endTime`, `body`, `speaker`, in seconds),
 * Whisper's `segments` of `start`, `end`, `text`, whisper.cpp's `transcription` of `timestamps`, Podlove's list with `start_ms`,
 * what AssemblyAI, Deepgram and Amazon Transcribe answer, and bare lists in milliseconds.
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
  const unit = IN_SECONDS.has(String(path[0])) ? 1 : unitOf(list);
  let backward = 0;
  const cues = list.flatMap((entry, i) => {
    const line = () => lineOf(json, path, i, list.length);
    const read = readEntry(entry, list[i + 1], unit, line, problems);
    if (read.length > 0 && endsBeforeStart(entry, unit) && (backward += 1) <= MOST_TOLD)
      problems.push(warn(line(), 'This piece ends before it starts; it is kept, and lasts a moment.'));
    return read.flatMap((cue) => partAtWords(cue, entry, unit));
  });
  if (backward > MOST_TOLD)
    problems.push(warn(0, `${backward - MOST_TOLD} more pieces end before they start; they are kept, too.`));
  return { cues, problems };
}

interface Found {
  readonly list: readonly unknown[];
  readonly path: readonly (string | number)[];
}

/** The list of timed pieces: the first of which one can be read, else the first where one would stand. */
function listOf(value: unknown): Found | undefined {
  return timedList(value, []) ?? (Array.isArray(value) ? { list: value, path: [] } : plainList(value));
}

function timedList(value: unknown, path: Found['path']): Found | undefined {
  if (path.length > DEEPEST) return undefined;
  if (Array.isArray(value)) {
    const isTimed = isFields(value[0]) && pick(timesOf(value[0]), START) && wordsOf(value[0]) !== undefined;
    return isTimed ? { list: value, path } : path.length > 0 ? timedList(value[0], [...path, 0]) : undefined;
  }
  return first(value, (held, name) => timedList(held, [...path, name]));
}

function plainList(value: unknown): Found | undefined {
  return first(value, (held, name) => (Array.isArray(held) ? { list: held, path: [name] } : undefined));
}

/** The first answer that is one, of what the holders of an object hold. */
function first(value: unknown, ask: (held: unknown, name: string) => Found | undefined): Found | undefined {
  if (!isFields(value)) return undefined;
  for (const name of HOLDERS) {
    const found = Object.hasOwn(value, name) ? ask(value[name], name) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Pieces of talk last seconds, so a typical length of a hundred or more is milliseconds. */
function unitOf(list: readonly unknown[]): number {
  const lengths = list
    .filter(isFields)
    .map((entry) => Number(pick(timesOf(entry), END)?.value) - Number(pick(timesOf(entry), START)?.value))
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= 100 ? 1000 : 1;
}

function readEntry(entry: unknown, next: unknown, unit: number, line: () => number, problems: Problem[]): CueDraft[] {
  const start = isFields(entry) ? timeOf(entry, START, unit) : undefined;
  const words = isFields(entry) ? wordsOf(entry) : undefined;
  if (!isFields(entry) || start === undefined || words === undefined) {
    problems.push(lost('bad-segment', line(), 'This piece has no start or no text; it is left out.'));
    return [];
  }
  const following = isFields(next) ? timeOf(next, START, unit) : undefined;
  const end = timeOf(entry, END, unit) ?? following ?? start;
  const speaker = speakerOf(entry);
  return [{ start, end, line: 0, text: tidy(words), ...(speaker === undefined ? {} : { speaker }) }];
}

/** What one voice says for long is parted where it pauses or ends a sentence, if its words have times of their own. */
function partAtWords(cue: CueDraft, entry: unknown, unit: number): readonly CueDraft[] {
  const timed = isFields(entry) ? entry['words'] : undefined;
  if (cue.end - cue.start < LONG || !Array.isArray(timed)) return [cue];
  const words = timed.flatMap((word) => readEntry(word, undefined, unit, () => 0, []));
  const lines = joinWords(words.map(({ start, end, text }) => ({ ...cue, start, end, text })));
  return lines.length < words.length ? lines : [cue];
}

function wordsOf(entry: Fields): string | undefined {
  return WORDS.map((name) => entry[name]).find((value) => typeof value === 'string');
}

/** Services count the voices that they tell apart, by numbers or letters: nobody's name. */
function speakerOf(entry: Fields): string | undefined {
  for (const name of SPEAKER) {
    const value = entry[name];
    const said = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (said !== '') return said.replace(/^(?:spk_)?(\d+|[A-Z])$/, 'Speaker $1');
  }
  return undefined;
}

/** Where an entry has its times: whisper.cpp keeps them together. */
function timesOf(entry: Fields): Fields {
  return isFields(entry['timestamps']) ? entry['timestamps'] : entry;
}

/** By the entry's own end: one that has none may well start after the next, which is told as out of order. */
function endsBeforeStart(entry: unknown, unit: number): boolean {
  const [start = 0, end = Infinity] = isFields(entry) ? [timeOf(entry, START, unit), timeOf(entry, END, unit)] : [];
  return end < start;
}

function timeOf(entry: Fields, names: typeof START, unit: number): number | undefined {
  const found = pick(timesOf(entry), names);
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
function lineOf(json: JsonDocument, path: Found['path'], i: number, length: number): number {
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
