import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type as system, release } from 'node:os';
import { chromium } from '@playwright/test';
import { format } from 'prettier';
import { escapeMarkdown } from '../../../src/core/text/escape.ts';
import { findBrowser } from '../../setup/browser.ts';
import { drawFigures } from './drawFigures.ts';
import { formatAim, formatFigure, isMet, type Figure, type FigureTable } from './figures.ts';

const REPORT = 'docs/figures.md';
const PICTURES = 'docs/figures';
const PACKAGES = ['svelte', 'vite', 'd3', 'fuse.js', 'idb-keyval', 'typescript', '@playwright/test'];

/** What one bench gave: its figures, or why there are none. */
export interface Outcome {
  readonly name: string;
  readonly tables?: readonly FigureTable[];
  /** In words. */
  readonly failed?: string;
  readonly seconds: number;
}

/** Writes `docs/figures.md` and its pictures anew; gives what misses its aim. `began` is when the first bench did. */
export async function writeReport(outcomes: readonly Outcome[], began: Date): Promise<readonly Figure[]> {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  const all = outcomes.flatMap(({ tables = [] }) =>
    tables.flatMap(({ title, figures }) => figures.map((figure) => ({ title, figure }))),
  );
  const aimed = all.filter(({ figure }) => figure.aim);
  const missed = aimed.filter(({ figure }) => !isMet(figure));
  const failed = outcomes.filter((outcome) => outcome.failed !== undefined);
  const report = [
    '# Figures',
    'Written by one run of `npm run bench`, from what the benches of `e2e/bench/` measured; do not edit it. `npm run bench -- <name>` prints one of them alone. Bytes and quality come out the same each time; times belong to the machine, and to what else it did.',
    await whereAndWhen(outcomes, began),
    `## Aims: ${aimed.length - missed.length} of ${aimed.length} met`,
    ...failed.map(({ name, failed: why }) => `**\`${name}\` gave no figures**: ${escapeMarkdown(why!)}`),
    missed.length === 0
      ? 'None is missed.'
      : table(
          ['missed', 'is', 'aim'],
          missed.map(({ title, figure }) => [
            `**${escapeMarkdown(figure.what)}** (${escapeMarkdown(title)})`,
            formatFigure(figure.ours, figure.unit),
            formatAim(figure.aim!, figure.unit),
          ]),
        ),
    ...outcomes.flatMap(({ name, tables = [] }) => [
      `## ${name}`,
      ...tables.flatMap((one, i) => tellTable(one, `${name}-${i + 1}.svg`)),
    ]),
  ];
  writeFileSync(REPORT, await format(report.join('\n\n'), { parser: 'markdown' }));
  return missed.map(({ figure }) => figure);
}

async function whereAndWhen(outcomes: readonly Outcome[], began: Date): Promise<string> {
  const [cpu] = cpus();
  const browser = await chromium.launch(findBrowser() ?? {});
  const chromiumVersion = browser.version();
  await browser.close();
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const versions = { ...dependencies, ...devDependencies };
  const minutes = outcomes.reduce((sum, { seconds }) => sum + seconds, 0) / 60;
  return table(
    ['', ''],
    [
      ['date', `${began.toISOString().slice(0, 16).replace('T', ' ')} UTC; the benches took ${minutes.toFixed(0)} min`],
      ['commit', commit()],
      [
        'machine',
        `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`,
      ],
      ['system', `${system()} ${release()}`],
      ['browser', `Chromium ${chromiumVersion}, headless`],
      ['Node', process.version.slice(1)],
      ['packages', PACKAGES.map((name) => `${name} ${versions[name] ?? '?'}`).join(' · ')],
    ],
  );
}

/** The commit that was measured, and whether something had been changed since. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'e2e', 'index.html', 'public', 'vite.config.ts');
    return `${git('rev-parse', '--short', 'HEAD')}${changed && ', with changes that were not committed'}`;
  } catch {
    return 'not a repository';
  }
}

function tellTable(one: FigureTable, picture: string): string[] {
  const { title, told, figures, drawn } = one;
  if (drawn) writeFileSync(`${PICTURES}/${picture}`, drawFigures(one));
  const peers = [...new Set(figures.flatMap((figure) => Object.keys(figure.peers ?? {})))];
  const hasAims = figures.some(({ aim }) => aim);
  return [
    `### ${escapeMarkdown(title)}`,
    ...(told ? [told] : []),
    ...(drawn
      ? [`![${escapeMarkdown(title)}, as a picture; the table below has the same figures](figures/${picture})`]
      : []),
    table(
      ['', 'Hourline', ...(hasAims ? ['aim', ''] : []), ...peers],
      figures.map((figure) => [
        escapeMarkdown(figure.what),
        `**${formatFigure(figure.ours, figure.unit)}**`,
        ...(hasAims
          ? [
              figure.aim ? formatAim(figure.aim, figure.unit) : '',
              { true: 'met', false: '**missed**' }[String(isMet(figure))] ?? '',
            ]
          : []),
        ...peers.map((peer) =>
          figure.peers?.[peer] === undefined ? '' : formatFigure(figure.peers[peer], figure.unit),
        ),
      ]),
    ),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ').replaceAll('\n', ' ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
