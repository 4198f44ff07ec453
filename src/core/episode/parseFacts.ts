import { readChapter, type ChapterFact } from '../chapters/parseChapters.ts';
import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { Audio } from './episode.ts';

/** What `episode.json` may state; each fact outranks the one that the show notes give. */
export interface Facts {
  readonly show?: string;
  readonly number?: number;
  readonly title?: string;
  readonly airDate?: string;
  readonly duration?: number;
  readonly guid?: string;
  readonly page?: string;
  readonly audio?: Audio;
  readonly chapters?: readonly ChapterFact[];
  readonly source?: string;
}

type Fields = { [name: string]: unknown };
type Check = readonly [wanted: string, holds: (value: unknown) => boolean];

const TEXT: Check = ['a text', (value) => typeof value === 'string' && value.trim() !== ''];
const DATE: Check = [
  'a date like "2025-02-23"',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
];
const LINK: Check = ['an http(s) address', (value) => typeof value === 'string' && /^https?:\/\/\S+$/.test(value)];
const COUNT: Check = ['a whole number', (value) => Number.isSafeInteger(value) && (value as number) >= 0];
const SECONDS: Check = ['a number of seconds', (value) => Number.isFinite(value) && (value as number) >= 0];

const FACTS = {
  show: TEXT,
  number: COUNT,
  title: TEXT,
  airDate: DATE,
  duration: SECONDS,
  guid: TEXT,
  page: LINK,
  source: TEXT,
} satisfies Record<string, Check>;
const AUDIO = { url: LINK, type: TEXT, bytes: COUNT } satisfies Record<string, Check>;
/** Reads `episode.json`. A fact of the wrong kind is left out and told with its line; nulls mean absent. */
export function parseFacts(source: string): { readonly facts: Facts; readonly problems: Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { facts: {}, problems };
  if (!isObject(json.value)) {
    problems.push(wrong(json, [], 'The facts of an episode are an object, { … }.'));
    return { facts: {}, problems };
  }
  for (const name of Object.keys(json.value)) {
    if (!Object.hasOwn(FACTS, name) && name !== 'audio' && name !== 'chapters') {
      problems.push({
        code: 'unknown-fact',
        severity: 'warning',
        line: json.lineOf([name]),
        message: `“${name}” is no fact that Hourline knows; it knows ${[...Object.keys(FACTS), 'audio', 'chapters'].join(', ')}.`,
      });
    }
  }
  const facts: { -readonly [key in keyof Facts]: Facts[key] } = pick(json, [], json.value, FACTS, problems);
  if (json.value['audio'] != null) {
    const audio = isObject(json.value['audio'])
      ? pick<Partial<Audio>>(json, ['audio'], json.value['audio'], AUDIO, problems)
      : {};
    if (audio.url === undefined) problems.push(wrong(json, ['audio'], '“audio” needs a “url”.'));
    else facts.audio = { ...audio, url: audio.url };
  }
  if (json.value['chapters'] != null) facts.chapters = chaptersOf(json, json.value['chapters'], problems);
  return { facts, problems };
}

function chaptersOf(json: JsonDocument, list: unknown, problems: Problem[]): ChapterFact[] {
  if (!Array.isArray(list)) {
    problems.push(wrong(json, ['chapters'], '“chapters” is a list, [ … ].'));
    return [];
  }
  return list.flatMap((entry: unknown, i) => readChapter(entry, json, ['chapters', i], problems));
}

/** The fields of `value` that pass their check; each that does not becomes a problem. */
function pick<T>(
  json: JsonDocument,
  path: (string | number)[],
  value: Fields,
  checks: Record<string, Check>,
  problems: Problem[],
): T {
  const picked: Fields = {};
  for (const [name, [wanted, holds]] of Object.entries(checks)) {
    const field = Object.hasOwn(value, name) ? value[name] : undefined;
    if (field == null) continue;
    if (holds(field)) picked[name] = field;
    else problems.push(wrong(json, [...path, name], `“${name}” is to be ${wanted}.`));
  }
  return picked as T;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(json: JsonDocument, path: (string | number)[], message: string): Problem {
  return { code: 'bad-fact', severity: 'error', line: json.lineOf(path), message };
}
