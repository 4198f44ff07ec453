import { fieldsOf } from '../fields.ts';
import { crc32 } from './crc32.ts';
import { sameContent, type Note } from './note.ts';
import { decodeNote, encodeNote } from './noteRecord.ts';

/** A stored value under its key; every part is what JSON can hold. */
export type Entry = readonly [key: string, value: unknown];

/** What is kept beside the notes: opened files, corrections of segments, how the visitor listened, and small choices. */
export const PARTS = ['shelf', 'outlines', 'listening', 'preferences'] as const;
export type Part = (typeof PARTS)[number];

/** By key, as the store of each part writes it. */
export type Rest = Readonly<Record<Part, readonly Entry[]>>;

/** Everything that is kept in this browser, as one file carries it. */
export interface Backup {
  /** ISO 8601. */
  readonly made: string;
  readonly notes: readonly Note[];
  readonly rest: Rest;
}

const FORMAT = 'hourline-backup';
const VERSION = 1;

/** One file of everything: JSON with a version and a checksum. Lone surrogates pass, for JSON escapes them. */
export function formatBackup({ made, notes, rest }: Backup): string {
  const kept = JSON.stringify({ notes: notes.map((note) => encodeNote(note, '')), ...rest });
  // The checksum is of the text as it stands, so the parts are put together by hand.
  const head = JSON.stringify({ format: FORMAT, version: VERSION, made, checksum: crc32(kept) });
  return `${head.slice(0, -1)},\n"kept":${kept}}\n`;
}

/** A backup, or why a file is none, in words for the visitor. */
export type ParsedBackup = { readonly backup: Backup } | { readonly refused: string };

/** Reads a file that `formatBackup` wrote, whole or not at all. */
export function parseBackup(text: string): ParsedBackup {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'This file is damaged, cut short, or no backup of Hourline’s: it is not JSON.' };
  }
  const file = fieldsOf(value);
  if (file['format'] !== FORMAT) return { refused: 'This file is no backup of Hourline’s.' };
  if (file['version'] !== VERSION)
    return { refused: 'This backup was written by a newer Hourline: reload the page, then try again.' };
  if (crc32(JSON.stringify(file['kept']) ?? '') !== file['checksum'])
    return { refused: 'This backup is damaged: its checksum does not fit. Nothing was changed.' };
  const kept = fieldsOf(file['kept']);
  const notes = listOf(kept['notes']).map(decodeNote);
  // A part that is not there was not kept yet when the backup was made.
  const rest = partsFrom((part) => listOf(kept[part]) as Entry[]);
  if (notes.some((note) => !note) || !Object.values(rest).flat().every(isEntry) || typeof file['made'] !== 'string')
    return { refused: 'This backup holds something that this Hourline does not know. Nothing was changed.' };
  return { backup: { made: file['made'], notes: notes as Note[], rest } };
}

/** Something of each part. */
export const partsFrom = <T>(of: (part: Part) => T): Readonly<Record<Part, T>> =>
  Object.fromEntries(PARTS.map((part) => [part, of(part)])) as Record<Part, T>;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isEntry = (value: unknown) => Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';

/** What restoring would meet. */
export interface BackupPreview {
  readonly fresh: readonly Note[];
  readonly same: readonly Note[];
  /** Those that say something else here. */
  readonly conflicting: readonly { readonly here: Note; readonly backup: Note }[];
}

/** Holds the notes of a backup against those that are here. */
export function previewBackup(here: readonly Note[], backup: readonly Note[]): BackupPreview {
  const known = new Map(here.map((note) => [note.id, note]));
  const fresh: Note[] = [];
  const same: Note[] = [];
  const conflicting: { here: Note; backup: Note }[] = [];
  for (const note of backup) {
    const other = known.get(note.id);
    if (!other) fresh.push(note);
    else if (sameContent(other, note)) same.push(note);
    else conflicting.push({ here: other, backup: note });
  }
  return { fresh, same, conflicting };
}

/** What is to be done where a note says something else here than in the backup. */
export type OnConflict = 'keep-both' | 'keep-here' | 'take-backup';

/** The notes that restoring writes. `copyId` names a copy that is put beside the note that is here. */
export function notesToRestore(preview: BackupPreview, how: OnConflict, copyId: (note: Note) => string): Note[] {
  const conflicting = preview.conflicting.map(({ here, backup }): Note => ({
    ...backup,
    ...(how === 'keep-both' ? { id: copyId(backup), revision: 0, copyOf: here.id } : { revision: here.revision }),
  }));
  return [...preview.fresh, ...(how === 'keep-here' ? [] : conflicting)];
}
