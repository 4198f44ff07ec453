import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Note } from '../core/notes/note.ts';
import type { NoteStore, Saved } from '../data/noteStore.ts';
import type { Outcome } from '../data/outcome.ts';
import { Notebook } from './notebook.svelte.ts';

/** What the page that holds the notebook hears. */
let page: EventTarget;

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const target = { start: 5, end: 6, quote: { exact: 'the DMA patch', prefix: '', suffix: '' } };
const full: Outcome<never> = { ok: false, reason: 'The disk is full.' };
const arrived = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** A notebook over a store whose answers the test gives, in its own time. */
function open() {
  const saving: { note: Note; answer: (outcome: Outcome<Saved>) => void }[] = [];
  const removing: { note: Note; deleted: string; answer: (outcome: Outcome<Note | undefined>) => void }[] = [];
  const left: [id: string, deleted: string][] = [];
  const onDisk = new Map<string, Note>();
  let tell: Parameters<NoteStore['listen']>[0] = () => undefined;
  const store = {
    load: async () => arrived({ notes: [...onDisk.values()], pending: [], unknown: 0, evicted: false, putBack: 0 }),
    read: async (ids: readonly string[]) => arrived(new Map(ids.map((id) => [id, onDisk.get(id)]))),
    save: (note: Note) => new Promise((answer) => saving.push({ note, answer })),
    remove: (note: Note, deleted: string) => new Promise((answer) => removing.push({ note, deleted, answer })),
    saveNow: () => undefined,
    removeNow: ({ id }: Note, deleted: string) => left.push([id, deleted]),
    listen: (heard: typeof tell) => (tell = heard),
  };
  const notebook = new Notebook(store as unknown as NoteStore);
  return {
    notebook,
    saving,
    removing,
    left,
    onDisk,
    hear: (ids: string[]) => tell({ ids } as Parameters<typeof tell>[0]),
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('a note that is deleted while it is written is deleted as of then, though the write fails', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { notebook, saving, removing } = open();
  const { id } = notebook.create('talk', target, { body: 'mine' });
  const asked = new Date().toISOString();
  notebook.remove(id);
  expect(removing).toEqual([]);
  vi.advanceTimersByTime(5000);
  saving[0]!.answer(full);
  await turn();
  expect(removing.map(({ note, deleted }) => [note.id, deleted])).toEqual([[id, asked]]);
  removing[0]!.answer(arrived(undefined));
  await turn();
  expect(notebook.notes).toEqual([]);
  expect(notebook.trouble).toBeUndefined();
});

test('a note that is brought back while its deletion waits shows what other windows make of it', async () => {
  const { notebook, saving, removing, onDisk, hear } = open();
  const note = notebook.create('talk', target, { body: 'mine' });
  notebook.remove(note.id); // waits for the write
  notebook.undo();
  saving[0]!.answer(arrived({ note: { ...note, revision: 1 }, isCopy: false }));
  await turn();
  saving[1]!.answer(arrived({ note: { ...saving[1]!.note, revision: 2 }, isCopy: false }));
  await turn();
  expect(removing).toEqual([]);
  onDisk.set(note.id, { ...saving[1]!.note, body: 'ours', revision: 3 });
  hear([note.id]);
  await turn();
  expect(notebook.notes.map(({ body }) => body)).toEqual(['ours']);
});

test('a note that the disk does not delete is there still, and the page says why', async () => {
  const { notebook, saving, removing } = open();
  const note = notebook.create('talk', target, { body: 'mine' });
  saving[0]!.answer(arrived({ note: { ...note, revision: 1 }, isCopy: false }));
  await turn();
  notebook.remove(note.id);
  removing[0]!.answer(full);
  await turn();
  expect(notebook.notes.map(({ id }) => id)).toEqual([note.id]);
  expect(notebook.deleted).toBeUndefined();
  expect(notebook.trouble).toBe('The disk is full.');
});

test('a page that is left leaves its deletions behind, dated when they were asked for; not those that were taken back', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { notebook, saving, left } = open();
  const notes = ['one', 'two'].map((body) => notebook.create('talk', target, { body }));
  saving.forEach(({ note, answer }) => answer(arrived({ note: { ...note, revision: 1 }, isCopy: false })));
  await turn();
  const asked = new Date().toISOString();
  notes.forEach(({ id }) => notebook.remove(id));
  vi.advanceTimersByTime(5000);
  notebook.undo();
  page.dispatchEvent(new Event('pagehide'));
  expect(left).toEqual([[notes[0]!.id, asked]]);
});
