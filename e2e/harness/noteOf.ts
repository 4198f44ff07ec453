import type { Note } from '../../src/core/notes/note.ts';

/** A note of a usual size. */
export function noteOf(id: string, body: string, revision = 0): Note {
  const quote = { exact: 'some words that were said', prefix: 'and then ', suffix: ' and so on' };
  const now = new Date().toISOString();
  const target = { start: 1, end: 2, quote };
  return { id, episode: 'talk', body, tags: ['kernel'], target, created: now, modified: now, revision };
}
