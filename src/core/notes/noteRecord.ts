import { COLOURS, type Colour, type Note, type Target } from './note.ts';

/**
 * The form in which a note is stored. The version stands in each record, for each may be read by another build:
 *
 * 1. id, episode, body, target, created, modified.
 * 2. adds tags, colour, revision, by and copyOf; a deleted note leaves a stone with its last revision.
 */
const RECORD_VERSION = 2;

/** What a record says, whichever version wrote it. */
export type Stored =
  | { readonly is: 'note'; readonly note: Note; readonly by: string }
  | {
      readonly is: 'stone';
      readonly id: string;
      readonly revision: number;
      readonly by: string;
      readonly deleted: string;
    }
  /** None that this build understands: left alone, and counted. */
  | { readonly is: 'unknown' };

/** `by` names the window that writes: what it finds of its own hand is no conflict. */
export function encodeNote(note: Note, by: string): object {
  return { version: RECORD_VERSION, ...note, by };
}

/** What stays of a deleted note, so that a window that still shows it learns of it. */
export function encodeStone(id: string, revision: number, by: string, deleted: string): object {
  return { version: RECORD_VERSION, id, revision, by, deleted };
}

/** A stored value of any version → what it says. */
export function decodeRecord(value: unknown): Stored {
  if (!isFields(value)) return UNKNOWN;
  if (value['version'] === 1) return decodeFirst(value);
  return value['version'] === RECORD_VERSION ? decodeSecond(value) : UNKNOWN;
}

/** A stored value → the note, or `undefined` where it is none that this build understands. */
export function decodeNote(value: unknown): Note | undefined {
  const stored = decodeRecord(value);
  return stored.is === 'note' ? stored.note : undefined;
}

const UNKNOWN: Stored = { is: 'unknown' };

type Fields = Readonly<Record<string, unknown>>;

function decodeFirst(value: Fields): Stored {
  const core = decodeCore(value);
  return core ? { is: 'note', note: { ...core, tags: [], revision: 0 }, by: '' } : UNKNOWN;
}

function decodeSecond(value: Fields): Stored {
  const { id, revision, deleted, tags, colour, copyOf } = value;
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) return UNKNOWN;
  const by = text(value['by']);
  if (typeof deleted === 'string') return typeof id === 'string' ? { is: 'stone', id, revision, by, deleted } : UNKNOWN;
  const core = decodeCore(value);
  if (!core || !Array.isArray(tags) || !tags.every((tag) => typeof tag === 'string')) return UNKNOWN;
  const known = COLOURS.find((name): name is Colour => name === colour);
  // A colour of a later build would be lost by writing the note back.
  if (colour !== undefined && !known) return UNKNOWN;
  return {
    is: 'note',
    note: {
      ...core,
      tags,
      revision,
      ...(known ? { colour: known } : {}),
      ...(typeof copyOf === 'string' ? { copyOf } : {}),
    },
    by,
  };
}

type Core = Pick<Note, 'id' | 'episode' | 'body' | 'target' | 'created' | 'modified'>;

function decodeCore({ id, episode, body, target, created, modified }: Fields): Core | undefined {
  if (typeof id !== 'string' || typeof episode !== 'string' || typeof body !== 'string') return undefined;
  if (typeof created !== 'string' || typeof modified !== 'string') return undefined;
  const decoded = decodeTarget(target);
  return decoded && { id, episode, body, target: decoded, created, modified };
}

function decodeTarget(target: unknown): Target | undefined {
  if (!isFields(target)) return undefined;
  const { start, end, quote } = target;
  if (typeof start !== 'number' || typeof end !== 'number' || !isFields(quote)) return undefined;
  if (!Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  return {
    start,
    end,
    quote: { exact: text(quote['exact']), prefix: text(quote['prefix']), suffix: text(quote['suffix']) },
  };
}

const text = (field: unknown) => (typeof field === 'string' ? field : '');

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
