import { sameContent, type Note } from './note.ts';
import type { Stored } from './noteRecord.ts';

/** What writing a note over what is stored comes to. */
export type Decision =
  /** It is written, as this revision. */
  | { readonly is: 'write'; readonly revision: number }
  /** It is there already, word for word. */
  | { readonly is: 'there'; readonly note: Note }
  /** It was deleted behind this writing. */
  | { readonly is: 'gone' }
  /** Someone else changed it unseen: what is stored stays, what is new becomes a copy beside it. */
  | { readonly is: 'conflict' };

/**
 * Whether `note`, which was read at its revision and is written by the window `by`, may replace what is stored. A window's
 * own hand is never a conflict: what it wrote before is older than what it writes now, even where it never heard that
 * the first write arrived. What a page left behind (`rescued`) may turn up late, though, when its window had long gone on.
 */
export function decideSave(stored: Stored | undefined, note: Note, by: string, rescued = false): Decision {
  if (!stored) return { is: 'write', revision: note.revision + 1 };
  if (stored.is === 'unknown') return { is: 'conflict' };
  const revision = revisionOf(stored);
  if (stored.is === 'note' && sameContent(stored.note, note)) return { is: 'there', note: stored.note };
  if (rescued && stored.by === by) {
    if (stored.is === 'stone' && stored.deleted >= note.modified) return { is: 'gone' };
    if (stored.is === 'note' && stored.note.modified > note.modified) return { is: 'there', note: stored.note };
  }
  return revision === note.revision || stored.by === by ? { is: 'write', revision: revision + 1 } : { is: 'conflict' };
}

/** Whether `note` may be deleted: it is what is stored, or this window wrote what is stored. */
export function mayRemove(stored: Stored, note: Note, by: string): boolean {
  return (
    stored.is === 'note' &&
    (stored.note.revision === note.revision || stored.by === by || sameContent(stored.note, note))
  );
}

/** Whether a deletion that a page left behind as it went may be done: neither another window nor, later, its own did more. */
export function mayRemoveLate(stored: Stored | undefined, stone: Stored & { readonly is: 'stone' }): boolean {
  return (
    stored?.is === 'note' &&
    stored.note.modified <= stone.deleted &&
    (stored.note.revision === stone.revision || stored.by === stone.by)
  );
}

/** The last revision that the disk knows; 0 where no one can tell. */
export function revisionOf(stored: Stored): number {
  return stored.is === 'note' ? stored.note.revision : stored.is === 'stone' ? stored.revision : 0;
}
