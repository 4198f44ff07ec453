import { loadLabellings } from './search/labellings.ts';
import { judge, mean, type Score } from './search/labelled.ts';
import { MAKERS } from './search/peers.ts';
import { printTable } from './search/table.ts';

export async function run(): Promise<void> {
  await Promise.resolve();
  const labellings = loadLabellings();
  for (const { name, cues, names, queries } of labellings) {
    const positive = [...new Set(queries.map((query) => query.class))].filter((kind) => kind !== 'neg');
    const rows = MAKERS.map((maker) => {
      const search = maker.make(cues, names);
      const scores = queries.map((query) => ({ kind: query.class, score: judge(query, cues, search(query.query)) }));
      const of = (wanted: (kind: string) => boolean) =>
        mean(scores.filter(({ kind }) => wanted(kind)).map(({ score }) => score));
      const all = of((kind) => kind !== 'neg');
      const never = of((kind) => kind === 'neg');
      return [
        maker.name,
        ...figures(all),
        `${never.wrong}/${never.queries}`,
        ...positive.map((kind) =>
          figures(of((other) => other === kind))
            .slice(0, 2)
            .join(' '),
        ),
      ];
    });
    printTable(
      `${name}: ${queries.length} queries, ${cues.length} cues; recall@10 precision@10 MRR, wrong answers to never-said; recall precision per class`,
      ['', 'R', 'P', 'MRR', 'wrong', ...positive],
      rows,
    );
  }
}

const figures = ({ recall, precision, mrr }: Score) => [recall, precision, mrr].map((value) => value.toFixed(2));
