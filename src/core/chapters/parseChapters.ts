import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
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
 * and as people do under a video.
 */
export function parseChapters(source: string): { readonly chapters: ChapterFact[]; readonly problems: Problem[] } {
  if (!/^\s*(?:[{"]|\[(?!\d+:))/.test(source)) return parseChapterLines(source);
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

/** A time and a title, as an item or not: `0:00 Intro`, `- 00:00:00.000 Intro <https://…>`, `(0:00) Intro`, `0:00 – Intro`. */
const LINE = /^(?:[-*•]\s+)?[([]?(\d+:[\d:.]+)(?:[)\]]\s*|\s+)(?:[-–—:|]\s+)?([^<\s].*?)(?:\s*<[^<>]*>)?$/;

function parseChapterLines(source: string): { readonly chapters: ChapterFact[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const chapters = source.split(/\r\n|\n|\r/).flatMap((written, i): ChapterFact[] => {
    const line = written.trim();
    if (line === '') return [];
    const [, time = '', title = ''] = LINE.exec(line) ?? [];
    const startTime = parseTimestamp(time);
    if (startTime !== undefined) return [{ startTime, title }];
    const message = `“${line.slice(0, 60)}” is no chapter, which is a time and a title; it is left out.`;
    problems.push({ code: 'bad-chapter', severity: 'error', line: i + 1, message });
    return [];
  });
  return { chapters, problems };
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
