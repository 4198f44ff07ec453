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

/** The colours of highlights; each has a token in the style sheet and a name for those who don't see it. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type Colour = (typeof COLOURS)[number];

/** A visitor's note: a W3C Web Annotation in all but its spelling. Times of writing are ISO 8601 in UTC. */
export interface Note {
  readonly id: string;
  /** The episode's slug. */
  readonly episode: string;
  /** Plain Markdown; empty where the passage is only highlighted or tagged. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour?: Colour;
  readonly target: Target;
  readonly created: string;
  readonly modified: string;
  /** How often it has been written to disk: whoever writes tells which revision it saw, so that nothing is overwritten unseen. */
  readonly revision: number;
  /** Of a conflict copy: the note that another window changed in the meantime. */
  readonly copyOf?: string;
}

/** What the visitor sets in a note; the rest follows. */
export type NoteChange = Partial<Pick<Note, 'body' | 'tags'>> & { readonly colour?: Colour | undefined };

/** The note with a change made at `now` (ISO 8601); the same object where nothing differs. */
export function changeNote(note: Note, change: NoteChange, now: string): Note {
  const { colour, ...rest } = note;
  const next = 'colour' in change ? change.colour : colour;
  const { body = note.body, tags = note.tags } = change;
  const changed: Note = { ...rest, body, tags, ...(next ? { colour: next } : {}) };
  return sameContent(note, changed) ? note : { ...changed, modified: now };
}

/** Whether two notes say the same of the same passage, whenever and however often they were written. */
export function sameContent(a: Note, b: Note): boolean {
  return (
    a.body === b.body &&
    a.colour === b.colour &&
    a.episode === b.episode &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, i) => tag === b.tags[i]) &&
    a.copyOf === b.copyOf &&
    samePassage(a.target, b.target) &&
    a.target.quote.prefix === b.target.quote.prefix &&
    a.target.quote.suffix === b.target.quote.suffix
  );
}

/** Whether two targets are the same words at the same time. */
export function samePassage(a: Target, b: Target): boolean {
  return a.start === b.start && a.end === b.end && a.quote.exact === b.quote.exact;
}

/** Whether there is anything in it to keep: words, a tag or a colour. */
export function isKeepable({ body, tags, colour }: Note): boolean {
  return body.trim() !== '' || tags.length > 0 || colour !== undefined;
}

/** Notes in the order in which their passages are said. */
export function byPassage(a: Note, b: Note): number {
  return a.target.start - b.target.start || compare(a.created, b.created);
}

/** Notes with the one that was changed last in front. */
export function byNewest(a: Note, b: Note): number {
  return compare(b.modified, a.modified) || byPassage(a, b);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
