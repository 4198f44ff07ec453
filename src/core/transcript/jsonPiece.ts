import { parseTimestamp } from './timestamp.ts';

/** An object of a transcript in JSON, a piece of talk or what holds some, in whichever dialect. */
export type Fields = Record<string, unknown>;

/** What the dialects call a time, and in how many of its units a second is; `undefined`: the list tells. */
const START: readonly (readonly [name: string, perSecond?: number])[] = [
  ['start_ms', 1000],
  ['startMs', 1000],
  ['startTime'],
  ['start'],
  ['from'],
  ['start_time'],
  ['startOffset', 1],
  ['tStartMs', 1000],
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
/** How long it lasts, where no end stands. */
const LENGTH: typeof START = [['duration'], ['dDurationMs', 1000]];
const WORDS = ['body', 'text', 'content', 'transcript', 'punctuated_word', 'word'];
/** Podlove's voices have names, and numbers as `speaker`. */
const SPEAKER = ['speakerName', 'speaker', 'voice', 'speaker_label', 'speaker_id', 'speakerTag', 'speakerLabel'];

/** Whether it is something said at a time. */
export function isPiece(entry: unknown): entry is Fields {
  return isFields(entry) && pick(timesOf(entry), START) !== undefined && wordsOf(entry) !== undefined;
}

/** What a piece says, as it is written; `undefined` where it says nothing. */
export function wordsOf(entry: Fields): string | undefined {
  const { segs } = entry;
  if (Array.isArray(segs))
    return (
      segs
        .map((seg) => (isFields(seg) && isText(seg['utf8']) ? seg['utf8'] : ''))
        .join('')
        .trim() || undefined
    );
  return holders(entry)
    .flatMap((fields) => WORDS.map((name) => fields[name]))
    .find(isText);
}

/** What Speechmatics calls whom it does not know. */
const UNKNOWN = 'UU';

/** Services count the voices that they tell apart, by numbers or letters: nobody's name. */
export function speakerOf(entry: Fields): string | undefined {
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

/** Where an entry has its times: whisper.cpp keeps them together, Hugging Face as a pair. */
function timesOf(entry: Fields): Fields {
  const { timestamps, timestamp } = entry;
  if (Array.isArray(timestamp)) return { start: timestamp[0] as unknown, end: timestamp[1] as unknown };
  return isFields(timestamps) ? timestamps : entry;
}

/** When a piece starts, in seconds; `unit`: how many of the document's units a second is, where no name says it. */
export function startOf(piece: Fields, unit: number): number | undefined {
  return timeOf(piece, START, unit);
}

/** When a piece ends, in seconds. */
export function endOf(piece: Fields, unit: number): number | undefined {
  const lasts = timeOf(piece, LENGTH, unit);
  const end = timeOf(piece, END, unit);
  return end ?? (lasts === undefined ? undefined : Math.round(((startOf(piece, unit) ?? 0) + lasts) * 1000) / 1000);
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

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
