import { openNoteStore } from '../../src/data/noteStore.ts';
import { Notebook } from '../../src/state/notebook.svelte.ts';
import { measure } from './measure.ts';
import { noteOf } from './noteOf.ts';
import { play } from './play.ts';

/** The store of notes in a page of its own, for tests that kill browsers, windows that meet, and benches that count. */
const store = openNoteStore();
const harness = {
  store,
  noteOf,
  measure: (sizes: Parameters<typeof measure>[1]) => measure(store, sizes),
  /** What a window holds of the notes, without the window. */
  openNotebook: () => new Notebook(openNoteStore()),
  play,
};
export type Harness = typeof harness;
Object.assign(window, { harness });
