/**
 * `npm run bench` runs every bench and writes docs/figures.md; `npm run bench -- <name>` runs one and prints it. Each bench runs in
 * a process of its own, so that none is slower or faster for what came before it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { formatAim, formatFigure, type Bench, type FigureTable } from './report/figures.ts';
import { writeReport, type Outcome } from './report/writeReport.ts';

const NAMES = ['page', 'search', 'segments', 'topics', 'timeline', 'reading', 'notes'] as const;
/** What is talked about stands beside when: one command tells both. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = { segments: ['segments', 'topics'] };
const FIGURES = 'node_modules/.cache/hourline/figures';

const [asked, into] = process.argv.slice(2);

if (asked === undefined) await runAll();
else if (into !== undefined) await keepFigures(asked, into);
else if ((NAMES as readonly string[]).includes(asked))
  for (const name of TOGETHER[asked] ?? [asked]) await runOne(name);
else {
  console.log(`npm run bench [-- ${NAMES.join(' | ')}]`);
  process.exitCode = 1;
}

async function runOne(name: string): Promise<readonly FigureTable[]> {
  const bench = (await import(new URL(`${name}.ts`, import.meta.url).href)) as Bench;
  return bench.run();
}

async function keepFigures(name: string, file: string): Promise<void> {
  const tables = await runOne(name);
  mkdirSync(dirname(file), { recursive: true });
  // JSON has no NaN: what could not be had is null there.
  writeFileSync(file, JSON.stringify(tables));
}

async function runAll(): Promise<void> {
  const began = new Date();
  const outcomes: Outcome[] = [];
  for (const name of NAMES) {
    console.log(`\n—— ${name} ——`);
    outcomes.push(runApart(name));
  }
  const missed = await writeReport(outcomes, began);
  console.log(`\ndocs/figures.md is written. ${missed.length === 0 ? 'Every aim is met.' : 'Missed:'}`);
  for (const { what, ours, unit, aim } of missed)
    console.log(`  ${what}: ${formatFigure(ours, unit)}, aim ${formatAim(aim!, unit)}`);
  if (outcomes.some(({ failed }) => failed !== undefined)) process.exitCode = 1;
}

function runApart(name: string): Outcome {
  const file = `${FIGURES}/${name}.json`;
  rmSync(file, { force: true });
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', import.meta.filename, name, file], {
    stdio: 'inherit',
  });
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) return { name, failed: `it ended with ${status ?? 'a signal'}`, seconds };
  const toNumber = (key: string, value: unknown) => (key === 'ours' && value === null ? NaN : value);
  return { name, tables: JSON.parse(readFileSync(file, 'utf8'), toNumber) as FigureTable[], seconds };
}
