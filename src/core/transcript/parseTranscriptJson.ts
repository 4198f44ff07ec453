import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { joined, joinWords } from './joinWords.ts';
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
  'items',
  'paragraphs',
  'results',
  'channels',
  'alternatives',
];
/** Holders within holders: `results.channels[0].alternatives[0].words` has six. */
const DEEPEST = 6;
/** Of these the standards say that they are in seconds; any other list tells by how long its pieces last. */
const IN_SECONDS = ['segments', 'cues', 'transcript', 'transcripts'];
/** Faults of one kind that are told one by one; of more, only their number is. */
const MOST_TOLD = 100;
/** Seconds of one piece above which its words are asked for their times. */
const LONG = 20;
/** A voice has a name; what is beside it as `speaker` is its number. */
const SPEAKER = ['voice', 'speakerName', 'speaker', 'speaker_label', 'speaker_id', 'speakerTag'];

/**
 * Reads a transcript in JSON: Podcasting 2.0 (`segments` of `startTime`, `endTime`, `body`, `speaker`, in seconds),
 * Whisper's `segments` of `start`, `end`, `text`, whisper.cpp's `transcription` of `timestamps`, Podlove's list with `start_ms`,
 * what AssemblyAI, Deepgram, Amazon Transcribe, Speechmatics, ElevenLabs and Google answer, and bare lists in milliseconds.
 */
export function parseTranscriptJson(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { cues: [], problems };
  const lists = listsOf(json.value);
  if (lists.length === 0) {
    problems.push(lost('no-segments', json.lineOf([]), 'This JSON holds no list of timed pieces (“segments”).'));
    return { cues: [], problems };
  }
  const unit = unitOf(lists);
  let unread = 0;
  let backward = 0;
  const read = lists.map(({ list, path }) => {
    const cues: CueDraft[] = [];
    list.forEach((entry, i) => {
      const line = () => lineOf(json, path, i, list.length);
      const type = isFields(entry) ? entry['type'] : undefined;
      const cue = isFields(entry) ? readEntry(entry, list[i + 1], unit) : undefined;
      const last = cues.at(-1);
      if (isFields(entry) && last && type === 'punctuation')
        cues[cues.length - 1] = { ...last, text: last.text + tidy(wordsOf(entry) ?? '') };
      else if (type === 'spacing') return;
      else if (!isFields(entry) || !cue) {
        if ((unread += 1) <= MOST_TOLD)
          problems.push(lost('bad-segment', line(), 'This piece has no start or no text; it is left out.'));
      } else {
        if (endsBeforeStart(entry, unit) && (backward += 1) <= MOST_TOLD)
          problems.push(warn(line(), 'This piece ends before it starts; it is kept, and lasts a moment.'));
        cues.push(...partAtWords(cue, entry, unit));
      }
    });
    return cues;
  });
  if (unread > MOST_TOLD)
    problems.push(
      lost('bad-segment', 0, `${unread - MOST_TOLD} more pieces have no start or no text; they are left out.`),
    );
  if (backward > MOST_TOLD)
    problems.push(warn(0, `${backward - MOST_TOLD} more pieces end before they start; they are kept, too.`));
  return { cues: lists.some(({ path }) => path.includes('channels')) ? besideEachOther(read) : read.flat(), problems };
}

interface Found {
  readonly list: readonly unknown[];
  readonly path: readonly (string | number)[];
}

/** Those who speak into microphones of their own speak at once; each is joined to lines alone. */
function besideEachOther(channels: readonly CueDraft[][]): CueDraft[] {
  const spoken = channels.filter(({ length }) => length > 0);
  if (spoken.length < 2) return spoken.flat();
  const lines = spoken.flatMap((cues, i) => joinWords(cues.map((cue) => ({ speaker: `Speaker ${i}`, ...cue }))));
  return lines.sort((a, b) => a.start - b.start);
}

/** The lists of timed pieces: those of which some can be read, else the one where they would stand. */
function listsOf(value: unknown): readonly Found[] {
  const found = timedLists(value, []);
  // With voices told apart, Google's last answer is all the words once more, with their voices.
  const [last, count] = [found.at(-1), found.reduce((sum, { list }) => sum + list.length, 0)];
  if (last && count === 2 * last.list.length && startOf(last) === startOf(found[0]!)) return [last];
  if (found.length > 0) return found;
  if (Array.isArray(value)) return [{ list: value, path: [] }];
  const name = IN_SECONDS.find((name) => isFields(value) && Object.hasOwn(value, name) && Array.isArray(value[name]));
  return name === undefined ? [] : [{ list: (value as Fields)[name] as unknown[], path: [name] }];
}

function timedLists(value: unknown, path: Found['path']): readonly Found[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) {
    if (value.some(isPiece)) return [{ list: value, path }];
    // Of what may have been said, the first is the likeliest.
    const held = path.at(-1) === 'alternatives' ? value.slice(0, 1) : value;
    return held.flatMap((entry, i) => timedLists(entry, [...path, i]));
  }
  if (!isFields(value)) return [];
  for (const name of HOLDERS) {
    const found = Object.hasOwn(value, name) ? timedLists(value[name], [...path, name]) : [];
    if (found.length > 0) return found;
  }
  return [];
}

function startOf({ list }: Found): unknown {
  return isFields(list[0]) ? pick(timesOf(list[0]), START)?.value : undefined;
}

function isPiece(entry: unknown): boolean {
  return isFields(entry) && pick(timesOf(entry), START) !== undefined && wordsOf(entry) !== undefined;
}

/**
 * In how many of its units a second is. Where no standard says it: seconds have fractions, and pieces of talk last seconds,
 * so that a typical length of a hundred or more is milliseconds.
 */
function unitOf(lists: readonly Found[]): number {
  const { path } = lists[0]!;
  if (IN_SECONDS.includes(String(path.at(-1))) || path.includes('results')) return 1;
  const times = lists
    .flatMap(({ list }) => list)
    .filter(isFields)
    .map((entry) => [Number(pick(timesOf(entry), START)?.value), Number(pick(timesOf(entry), END)?.value)] as const);
  // Not what counting in fractions leaves: 12340.000000000002.
  if (times.some(([start]) => Math.abs(start - Math.round(start)) > 1e-6)) return 1;
  const lengths = times
    .map(([start, end]) => end - start)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  return (lengths[lengths.length >> 1] ?? 0) >= 100 ? 1000 : 1;
}

function readEntry(entry: Fields, next: unknown, unit: number): CueDraft | undefined {
  const start = timeOf(entry, START, unit);
  const words = wordsOf(entry);
  if (start === undefined || words === undefined) return undefined;
  const following = isFields(next) ? timeOf(next, START, unit) : undefined;
  const end = timeOf(entry, END, unit) ?? following ?? start;
  const speaker = speakerOf(entry);
  return { start, end, line: 0, text: tidy(words), ...(speaker === undefined ? {} : { speaker }) };
}

/** What one voice says for long is parted where it pauses or ends a sentence, if its words have times of their own. */
function partAtWords(cue: CueDraft, entry: Fields, unit: number): readonly CueDraft[] {
  const words = entry['words'];
  if (cue.end - cue.start < LONG || !Array.isArray(words)) return [cue];
  const pieces = piecesAt(words, cue, unit);
  const lines = joinWords(pieces);
  return lines.length < pieces.length ? lines : [cue];
}

/**
 * The text of a piece, cut before each of its words that has a time; none where text and words differ. The words alone
 * would not do: some have spaces or signs in the text only, and what is hard to align (numbers) has no time.
 */
function piecesAt(words: readonly unknown[], { text, ...cue }: CueDraft, unit: number): CueDraft[] {
  const pieces: CueDraft[] = [];
  let at = 0;
  for (const word of words) {
    const fields = isFields(word) ? word : {};
    const from = at;
    for (const sign of (wordsOf(fields) ?? '').replace(/\s+/g, '')) {
      while (/\s/.test(text[at] ?? '')) at += 1;
      if (!text.startsWith(sign, at)) return [];
      at += sign.length;
    }
    const slice = text.slice(from, at);
    const start = timeOf(fields, START, unit);
    const end = timeOf(fields, END, unit) ?? start;
    const last = pieces.at(-1);
    const goesOn = start === undefined || (/^\S/.test(slice) && last && joined(last.text, slice) !== last.text + slice);
    if (last && goesOn) pieces[pieces.length - 1] = { ...last, end: end ?? last.end, text: last.text + slice };
    else pieces.push({ ...cue, start: start ?? cue.start, end: end ?? cue.end, text: slice.trim() });
  }
  return text.slice(at).trim() === '' ? pieces : [];
}

function wordsOf(entry: Fields): string | undefined {
  return holders(entry)
    .flatMap((fields) => WORDS.map((name) => fields[name]))
    .find(isText);
}

/** Services count the voices that they tell apart, by numbers or letters: nobody's name. */
function speakerOf(entry: Fields): string | undefined {
  const said = holders(entry)
    .flatMap((fields) => SPEAKER.map((name) => fields[name]))
    .map((value) => (isText(value) || typeof value === 'number' ? String(value).trim() : ''))
    .find((value) => /[\p{L}\p{N}]/u.test(value));
  return said?.replace(/^(?:(?:spk_|speaker_|S)?(\d+)|([A-Z]))$/, 'Speaker $1$2');
}

/** What holds a piece's words and voice: itself, or the likeliest of what may have been said. */
function holders(entry: Fields): readonly Fields[] {
  const alternatives = entry['alternatives'];
  const likeliest = Array.isArray(alternatives) ? (alternatives[0] as unknown) : undefined;
  return isFields(likeliest) ? [entry, likeliest] : [entry];
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
    typeof value === 'string'
      ? /:/.test(value)
        ? parseTimestamp(value.trim())
        : Number(value.replace(/s$/, '') || NaN)
      : value;
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

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function lost(code: string, line: number, message: string): Problem {
  return { code, severity: 'error', line, message };
}

function warn(line: number, message: string): Problem {
  return { code: 'cue-ends-before-start', severity: 'warning', line, message };
}
