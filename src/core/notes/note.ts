import type { TimeRange } from '../time.ts';

/** The words a note is about, with what stands around them: W3C Web Annotation §4.2.4, text quote selector. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a note points at: a time range (media fragment, seconds) and the words said in it. */
export interface Target extends TimeRange {
  readonly quote: Quote;
}

/** A visitor's note. Times of writing are ISO 8601 in UTC. */
export interface Note {
  readonly id: string;
  /** The episode's slug. */
  readonly episode: string;
  /** Plain Markdown, shown as it was typed. */
  readonly body: string;
  readonly target: Target;
  readonly created: string;
  readonly modified: string;
}

/** Notes in the order in which their passages are said. */
export function byPassage(a: Note, b: Note): number {
  return a.target.start - b.target.start || a.created.localeCompare(b.created);
}

/** The form in which a note is stored. The version stands in each, for each may be read by another build. */
interface NoteRecord extends Note {
  readonly version: 1;
}

export function encodeNote(note: Note): NoteRecord {
  return { version: 1, ...note };
}

/** A stored value → the note, or `undefined` where it is none that this build understands. */
export function decodeNote(value: unknown): Note | undefined {
  if (!isFields(value) || value['version'] !== 1 || !isFields(value['target'])) return undefined;
  const { id, episode, body, target, created, modified } = value;
  const { start, end, quote } = target as Record<string, unknown>;
  if (![id, episode, body, created, modified].every((field) => typeof field === 'string')) return undefined;
  if (!Number.isFinite(start) || !Number.isFinite(end) || !isFields(quote)) return undefined;
  const text = (field: unknown) => (typeof field === 'string' ? field : '');
  return {
    id: id as string,
    episode: episode as string,
    body: body as string,
    target: {
      start: start as number,
      end: end as number,
      quote: { exact: text(quote['exact']), prefix: text(quote['prefix']), suffix: text(quote['suffix']) },
    },
    created: created as string,
    modified: modified as string,
  };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
