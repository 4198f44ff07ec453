import * as keyval from 'idb-keyval';
import { filterNotes } from '../../src/core/notes/filterNotes.ts';
import type { Note } from '../../src/core/notes/note.ts';
import { openNoteStore } from '../../src/data/noteStore.ts';

/** The store of notes in a page of its own, for tests that kill browsers and benches that count. */
const harness = { store: openNoteStore(), keyval, filterNotes, noteOf };
export type Harness = typeof harness;
Object.assign(window, { harness });

function noteOf(id: string, body: string, revision = 0): Note {
  const quote = { exact: 'some words that were said', prefix: 'and then ', suffix: ' and so on' };
  const now = new Date().toISOString();
  const target = { start: 1, end: 2, quote };
  return { id, episode: 'talk', body, tags: ['kernel'], target, created: now, modified: now, revision };
}
