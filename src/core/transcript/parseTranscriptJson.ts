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
  ['start'],
  ['from'],
  ['start_time'],
  ['startOffset', 1],
];
const END: typeof START = [
  ['end_ms', 1000],
  ['endMs', 1000],
  ['endTime'],
  ['end'],
  ['to'],
  ['end_time'],
  ['endOffset', 1],
];
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
  'response',
  'results',
  'channels',
  'alternatives',
];
/** Holders within holders: `results.channels[0].alternatives[0].words` has six. */
const DEEPEST = 6;
/** Characters of talk in a thousandth of a second are less, and in a second are more. */
const SLOWEST = 0.5;
/** Of these the standards say that they are in seconds; any other list tells by how long its pieces last. */
const IN_SECONDS = ['segments', 'cues', 'transcript', 'transcripts'];
/** Faults of one kind that are told one by one; of more, only their number is. */
const MOST_TOLD = 100;
/** Seconds of one piece above which its words are asked for their times. */
const LONG = 20;
/** Podlove's voices have names, and numbers as `speaker`. */
const SPEAKER = ['speakerName', 'speaker', 'voice', 'speaker_label', 'speaker_id', 'speakerTag', 'speakerLabel'];

/**
 * Reads a transcript in JSON: Podcasting 2.0 (`segments` of `startTime`, `endTime`, `body`, `speaker`, in seconds),
 * Whisper's `segments` of `start`, `end`, `text`, whisper.cpp's `transcription` of `timestamps`, Podlove's list with `start_ms`,
 * what AssemblyAI, Deepgram, Amazon Transcribe, Speechmatics, ElevenLabs and Google answer, and bare lists in milliseconds.
 */
export function parseTranscriptJson(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { cues: [], problems };
  const { lists, others } = listsOf(json.value);
  if (lists.length === 0) {
    problems.push(lost('no-segments', json.lineOf([]), 'This JSON holds no list of timed pieces (“segments”).'));
    return { cues: [], problems };
  }
  if (others.length > 0) {
    const message = `${others.length === 1 ? 'Another list begins' : `${others.length} more lists begin`} anew here; the first is read.`;
    problems.push(lost('more-lists', json.lineOf([...others[0]!.path]), message));
  }
  const unit = unitOf(lists);
  let unread = 0;
  let backward = 0;
  const read = lists.map(({ list, path }) => {
    const cues: CueDraft[] = [];
    let opening = '';
    list.forEach((entry, i) => {
      const line = () => lineOf(json, path, i, list.length);
      const fields = isFields(entry) ? entry : {};
      const { type, attaches_to: side } = fields;
      const cue = readEntry(fields, list[i + 1], unit);
      const last = cues.at(-1);
      if (type === 'punctuation' && side === 'next') opening += wordsOf(fields) ?? '';
      else if (type === 'punctuation' && last)
        cues[cues.length - 1] = { ...last, text: last.text + tidy(wordsOf(fields) ?? '') };
      else if (type === 'spacing' || (type === 'audio_event' && !cue)) return;
      else if (!cue) {
        if ((unread += 1) <= MOST_TOLD)
          problems.push(lost('bad-segment', line(), 'This piece has no start or no text; it is left out.'));
      } else {
        if (endsBeforeStart(fields, unit) && (backward += 1) <= MOST_TOLD)
          problems.push(warn(line(), 'This piece ends before it starts; it is kept, and lasts a moment.'));
        cues.push(...partAtWords({ ...cue, text: opening + cue.text }, fields, unit));
        opening = '';
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
  return { cues: lists.length > 1 && lists[0]!.isChannel ? besideEachOther(read) : read.flat(), problems };
}

interface Found {
  readonly list: readonly unknown[];
  readonly path: readonly (string | number)[];
  /** Whether it is what one of several microphones heard. */
  readonly isChannel?: true;
}

/** Those who speak into microphones of their own speak at once; each is joined to lines alone, and counted by where it is. */
function besideEachOther(channels: readonly CueDraft[][]): CueDraft[] {
  const spoken = channels.filter(({ length }) => length > 0);
  if (spoken.length < 2) return spoken.flat();
  const lines = spoken.flatMap((cues, i) =>
    joinWords(
      cues.map((cue) => ({ ...cue, speaker: (cue.speaker ?? '').replace(/^(?:Speaker \w+)?$/, `Speaker ${i}`) })),
    ),
  );
  return lines.sort((a, b) => a.start - b.start);
}

/**
 * The lists of timed pieces: those of which some can be read, else the one where they would stand. Several are parts of one
 * talk where each goes on behind the one before, or all are channels; `others` are something else, such as a translation.
 */
function listsOf(value: unknown): { readonly lists: readonly Found[]; readonly others: readonly Found[] } {
  const found = timedLists(value, []);
  const [head] = found;
  if (head?.isChannel) return { lists: found, others: [] };
  // With voices told apart, Google's last answer is all the words once more, with their voices.
  const last = found.at(-1)!;
  if (head && head !== last && isAllAgain(found, last)) return { lists: [last], others: [] };
  const lists: Found[] = [];
  const others: Found[] = [];
  let latest = -1;
  for (const one of found) {
    const start = startOf(one);
    // What interrupts may start before what it interrupts has ended.
    const goesOn = start > latest || one.path.includes('results');
    if (goesOn) latest = start;
    (goesOn ? lists : others).push(one);
  }
  if (head) return { lists, others };
  if (Array.isArray(value)) return { lists: [{ list: value, path: [] }], others };
  const name = IN_SECONDS.find((name) => isFields(value) && Object.hasOwn(value, name) && Array.isArray(value[name]));
  return { lists: name === undefined ? [] : [{ list: (value as Fields)[name] as unknown[], path: [name] }], others };
}

function isAllAgain(found: readonly Found[], { list, path }: Found): boolean {
  const before = found.slice(0, -1).flatMap((one) => one.list);
  const said = (entries: readonly unknown[]) =>
    entries.map((entry) => (isFields(entry) ? wordsOf(entry) : '')).join(' ');
  return path.includes('results') && before.length === list.length && said(before) === said(list);
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
    if (found.length === 0) continue;
    const isChannel = path.at(-2) === 'channels' || typeof value['channel_index'] === 'number';
    return isChannel ? found.map((one) => ({ ...one, isChannel })) : found;
  }
  return [];
}

/** Where a list starts, in its own units. */
function startOf({ list }: Found): number {
  const first = list.find(isPiece);
  return first ? (timeOf(first, START, 1) ?? 0) : 0;
}

function isPiece(entry: unknown): entry is Fields {
  return isFields(entry) && pick(timesOf(entry), START) !== undefined && wordsOf(entry) !== undefined;
}

/**
 * In how many of its units a second is. Where no standard says it, its pieces tell: those of talk last seconds, and nobody
 * takes two of them for a letter.
 */
function unitOf(lists: readonly Found[]): number {
  const { path } = lists[0]!;
  if (IN_SECONDS.includes(String(path.at(-1))) || path.includes('results')) return 1;
  let letters = 0;
  const lengths = lists
    .flatMap(({ list }) => list)
    .filter(isPiece)
    .map((entry) => {
      const length = Number(pick(timesOf(entry), END)?.value) - Number(pick(timesOf(entry), START)?.value);
      if (length > 0) letters += wordsOf(entry)!.length;
      return length > 0 ? length : 0;
    })
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return (lengths[lengths.length >> 1] ?? 0) >= 100 && letters < SLOWEST * whole ? 1000 : 1;
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
  let [from, at] = [0, 0];
  for (const word of words) {
    const fields = isFields(word) ? word : {};
    for (const sign of (wordsOf(fields) ?? '').replace(/\s+/g, '')) {
      while (/\s/.test(text[at] ?? '')) at += 1;
      if (!text.startsWith(sign, at)) return [];
      at += sign.length;
    }
    const start = timeOf(fields, START, unit);
    const last = pieces.at(-1);
    if (start === undefined && !last) continue; // it goes with the next
    const end = timeOf(fields, END, unit) ?? start;
    const slice = text.slice(from, at);
    from = at;
    const isGlued = last && /^\S/.test(slice) && joined(last.text, slice) !== last.text + slice;
    if (last && (start === undefined || isGlued))
      pieces[pieces.length - 1] = { ...last, end: end ?? last.end, text: last.text + slice };
    else pieces.push({ ...cue, start: start ?? cue.start, end: end ?? cue.end, text: slice.trim() });
  }
  return text.slice(at).trim() === '' ? pieces : [];
}

function wordsOf(entry: Fields): string | undefined {
  return holders(entry)
    .flatMap((fields) => WORDS.map((name) => fields[name]))
    .find(isText);
}

/** What Speechmatics calls whom it does not know. */
const UNKNOWN = 'UU';

/** Services count the voices that they tell apart, by numbers or letters: nobody's name. */
function speakerOf(entry: Fields): string | undefined {
  const said = holders(entry)
    .flatMap((fields) => SPEAKER.map((name) => fields[name]))
    .map((value) => (isText(value) || typeof value === 'number' ? String(value).trim() : ''))
    .filter((value) => /[\p{L}\p{N}]/u.test(value) && value !== UNKNOWN);
  const name = said.find((value) => !/^\d+$/.test(value)) ?? said[0];
  return name?.replace(/^(?:(?:spk_|speaker_|S)?(\d+)|([A-Z]))$/, 'Speaker $1$2');
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
