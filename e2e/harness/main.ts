import { openNoteStore } from '../../src/data/noteStore.ts';
import { measure } from './measure.ts';
import { noteOf } from './noteOf.ts';

/** The store of notes in a page of its own, for tests that kill browsers and benches that count. */
const store = openNoteStore();
const harness = {
  store,
  noteOf,
  measure: (sizes: Parameters<typeof measure>[1]) => measure(store, sizes),
};
export type Harness = typeof harness;
Object.assign(window, { harness });
