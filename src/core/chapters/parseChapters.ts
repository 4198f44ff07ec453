import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import { parseTimedText } from '../transcript/parseTimedText.ts';
import { parseTimestamp } from '../transcript/timestamp.ts';

/** A chapter as published, in the names of Podcasting 2.0; seconds. */
export interface ChapterFact {
  readonly startTime: number;
  readonly endTime?: number;
  readonly title: string;
}

/**
 * Reads published chapters: Podcasting 2.0 `chapters.json` 1.2.0 (`startTime` in seconds, nulls mean absent,
 * `toc: false` is silent and left out), and Podlove's list (`start` as a clock time, `title`). Pictures and links of
 * chapters are not kept. Of text, each line is a chapter: `00:01:02.000 Title <https://…>`, as mp4chaps and Podlove write it,
 * and as people do under a video; of WebVTT, each cue is one.
 */
export function parseChapters(source: string): { readonly chapters: ChapterFact[]; readonly problems: Problem[] } {
  if (!/^\s*(?:[{"]|\[(?!\d+:))/.test(source))
    return /\d\s*-->\s*\d/.test(source) ? parseChapterCues(source) : parseChapterLines(source);
  const { json, problems } = parseJson(source);
  if (!json) return { chapters: [], problems };
  const list = listOf(json.value);
  if (!list) {
    problems.push({
      code: 'no-chapters',
      severity: 'error',
      line: json.lineOf([]),
      message: 'This JSON holds no list of chapters.',
    });
    return { chapters: [], problems };
  }
  const path = Array.isArray(json.value) ? [] : ['chapters'];
  return { chapters: list.flatMap((entry, i) => readChapter(entry, json, [...path, i], problems)), problems };
}

/** WebVTT has chapters too (W3C WebVTT §2.2.4): what a cue says is the title. */
function parseChapterCues(source: string): { readonly chapters: ChapterFact[]; readonly problems: Problem[] } {
  const { cues, problems } = parseTimedText(source);
  const chapters = cues.map(({ start, end, text }) => ({
    startTime: start,
    endTime: end,
    title: text.replaceAll('\n', ' '),
  }));
  return { chapters: chapters.filter(({ title }) => title !== ''), problems };
}

const TIME = String.raw`\d+(?::\d{1,2}){1,2}(?:[.,]\d+)?`;
const UNTIL = String.raw`\s*[-–—]\s*(${TIME})`;
/** A line's time with what stands before it, an end behind it, or where it leads as a link: `- [0:00 – 2:30](https://…)`. */
const FRONT = new RegExp(
  String.raw`^(?:(?:[-–—*•·▶►→]\uFE0F?|\d{1,3}[.)])\s*)?[([]?(${TIME})(?:${UNTIL})?(?:[)\]](?:\(https?:[^\s()]*\))?|(?=\s|[-–—|•·→>]|:(?!\d)))`,
);
/** A time that a line ends in: `Intro – 0:00`, `Intro (0:00 – 2:30)`. */
const BACK = new RegExp(String.raw`[\s([](${TIME})(?:${UNTIL})?[)\]]?$`);
/** What parts a time from its title. */
const SEPARATOR = /^\s*(?:[-–—:|•·→>]+(?=\s)|[–—])/;
const BULLET_OR_END = /^[-*•]\s+|\s*[-–—:|•·→>]+\s*$/g;
/** Characters; a longer line is no chapter. */
const LONGEST = 500;
/** Lines that are no chapter and are told one by one; of more, only their number is. */
const MOST_TOLD = 20;

function parseChapterLines(source: string): { readonly chapters: ChapterFact[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (code: string, line: number, message: string) =>
    problems.push({ code, severity: 'error', line, message });
  const lines = source.split(/\r\n|\n|\r/).map((line) => line.trim());
  const inFront = lines.map(readTimeFirst);
  // What ends in a time may be any sentence: “Recorded at 10:30”. A list of chapters has them throughout.
  const behind = inFront.some(Boolean) ? [] : lines.map(readTimeLast);
  const list = behind.filter(Boolean).length >= 2 ? behind : inFront;
  let others = 0;
  const chapters = lines.flatMap((line, i): ChapterFact[] => {
    const chapter = list[i];
    if (chapter || line === '') return chapter ? [chapter] : [];
    if ((others += 1) <= MOST_TOLD)
      tell('bad-chapter', i + 1, `“${line.slice(0, 60)}” is no chapter, which is a time and a title; it is left out.`);
    return [];
  });
  if (chapters.length === 0) {
    const message = 'This holds no chapters: it is neither JSON nor lines of a time and a title.';
    return { chapters, problems: [{ code: 'no-chapters', severity: 'error', line: 1, message }] };
  }
  if (others > MOST_TOLD)
    tell('bad-chapter', 0, `${others - MOST_TOLD} more lines are no chapters; they are left out.`);
  return { chapters, problems };
}

function readTimeFirst(line: string): ChapterFact | undefined {
  const words = wordsOf(line);
  const [front = '', time = '', until = ''] = FRONT.exec(words) ?? [];
  const startTime = parseTimestamp(time);
  // `45:10 - 3:10 to Yuma` is called so.
  const isRange = startTime !== undefined && (parseTimestamp(until) ?? 0) > startTime;
  const head = until === '' || isRange ? front : front.slice(0, front.indexOf(time) + time.length);
  return chapterOf(startTime, words.slice(head.length).replace(SEPARATOR, ''));
}

function readTimeLast(line: string): ChapterFact | undefined {
  const words = wordsOf(line);
  const back = BACK.exec(words);
  return back ? chapterOf(parseTimestamp(back[1]!), words.slice(0, back.index).replace(BULLET_OR_END, '')) : undefined;
}

/** A line without the address behind it; none where it is too long for one. */
const wordsOf = (line: string) => (line.length > LONGEST ? '' : line.replace(/<[^<>]*>$/, '').trim());

function chapterOf(startTime: number | undefined, written: string): ChapterFact | undefined {
  const title = written.trim();
  return startTime === undefined || title === '' || title.startsWith('<') ? undefined : { startTime, title };
}

/**
 * The chapters that a text lists beside much else, as show notes do: three lines and more that begin with a time, or end
 * in one, each later than the one above it.
 */
export function chaptersIn(text: string): ChapterFact[] {
  const { chapters } = parseChapterLines(text);
  const areInOrder = chapters.every(({ startTime }, i) => i === 0 || startTime > chapters[i - 1]!.startTime);
  return areInOrder && chapters.length > 2 ? chapters : [];
}

/** One entry of a list of chapters; none where it is silent, or where a fault was told. */
export function readChapter(
  entry: unknown,
  json: JsonDocument,
  path: (string | number)[],
  problems: Problem[],
): ChapterFact[] {
  const fields = isFields(entry) ? entry : {};
  if (fields['toc'] === false) return [];
  const start = secondsOf(fields['startTime'] ?? fields['start']);
  const title = fields['title'];
  if (start === undefined || typeof title !== 'string' || title.trim() === '') {
    problems.push({
      code: 'bad-chapter',
      severity: 'error',
      line: json.lineOf(path),
      message: 'A chapter needs a “startTime” in seconds and a “title”; this one is left out.',
    });
    return [];
  }
  const end = secondsOf(fields['endTime'] ?? fields['end']);
  return [{ startTime: start, ...(end === undefined ? {} : { endTime: end }), title: title.trim() }];
}

function listOf(value: unknown): readonly unknown[] | undefined {
  const list = Array.isArray(value) ? value : isFields(value) ? value['chapters'] : undefined;
  return Array.isArray(list) ? (list as unknown[]) : undefined;
}

function secondsOf(value: unknown): number | undefined {
  const seconds = typeof value === 'string' ? parseTimestamp(value.trim()) : value;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
