import { brotliCompressSync } from 'node:zlib';
import { buildSearchIndex } from '../../../src/core/search/search.ts';
import type { Cue } from '../../../src/core/transcript/cue.ts';
import type { FigureTable } from '../report/figures.ts';
import { talkLike } from './filler.ts';
import { MAKERS } from './peers.ts';
import { printTable } from './table.ts';

/** What is typed, key by key: words, names, slips and phrases, said and not. */
const TYPED = [
  'kernel maintainer',
  'wiregaurd',
  'Hellwig',
  'how rust should integrate',
  'fosdem',
  'tail scale',
  'phoronix',
  'linux 6.13',
  'the state of things',
];

/** An hour of this talk has about this many cues. */
const CUES_PER_HOUR = 750;
/** Searching that takes longer is measured on fewer keys. */
const BUDGET = 4000;

/** Times per key press and of making the index, for hours of talk, beside the peers. */
export function measureSpeed(source: readonly Cue[], hours: readonly number[]): FigureTable[] {
  return hours.map((count) => {
    const cues = talkLike(source, count * CUES_PER_HOUR);
    const rows = MAKERS.filter(({ name }) => !name.includes('maybe')).map((maker) => {
      const begun = performance.now();
      const search = maker.make(cues, []);
      search('warm');
      const built = performance.now() - begun;
      const keys = TYPED.flatMap((text) => Array.from(text, (_, i) => text.slice(0, i + 1)));
      const best = new Map<string, number>();
      const stop = performance.now() + BUDGET;
      // Whole passes, so that nothing is remembered from the same key; the best of three, for other programs run too.
      // Every seventh key first, so that a slow peer that runs out of time is still measured on all kinds.
      for (let step = 0; step < 21; step += 1)
        for (let i = step % 7; i < keys.length && performance.now() < stop; i += 7) {
          const from = performance.now();
          search(keys[i]!);
          best.set(keys[i]!, Math.min(best.get(keys[i]!) ?? Infinity, performance.now() - from));
        }
      const times = [...best.values()];
      times.sort((a, b) => a - b);
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!;
      return { name: maker.name, values: [at(0.5), at(0.95), at(0.99)], built };
    });
    const ours = rows[0]!;
    printTable(
      `${count} h (${cues.length} cues): ms per key press, and making the index; ratios of p95 to ours`,
      ['', 'p50', 'p95', 'p99', 'p95 ratio', 'index ms', 'per hour'],
      rows.map(({ name, values, built }) => [
        name,
        ...values.map((value) => value.toFixed(2)),
        (values[1]! / ours.values[1]!).toFixed(1),
        built.toFixed(0),
        (built / count).toFixed(1),
      ]),
    );
    const figure = (what: string, of: (row: (typeof rows)[number]) => number) => ({
      what,
      ours: of(ours),
      peers: Object.fromEntries(rows.slice(1).map((row) => [row.name, of(row)])),
      unit: 'ms',
    });
    return {
      title: `Search speed: ${count === 1 ? 'one hour' : `${count} hours`} of talk`,
      told: `${cues.length} generated cues; from a key press to the results, best of up to three passes. The aim is a frame.`,
      drawn: true,
      figures: [
        figure('a key press, p50', ({ values }) => values[0]!),
        { ...figure('a key press, p95', ({ values }) => values[1]!), aim: { most: 16 } },
        figure('a key press, p99', ({ values }) => values[2]!),
        figure('making the index', ({ built }) => built),
      ],
    };
  });
}

/** What would be sent, had the index to be: its words and positions, beside the text that it is made of. */
export function measureSize(cues: readonly Cue[]): FigureTable {
  const { talk } = buildSearchIndex(cues);
  const kB = (data: string | Uint8Array) => brotliCompressSync(data).length / 1000;
  const hours = (cues.at(-1)!.end - cues[0]!.start) / 3600;
  const wide = talk.terms.length > 65535;
  const positions = wide ? talk.termAt : Uint16Array.from(talk.termAt);
  const index = kB(talk.terms.join('\n')) + kB(new Uint8Array(positions.buffer));
  printTable(
    'kB brotli per hour of the bundled talk; ours is made from the text in the page, so nothing is sent',
    ['', 'kB'],
    [
      ['the text', (kB(talk.text) / hours).toFixed(1)],
      ['the index, if it were sent', (index / hours).toFixed(1)],
    ],
  );
  return {
    title: 'Search: bytes per hour of the bundled talk',
    told: 'With brotli. The index is made from the text in the page, so nothing of it is sent.',
    figures: [
      { what: 'the text', ours: kB(talk.text) / hours, unit: 'kB' },
      { what: 'the index, if it were sent', ours: index / hours, unit: 'kB' },
    ],
  };
}
