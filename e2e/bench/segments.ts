import { buildUnits } from '../../src/core/segments/buildUnits.ts';
import { countWords } from '../../src/core/segments/countWords.ts';
import { buildSegmenter } from '../../src/core/segments/detectSegments.ts';
import { measureSpread } from '../../src/core/segments/keyphrases.ts';
import type { Section } from '../../src/core/segments/segment.ts';
import { readTalk, unitAt } from '../../src/core/segments/talk.ts';
import type { Figure, FigureTable } from './report/figures.ts';
import { c99, equalSplits, randomSplits, textTiling } from './segmentation/baselines.ts';
import { corpusTalks, ownTalks, withoutSpeakers, type LabelledTalk } from './segmentation/labelledTalks.ts';
import { f1, pk, windowDiff } from './segmentation/metrics.ts';
import { headingStems, TITLERS } from './segmentation/titles.ts';

/** Seconds per boundary for those baselines that have no guess of their own. */
const GUESS = 200;

/** How well segments are found and named, beside other methods, and what it costs. */
export function run(): Promise<readonly FigureTable[]> {
  const corpus = corpusTalks();
  const tables = report('Own labels: two invented shows and the bundled episode', ownTalks());
  if (corpus) {
    const dev = corpus.filter((_, i) => i % 2 === 0);
    const test = corpus.filter((_, i) => i % 2 === 1);
    tables.push(
      ...report('Corpus, dev half (weights were fitted here)', dev),
      ...report('Corpus, test half', test),
      ...report('Corpus, test half, without speaker names', test.map(withoutSpeakers)),
      ...report('Corpus, all', corpus),
    );
  } else {
    console.log(`\n${NO_CORPUS}`);
  }
  tables.push(reportTitles('own labels', ownTalks()));
  if (corpus) {
    const half = (rest: number) => corpus.filter((_, i) => i % 2 === rest);
    tables.push(reportTitles('corpus, dev half', half(0)), reportTitles('corpus, test half', half(1)));
  }
  tables.push(reportCost(corpus ?? ownTalks()));
  if (!corpus) tables[0] = { ...tables[0]!, told: `${tables[0]!.told} ${NO_CORPUS}` };
  return Promise.resolve(tables);
}

const NO_CORPUS =
  'No labelled corpus was named (HOURLINE_CORPUS): only the labels that the project carries were measured.';

interface Row {
  readonly method: string;
  readonly find: (talk: LabelledTalk, prepared: Prepared) => number[];
}
type Prepared = Pick<ReturnType<typeof readTalk>, 'units' | 'words'>;

const guess = ({ start, end }: LabelledTalk) => Math.max(1, Math.round((end - start) / GUESS) - 1);
const UNKNOWN: readonly Row[] = [
  { method: 'Hourline', find: ({ source }) => boundariesOf(buildSegmenter(source)()) },
  { method: 'TextTiling', find: (_, { units, words }) => textTiling(units, words) },
  { method: 'C99', find: (_, { units, words }) => c99(units, words) },
  { method: `equal, ${GUESS} s`, find: (talk) => equalSplits(talk.start, talk.end, guess(talk)) },
  { method: `random, ${GUESS} s`, find: (talk, { units }) => randomSplits(units, guess(talk), 1) },
  { method: 'none', find: () => [] },
];
const KNOWN: readonly Row[] = [
  { method: 'Hourline', find: knownCount },
  { method: 'TextTiling', find: ({ boundaries }, { units, words }) => textTiling(units, words, boundaries.length) },
  { method: 'C99', find: ({ boundaries }, { units, words }) => c99(units, words, boundaries.length) },
  { method: 'equal', find: ({ start, end, boundaries }) => equalSplits(start, end, boundaries.length) },
  { method: 'random', find: ({ boundaries }, { units }) => randomSplits(units, boundaries.length, 1) },
];

function report(title: string, talks: readonly LabelledTalk[]): FigureTable[] {
  const hours = talks.reduce((sum, { start, end }) => sum + end - start, 0) / 3600;
  const labels = talks.reduce((sum, { boundaries }) => sum + boundaries.length, 0);
  console.log(`\n${title}: ${talks.length} talks, ${hours.toFixed(1)} h, ${labels} boundaries`);
  return (
    [
      ['number of boundaries unknown', UNKNOWN],
      ['number of boundaries known', KNOWN],
    ] as const
  ).map(([name, rows]) => {
    const means = new Map<string, readonly number[]>();
    console.log(`  ${name.padEnd(30)}    Pk  WDiff  F1±10  F1±20  found/labelled`);
    for (const row of rows) {
      const scores = talks.map((talk) => scoresOf(talk, row));
      const mean = (column: number) => scores.reduce((sum, row) => sum + row[column]!, 0) / scores.length;
      means.set(row.method, [0, 1, 2, 3, 4].map(mean));
      console.log(`    ${row.method.padEnd(28)} ${[0, 1, 2, 3, 4].map((c) => mean(c).toFixed(3)).join('  ')}`);
    }
    return {
      title: `${title}; ${name}`,
      told: `${talks.length} talks, ${hours.toFixed(1)} hours, ${labels} boundaries. Pk and WindowDiff: less is better; F1 within so many seconds: more is.`,
      drawn: true,
      figures: ['Pk', 'WindowDiff', 'F1 ± 10 s', 'F1 ± 20 s', 'found per labelled'].map((what, column) => {
        const { Hourline: ours, ...peers } = Object.fromEntries(
          [...means].map(([method, mean]) => [method, mean[column]!]),
        );
        return { what, ours: ours!, peers, unit: '' };
      }),
    };
  });
}

const scored = new WeakMap<LabelledTalk, Map<Row, readonly number[]>>();

/** Pk, WindowDiff, F1 at ±10 and ±20 s, and found per labelled; computed once for each talk and method. */
function scoresOf(talk: LabelledTalk, row: Row): readonly number[] {
  const known = scored.get(talk) ?? scored.set(talk, new Map()).get(talk)!;
  const before = known.get(row);
  if (before) return before;
  const units = buildUnits(talk.source.cues);
  const found = row.find(talk, { units, words: countWords(units) });
  const { boundaries, start, end } = talk;
  const scores = [
    pk(found, boundaries, start, end),
    windowDiff(found, boundaries, start, end),
    f1(found, boundaries, 10),
    f1(found, boundaries, 20),
    found.length / Math.max(1, boundaries.length),
  ];
  known.set(row, scores);
  return scores;
}

/** Section and part starts as one list, without the first. */
function boundariesOf(sections: readonly Section[]): number[] {
  return startsOf(sections).map(({ start }) => start);
}

function startsOf(sections: readonly Section[]): { start: number; confidence: number }[] {
  return sections.flatMap(({ start, confidence, parts }) => [{ start, confidence }, ...parts.slice(1)]).slice(1);
}

/** The fineness at which there are at least so many boundaries; of those, the surest. */
function knownCount({ source, boundaries }: LabelledTalk): number[] {
  const segment = buildSegmenter(source);
  let low = 0;
  let high = 16;
  for (let step = 0; step < 12; step += 1) {
    const fineness = (low + high) / 2;
    if (startsOf(segment({ fineness })).length < boundaries.length) low = fineness;
    else high = fineness;
  }
  return startsOf(segment({ fineness: high }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, boundaries.length)
    .map(({ start }) => start)
    .sort((a, b) => a - b);
}

/** For each labelled piece: whether three keyphrases share a word with the human heading, and how much of it they say. */
function reportTitles(name: string, talks: readonly LabelledTalk[]): FigureTable {
  const sums = Object.keys(TITLERS).map((method) => ({ method, touched: 0, said: 0 }));
  let pieces = 0;
  for (const talk of talks) {
    const read = readTalk(talk.source);
    const spread = measureSpread(read.words);
    for (const { start, end, title } of talk.pieces) {
      const wanted = headingStems(title);
      const from = unitAt(read, start - 0.5);
      const to = unitAt(read, end - 0.5);
      if (wanted.size === 0 || to <= from) continue;
      pieces += 1;
      for (const sum of sums) {
        const found = TITLERS[sum.method]!(read.words, spread, from, to);
        const shared = [...wanted].filter((word) => found.has(word)).length;
        sum.touched += shared > 0 ? 1 : 0;
        sum.said += shared / wanted.size;
      }
    }
  }
  console.log(`\nTitles, ${name}, ${pieces} pieces, three keyphrases each: touch the heading, say of its words`);
  for (const { method, touched, said } of sums) {
    console.log(`    ${method.padEnd(28)} ${(touched / pieces).toFixed(3)}  ${(said / pieces).toFixed(3)}`);
  }
  const [ours, ...peers] = sums;
  const figure = (what: string, of: (sum: (typeof sums)[number]) => number): Figure => ({
    what,
    ours: of(ours!) / pieces,
    peers: Object.fromEntries(peers.map((peer) => [peer.method, of(peer) / pieces])),
    unit: '',
  });
  return {
    title: `Titles, ${name}`,
    told: `${pieces} pieces with a human heading, three keyphrases each.`,
    figures: [
      figure('touch the heading', ({ touched }) => touched),
      figure('share of its words said', ({ said }) => said),
    ],
  };
}

function reportCost(talks: readonly LabelledTalk[]): FigureTable {
  const hours = talks.reduce((sum, { start, end }) => sum + end - start, 0) / 3600;
  const once = (talk: LabelledTalk) => {
    const before = performance.now();
    const segment = buildSegmenter(talk.source);
    const read = performance.now();
    segment();
    const cut = performance.now();
    segment({ fineness: 2 });
    return [read - before, cut - read, performance.now() - cut];
  };
  const times = talks.map(once);
  const sum = (column: number) => times.reduce((total, row) => total + row[column]!, 0) / hours;
  const slowest = Math.max(
    ...talks.map((talk, i) => (times[i]![0]! + times[i]![1]!) / ((talk.end - talk.start) / 3600)),
  );
  console.log(
    `\nCost per hour of talk: ${(sum(0) + sum(1)).toFixed(0)} ms (read ${sum(0).toFixed(0)}, cut and name ${sum(1).toFixed(0)})`,
  );
  console.log(`    another fineness ${sum(2).toFixed(0)} ms; the slowest talk ${slowest.toFixed(0)} ms per hour`);
  return {
    title: 'What finding segments costs, per hour of talk',
    figures: [
      { what: 'reading', ours: sum(0), unit: 'ms' },
      { what: 'cutting and naming', ours: sum(1), unit: 'ms' },
      { what: 'another fineness', ours: sum(2), unit: 'ms' },
      { what: 'all, of the slowest talk', ours: slowest, unit: 'ms' },
    ],
  };
}
