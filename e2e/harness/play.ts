import type { Notebook } from '../../src/state/notebook.svelte.ts';

/** What one window did: the text that it wrote, and the text that it saw and replaced or deleted. */
export interface Deed {
  readonly wrote?: string;
  readonly over?: string;
}

const EPISODE = 'talk';
/** Few notes, so that two windows meet on them. */
const FEW = 4;

/**
 * Plays a visitor in a hurry: creates, edits, edits once more and deletes notes, at moments of its own. Each text is
 * written once. `seed` decides what is done; when it meets what the other window does is up to the machine.
 */
export async function play(notebook: Notebook, name: string, seed: number, count: number): Promise<Deed[]> {
  const random = mulberry32(seed);
  const deeds: Deed[] = [];
  for (let i = 0; i < count; i += 1) {
    const text = `${name} ${i}`;
    const few = [...notebook.notes].sort((a, b) => (a.created < b.created ? -1 : 1)).slice(0, FEW);
    const note = few[Math.floor(random() * FEW)];
    const way = random();
    if (!note || way < 0.15) {
      notebook.create(EPISODE, { start: i, end: i + 1, quote: { exact: '', prefix: '', suffix: '' } }, { body: text });
      deeds.push({ wrote: text });
    } else if (way < 0.85) {
      deeds.push({ wrote: text, over: note.body });
      notebook.edit(note.id, { body: text });
      if (way < 0.5) notebook.finish(note.id);
    } else {
      deeds.push({ over: note.body });
      notebook.remove(note.id);
    }
    // From none to longer than the pause after which what is typed is written.
    const pause = random() < 0.3 ? 0 : random() * random() * 300;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return deeds;
}

/** Numbers from 0 to 1 that a seed decides (Tommy Ettinger's Mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
