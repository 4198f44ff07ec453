import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import { parseMoment } from '../time.ts';
import { SEGMENT_KINDS, type Section, type Segment, type SegmentKind } from './segment.ts';

/** The file's own form of a segment: `start` in seconds or as `"2:24.7"`; it ends where the next one starts. */
interface Entry {
  readonly start: number;
  readonly title: string;
  readonly kind: SegmentKind | undefined;
  readonly path: Path;
  readonly value: Fields;
}

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

const SECTION_FIELDS = ['start', 'kind', 'title', 'parts'];
const PART_FIELDS = ['start', 'title'];

/**
 * Reads a hand-made `segments.json`, `{ "sections": [{ start, kind, title, parts: [{ start, title }] }] }`. The last
 * section ends at `end`, in seconds: where the transcript ends. What is at fault is left out and told with its line;
 * a kind that is missing is `topic`.
 */
export function parseSegments(
  source: string,
  end: number,
): { readonly sections: readonly Section[]; readonly problems: readonly Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { sections: [], problems };
  const list = isObject(json.value) ? json.value['sections'] : undefined;
  if (!Array.isArray(list)) {
    problems.push(fault(json, ['sections'], 'bad-segments', 'Segments are an object with a list of “sections”.'));
    return { sections: [], problems };
  }
  tellUnknown(json, [], json.value as Fields, ['sections'], problems);
  const entries = readEntries(json, ['sections'], list, SECTION_FIELDS, 0, end, problems);
  if (entries.length === 0) {
    problems.push(fault(json, ['sections'], 'no-segments', 'There is no section in this file.'));
  }
  const sections = tile(entries, end, 's', 'topic').map((section, i): Section => {
    const { path, value } = entries[i]!;
    return { ...section, parts: partsOf(json, path, value['parts'], section, problems) };
  });
  return { sections, problems };
}

function partsOf(json: JsonDocument, path: Path, list: unknown, section: Segment, problems: Problem[]): Segment[] {
  if (list == null) return [];
  const at = [...path, 'parts'];
  if (!Array.isArray(list)) {
    problems.push(fault(json, at, 'bad-segment', '“parts” is a list, [ … ].'));
    return [];
  }
  const entries = readEntries(json, at, list, PART_FIELDS, section.start, section.end, problems);
  const [first, ...rest] = entries;
  if (first && first.start > section.start) {
    problems.push({
      ...fault(json, first.path, 'part-gap', 'The first part starts with its section; it was moved to there.'),
      severity: 'warning',
    });
  }
  const parts = first ? [{ ...first, start: section.start }, ...rest] : [];
  return tile(parts, section.end, `${section.id}.`, section.kind);
}

/** The entries of a list that are whole, in order and between `from` and `to` seconds. */
function readEntries(
  json: JsonDocument,
  path: Path,
  list: readonly unknown[],
  known: readonly string[],
  from: number,
  to: number,
  problems: Problem[],
): Entry[] {
  const entries: Entry[] = [];
  list.forEach((value, i) => {
    const at = [...path, i];
    const start = isObject(value) ? momentOf(value['start']) : undefined;
    const title = isObject(value) && typeof value['title'] === 'string' ? value['title'].trim() : '';
    if (!isObject(value) || start === undefined || title === '') {
      problems.push(
        fault(json, at, 'bad-segment', 'A segment needs a “start”, as in 144.7 or "2:24.7", and a “title”.'),
      );
      return;
    }
    tellUnknown(json, at, value, known, problems);
    if (start < from || start >= to) {
      problems.push(fault(json, at, 'segment-outside', 'This segment starts outside of what it is a part of.'));
    } else if (start <= (entries.at(-1)?.start ?? -1)) {
      problems.push(fault(json, at, 'segment-order', 'This segment starts no later than the one above it.'));
    } else entries.push({ start, title, kind: kindOf(json, at, value, problems), path: at, value });
  });
  return entries;
}

function kindOf(json: JsonDocument, path: Path, { kind }: Fields, problems: Problem[]): SegmentKind | undefined {
  if (kind == null) return undefined;
  const known = SEGMENT_KINDS.find((name) => name === kind);
  if (!known) {
    problems.push(fault(json, [...path, 'kind'], 'bad-kind', `“kind” is to be one of ${SEGMENT_KINDS.join(', ')}.`));
  }
  return known;
}

/** Entries → segments that end where the next one starts. */
function tile(entries: readonly Entry[], end: number, prefix: string, fallback: SegmentKind): Segment[] {
  return entries.map(({ start, title, kind = fallback }, i) => ({
    id: `${prefix}${i + 1}`,
    start,
    end: entries[i + 1]?.start ?? end,
    kind,
    title,
    confidence: 1,
    origin: 'edited',
  }));
}

function tellUnknown(json: JsonDocument, path: Path, value: Fields, known: readonly string[], problems: Problem[]) {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    problems.push({
      ...fault(json, [...path, name], 'unknown-field', `“${name}” means nothing here; ${known.join(', ')} do.`),
      severity: 'warning',
    });
  }
}

function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  return typeof value === 'string' ? parseMoment(value) : undefined;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(json: JsonDocument, path: Path, code: string, message: string): Problem {
  return { code, severity: 'error', line: json.lineOf([...path]), message };
}
