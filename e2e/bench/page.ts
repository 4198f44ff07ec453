/**
 * `npm run bench -- page`: what the page weighs, how it loads on a phone (Lighthouse), how soon it answers keys and drags at a
 * fourfold slowdown, and what it holds after ten minutes of use. ROUNDS sets how often Lighthouse judges; 0 leaves it out.
 */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { chromium, type Browser } from '@playwright/test';
import { quantile } from 'd3';
import { build } from 'vite';
import { findBrowser } from '../setup/browser.ts';
import { hostHeaders } from '../setup/unseal.ts';
import { kilobytes, sortFiles } from './page/bytes.ts';
import { openHost } from './page/host.ts';
import { dragTimeline, interactionsOf, typeQueries, type Interaction } from './page/interactions.ts';
import { judgePage, type Verdict } from './page/lighthouse.ts';
import { writePlainPage } from './page/plain.ts';
import { useTenMinutes } from './page/tenMinutes.ts';
import { formatAim, formatFigure, isMet, type Figure, type FigureTable } from './report/figures.ts';

const PORT = Number(process.env['PORT'] ?? 4185);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const SCRATCH = 'node_modules/.cache/hourline/bench-page';
const SITE = `${SCRATCH}/dist`;
const ARCHIVE = `${SCRATCH}/archive`;
const NEWER = `${SCRATCH}/newer`;
const PLAIN = `${SCRATCH}/plain`;

export async function run(): Promise<readonly FigureTable[]> {
  await build({ logLevel: 'error', build: { outDir: SITE, emptyOutDir: true } });
  await buildArchive();
  await writePlainPage(PLAIN);
  const browser = await chromium.launch(findBrowser() ?? {});
  const tables = [await weigh(browser), ...(await underLighthouse()), await answering(browser), await holding(browser)];
  await browser.close();
  tables.forEach(print);
  return tables;
}

/** Runs `work` with a folder served as a host would, at its address. */
async function served<T>(folder: string, work: (url: string) => Promise<T> | T): Promise<T> {
  const server = await openHost(folder, PORT, folder === PLAIN ? {} : hostHeaders(folder));
  try {
    return await work(`http://127.0.0.1:${PORT}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The same episode in an archive whose newest is another. */
async function buildArchive(): Promise<void> {
  await cp('e2e/fixtures/episodes/small-talk', `${NEWER}/small-talk`, { recursive: true });
  const notes = await readFile(`${NEWER}/small-talk/show-notes.md`, 'utf8');
  await writeFile(`${NEWER}/small-talk/show-notes.md`, notes.replace('2024', '2034'));
  process.env['HOURLINE_EPISODES'] = `src/episodes,${NEWER}`;
  await build({ logLevel: 'error', build: { outDir: ARCHIVE, emptyOutDir: true } });
}

async function weigh(browser: Browser): Promise<FigureTable> {
  // Without the copy for work offline, which would fetch all at once.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const { before, scriptsBefore, program, scripts, lists, episode, all } = await served(SITE, (url) =>
    sortFiles(SITE, page, url),
  );
  await context.close();
  const rows = (what: string, paths: readonly string[], most?: number, folder = SITE): Figure[] => [
    {
      what: `${what}, brotli`,
      ours: kilobytes(folder, paths, 'br'),
      unit: 'kB',
      ...(most !== undefined && { aim: { most } }),
    },
    { what: `${what}, gzip`, ours: kilobytes(folder, paths, 'gzip'), unit: 'kB' },
  ];
  const figures = [
    ...rows('JavaScript that the first paragraph waits for, and the words of a link', scriptsBefore, 35),
    ...rows('all that the first paragraph waits for: page with its words, style, script', before),
    ...rows('all that the words of a link wait for', ['index.html']),
    ...rows(
      'all that the words of a link to this episode wait for when it is an older one',
      ['index.html', 'posters/lup-603.txt'],
      undefined,
      ARCHIVE,
    ),
    ...rows("JavaScript without which the program draws no words, as a visitor's own episode needs it", program),
    ...rows('all JavaScript', scripts, 90),
    ...rows('lists of words and entities, fetched as data', lists),
    ...rows('data of this episode', episode, 25),
    ...rows('all files', all),
  ];
  const plain = kilobytes(PLAIN, ['index.html'], 'br');
  return {
    title: 'Bytes',
    told: `Each file packed as hosts do (brotli 11, gzip 9), 1 kB is 1000 bytes; the same words as a plain page are ${formatFigure(plain, 'kB')} with brotli. What is fetched later is fetched when the first paragraph is on screen, or when it is asked for.`,
    drawn: true,
    figures: figures.map((figure) =>
      figure.what === 'all that the first paragraph waits for: page with its words, style, script, brotli'
        ? { ...figure, peers: { 'plain page': plain } }
        : figure,
    ),
  };
}

async function underLighthouse(): Promise<FigureTable[]> {
  if (ROUNDS === 0) return [];
  const ours = await served(SITE, (url) => judgePage(url, ROUNDS, `${SCRATCH}/ours`));
  const linked =
    ours && (await served(SITE, (url) => judgePage(`${url}#/lup-603?t=662.1`, ROUNDS, `${SCRATCH}/linked`)));
  const older =
    ours && (await served(ARCHIVE, (url) => judgePage(`${url}#/lup-603?t=662.1`, ROUNDS, `${SCRATCH}/older`)));
  const plain = ours && (await served(PLAIN, (url) => judgePage(url, 1, `${SCRATCH}/of-plain`)));
  const title = 'Loading on a phone, under Lighthouse';
  const figure = (what: string, unit: string, of: (verdict: Verdict) => number, aim?: Figure['aim']): Figure => ({
    what,
    ours: ours ? of(ours) : NaN,
    unit,
    ...(plain && { peers: { 'plain page': of(plain) } }),
    ...(aim && { aim }),
  });
  return [
    {
      title: `${title}: times`,
      told: ours
        ? `Mobile, its slow 4G and fourfold slowdown, applied while the page loads; the middle one of ${ROUNDS} verdicts. The peer is the same transcript as a static page without any script. ${ours.faults.length === 0 ? 'It names no fault.' : `What it takes points for: ${ours.faults.join(', ')}.`}`
        : 'Lighthouse could not be fetched or run here, so this was not measured.',
      drawn: ours !== undefined,
      figures: [
        figure('first contentful paint', 'ms', ({ paint }) => paint),
        figure('largest contentful paint', 'ms', ({ largest }) => largest, { most: 1200 }),
        {
          what: 'largest contentful paint of a link to a moment',
          ours: linked?.largest ?? NaN,
          unit: 'ms',
          aim: { most: 1200 },
        },
        {
          what: 'largest contentful paint of a link to a moment of an older episode',
          ours: older?.largest ?? NaN,
          unit: 'ms',
          aim: { most: 1200 },
        },
        figure('total blocking time', 'ms', ({ blocking }) => blocking),
      ],
    },
    {
      title: `${title}: scores and shift`,
      figures: [
        figure('performance', '', ({ scores }) => scores.performance, { least: 100 }),
        figure('accessibility', '', ({ scores }) => scores.accessibility, { least: 100 }),
        figure('best practices', '', ({ scores }) => scores['best-practices'], { least: 100 }),
        figure('search engines', '', ({ scores }) => scores.seo, { least: 100 }),
        figure('cumulative layout shift', '', ({ shift }) => shift, { most: 0 }),
      ],
    },
  ];
}

async function answering(browser: Browser): Promise<FigureTable> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const { typing, dragging, frames } = await served(SITE, async (url) => {
    const open = async () => {
      await page.goto(url);
      await page.locator('#notes').waitFor();
      await page.locator('[data-mention]').first().waitFor();
      await page.getByRole('searchbox', { name: 'Search' }).fill('warm');
      await page
        .locator('[role="status"][data-count]')
        .filter({ hasText: /result/ })
        .waitFor();
      await page.getByRole('searchbox', { name: 'Search' }).fill('');
    };
    await open();
    const typing = await interactionsOf(page, () => typeQueries(page));
    await open();
    let frames: number[] = [];
    const dragging = await interactionsOf(page, async () => void (frames = await dragTimeline(page)));
    return { typing, dragging, frames };
  });
  await page.close();
  for (const [name, list] of Object.entries({ typing, dragging })) {
    const slowest = [...list].sort((a, b) => b.duration - a.duration).slice(0, 5);
    console.log(
      `${name}: ${list.length} interactions, slowest ${slowest.map(({ type, duration }) => `${type} ${duration}`).join(', ')}`,
    );
  }
  const at = (list: readonly Interaction[], share: number) =>
    quantile(
      list.map(({ duration }) => duration),
      share,
    ) ?? NaN;
  return {
    title: 'Answering, at a fourfold slowdown of the processor',
    told: `1280 × 900 pixels, lanes open. ${typing.length} interactions in typing queries and ${dragging.length} in drawing on the timeline, panning it and pressing on it; from the input to the next frame (Event Timing, in steps of 8 ms; what took less than 16 counts as 16). Moves of a drag are no interactions there: frames tell of them.`,
    drawn: true,
    figures: [
      { what: 'INP, typing a query, p98', ours: at(typing, 0.98), unit: 'ms', aim: { most: 50 } },
      { what: 'typing a query, p50', ours: at(typing, 0.5), unit: 'ms' },
      { what: 'INP, dragging the timeline, p98', ours: at(dragging, 0.98), unit: 'ms', aim: { most: 50 } },
      { what: 'dragging the timeline, p50', ours: at(dragging, 0.5), unit: 'ms' },
      { what: 'a frame while dragging, p95', ours: quantile(frames, 0.95) ?? NaN, unit: 'ms' },
    ],
  };
}

async function holding(browser: Browser): Promise<FigureTable> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const [first, last] = await served(ARCHIVE, async (url) => {
    await page.goto(`${url}#/lup-603`);
    await page.locator('#notes').waitFor();
    return useTenMinutes(page, '#/small-talk');
  });
  await page.close();
  const growth = (of: (held: typeof first) => number) => 100 * (of(last) / of(first) - 1);
  return {
    title: 'What the page holds after ten minutes of use',
    told: '100 searches, 200 seeks, 50 choices of lanes, 50 zooms, 20 notes written and deleted, and 10 changes to another episode and back; after the first tenth, and after all of it, unused memory given back. Code that the browser compiled is told apart by a heap snapshot: it goes on compiling what runs often, and holds none of the page.',
    figures: [
      { what: 'memory after a minute', ours: first.megabytes, unit: 'MB' },
      { what: 'memory after ten', ours: last.megabytes, unit: 'MB' },
      { what: 'of it compiled code, after a minute', ours: first.compiled, unit: 'MB' },
      { what: 'of it compiled code, after ten', ours: last.compiled, unit: 'MB' },
      { what: 'growth of memory, with compiled code', ours: growth(({ megabytes }) => megabytes), unit: '%' },
      { what: 'growth of memory, compiled code aside', ours: growth(({ own }) => own), unit: '%', aim: { most: 5 } },
      { what: 'nodes after a minute', ours: first.nodes, unit: '' },
      { what: 'nodes after ten', ours: last.nodes, unit: '' },
      { what: 'growth of nodes', ours: growth(({ nodes }) => nodes), unit: '%', aim: { most: 1 } },
      { what: 'growth of listeners', ours: growth(({ listeners }) => listeners), unit: '%', aim: { most: 1 } },
    ],
  };
}

function print({ title, told, figures }: FigureTable): void {
  console.log(`\n${title}${told ? `\n${told}` : ''}`);
  for (const figure of figures) {
    const { what, ours, unit, aim, peers = {} } = figure;
    const verdict = aim ? `  aim ${formatAim(aim, unit)}: ${isMet(figure) ? 'met' : 'MISSED'}` : '';
    const beside = Object.entries(peers).map(([name, value]) => `  ${name} ${formatFigure(value, unit)}`);
    console.log(`  ${what.padEnd(58)} ${formatFigure(ours, unit).padStart(12)}${verdict}${beside.join('')}`);
  }
}
