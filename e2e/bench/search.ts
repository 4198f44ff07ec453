import { loadTalks, talkLike } from './search/filler.ts';
import { judge, mean, type Labelling, type Score } from './search/labelled.ts';
import { loadLabellings } from './search/labellings.ts';
import { MAKERS } from './search/peers.ts';
import { measureSize, measureSpeed } from './search/speed.ts';
import { printTable } from './search/table.ts';
import type { Figure, FigureTable } from './report/figures.ts';

/**
 * `npm run bench -- search`: quality on labelled queries, the same among 9,000 other cues, and speed. FILLER may
 * name a folder of real talks for the other cues; without one they are generated.
 */
export async function run(): Promise<readonly FigureTable[]> {
  await Promise.resolve();
  const labellings = loadLabellings();
  const tables = labellings.map((labelling) => tellQuality(labelling.name, labelling));

  const [bundled, garden] = labellings;
  // The other cues are made of the words of the other talk.
  for (const labelling of labellings)
    tables.push(
      tellQuality(
        `${labelling.name}, among 9,000 generated cues`,
        among(labelling, talkLike((labelling.cues === bundled!.cues ? garden : bundled)!.cues, 9000)),
      ),
    );
  const real = loadTalks(process.env.FILLER);
  if (real.length >= 9000)
    for (const labelling of labellings)
      tables.push(
        tellQuality(`${labelling.name}, among 9,000 cues of other talks`, among(labelling, real.slice(0, 9000))),
      );

  return [...tables, ...measureSpeed(bundled!.cues, [1, 10, 100]), measureSize(bundled!.cues)];
}

/** The talk with others before and behind it. Queries that the others answer exactly are left out. */
export function among(labelling: Labelling, others: readonly Labelling['cues'][number][]): Labelling {
  const half = others.length >> 1;
  const cues = [...others.slice(0, half), ...labelling.cues, ...others.slice(half)];
  const own = new Set(words(labelling.cues));
  const foreign = new Set(words(others).filter((word) => !own.has(word)));
  const said = new Set(words(others));
  const queries = labelling.queries.filter((query) => {
    const asked = words([{ text: query.query }]);
    // What the other talks say too, or begin to say, has answers there that nobody labelled.
    if (query.class === 'neg') return !asked.some((word) => foreign.has(word));
    if (query.class !== 'prefix') return !asked.every((word) => said.has(word));
    return ![...said].some((word) => word.startsWith(asked.at(-1)!));
  });
  return { ...labelling, cues, queries };
}

const words = (cues: readonly { readonly text: string }[]) =>
  cues.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function tellQuality(title: string, { cues, names, queries }: Labelling): FigureTable {
  const kinds = [...new Set(queries.map((query) => query.class))].filter((kind) => kind !== 'neg');
  const judged = MAKERS.map((maker) => {
    const search = maker.make(cues, names);
    const scores = queries.map((query) => ({ kind: query.class, score: judge(query, cues, search(query.query)) }));
    const of = (wanted: (kind: string) => boolean) =>
      mean(scores.filter(({ kind }) => wanted(kind)).map(({ score }) => score));
    return {
      name: maker.name,
      all: of((kind) => kind !== 'neg'),
      never: of((kind) => kind === 'neg'),
      perKind: kinds.map((kind) => of((other) => other === kind)),
    };
  });
  const rows = judged.map(({ name, all, never, perKind }) => [
    name,
    ...figures(all),
    `${never.wrong}/${never.queries}`,
    ...perKind.map((score) => figures(score).slice(0, 2).join(' ')),
  ]);
  printTable(
    `${title}: ${queries.length} queries, ${cues.length} cues; recall@10, precision@10, MRR, answers to never-said; per class recall and precision`,
    ['', 'R', 'P', 'MRR', 'wrong', ...kinds],
    rows,
  );
  const [ours, ...peers] = judged;
  const figure = (what: string, of: (one: (typeof judged)[number]) => number): Figure => ({
    what,
    ours: of(ours!),
    peers: Object.fromEntries(peers.map((peer) => [peer.name, of(peer)])),
    unit: '',
  });
  return {
    title: `Search quality: ${title}`,
    told: `${queries.length} labelled queries, ${cues.length} cues. Of the first ten results; the rule of judging is in \`e2e/bench/search/labelled.ts\`.`,
    drawn: true,
    figures: [
      figure('recall', ({ all }) => all.recall),
      figure('precision', ({ all }) => all.precision),
      figure('mean reciprocal rank', ({ all }) => all.mrr),
      figure(`answers to ${ours!.never.queries} never said`, ({ never }) => never.wrong),
      ...kinds.map((kind, i) => figure(`recall, ${kind}`, ({ perKind }) => perKind[i]!.recall)),
    ],
  };
}

const figures = ({ recall, precision, mrr }: Score) => [recall, precision, mrr].map((value) => value.toFixed(2));
