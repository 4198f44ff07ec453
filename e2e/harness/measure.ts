import * as keyval from 'idb-keyval';
import { filterNotes } from '../../src/core/notes/filterNotes.ts';
import type { NoteStore } from '../../src/data/noteStore.ts';
import { noteOf } from './noteOf.ts';

export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly bare?: number;
  readonly unit: string;
}

/** What the store costs, beside bare idb-keyval in turns; runs in the page (see e2e/bench/notes.ts). */
export async function measure(
  store: NoteStore,
  { writes, many, rounds }: { writes: number; many: number; rounds: number },
): Promise<Figure[]> {
  const bare = keyval.createStore('hourline-bench', 'bare');
  const body = 'A note of a usual length, with *some* Markdown, a thought and a half. ';
  const quantile = (times: number[], share: number) =>
    [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  const median = (times: number[]) => quantile(times, 0.5);
  const time = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const must = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false; reason: string }>): Promise<T> => {
    const done = await outcome;
    if (!done.ok) throw new Error(done.reason);
    return done.value;
  };

  const ours = (i: number) => must(store.save(noteOf(`w${i}`, body + performance.now())));
  const theirs = (i: number) => keyval.set(`w${i}`, noteOf(`w${i}`, body + performance.now()), bare);
  const each = async (write: (i: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let i = 0; i < writes; i += 1) times.push(await time(() => write(i)));
    return times;
  };
  const abreast = (write: (i: number) => Promise<unknown>) =>
    time(() =>
      Promise.all(
        Array.from({ length: 10 }, async (_, lane) => {
          for (let i = lane; i < writes; i += 10) await write(i);
        }),
      ),
    );
  await each(ours); // the first writes open the databases
  await each(theirs);
  // In turns, so that both meet the same weather.
  const singles: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const tens: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    singles.ours.push(...(await each(ours)));
    singles.bare.push(...(await each(theirs)));
    tens.ours.push((writes * 1000) / (await abreast(ours)));
    tens.bare.push((writes * 1000) / (await abreast(theirs)));
  }
  const rate = (times: number[]) => (times.length * 1000) / times.reduce((sum, one) => sum + one, 0);

  const notes = Array.from({ length: many }, (_, i) => ({
    ...noteOf(`n${i}`, `${body} number ${i}`),
    target: { ...noteOf('', '').target, start: i, end: i + 1 },
  }));
  await must(store.restore(notes));
  await keyval.setMany(
    notes.map((note) => [note.id, note]),
    bare,
  );
  const opening: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  const filtering: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let loaded = notes;
    opening.ours.push(await time(async () => (loaded = [...(await must(store.load())).notes] as typeof notes)));
    opening.bare.push(await time(() => keyval.entries(bare)));
    const start = performance.now();
    filterNotes(loaded, { text: `number 77${round}`, tag: 'kernel' }, 'newest');
    filtering.push(performance.now() - start);
  }
  return [
    { what: 'writes per second, one by one', ours: rate(singles.ours), bare: rate(singles.bare), unit: '/s' },
    { what: 'writes per second, ten at a time', ours: median(tens.ours), bare: median(tens.bare), unit: '/s' },
    { what: 'save to disk, p50', ours: median(singles.ours), bare: median(singles.bare), unit: 'ms' },
    {
      what: 'save to disk, p95',
      ours: quantile(singles.ours, 0.95),
      bare: quantile(singles.bare, 0.95),
      unit: 'ms',
    },
    { what: `${many} notes: read from disk`, ours: median(opening.ours), bare: median(opening.bare), unit: 'ms' },
    { what: `${many} notes: filter and sort`, ours: median(filtering), unit: 'ms' },
  ];
}
