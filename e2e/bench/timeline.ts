/**
 * What the timeline costs in a real browser: the first drawing, opening the lanes, steps of zooming and panning, for an hour
 * and for ten. Each twice, in a page each: by the clock, from the page's own User Timing, and by the time of the processor that
 * the main thread spent on it, all of it, from a trace, which by itself makes what it looks at slower. Beside it, on the same signs in the same browser, how long other ways of drawing
 * take to move them all. Run: `npm run bench -- timeline`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { min, quantile } from 'd3';
import { build } from 'vite';
import { findBrowser } from '../setup/browser.ts';
import { workBetweenMarks, workOfMeasure } from '../setup/mainThread.ts';
import { serve } from '../setup/server.ts';
import type { Figure, FigureTable } from './report/figures.ts';
import { redrawPeers } from './timeline/peers.ts';
import { tenHours } from './timeline/tenHours.ts';

const PORT = Number(process.env['PORT'] ?? 4180);
const SCRATCH = 'node_modules/.cache/hourline/bench-timeline';
const STEPS = 120;
/** Milliseconds between steps by the clock: longer than a step takes, and too short for the lanes to come to rest. */
const BETWEEN = 100;
/** Each is looked at so often, in a fresh page, and the best is told: what is worse was the machine's. */
const RUNS = 3;

interface Measured {
  readonly name: string;
  readonly duration: number;
}

const measures = (page: Page): Promise<Measured[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('measure')
      .filter(({ name }) => name.startsWith('timeline'))
      .map(({ name, duration }) => ({ name, duration })),
  );

/** Waits until what was asked for has been drawn, as one frame after another shows, and leaves a mark. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            performance.mark('step');
            resolve();
          }),
        ),
      ),
  );

/** How milliseconds are taken: by the clock, or of the processor. */
type By = 'clock' | 'processor';

const timedPaints = async (page: Page): Promise<number[]> =>
  (await measures(page)).filter(({ name }) => name === 'timeline-paint').map(({ duration }) => duration);

/** Does one thing that ends with a `timeline-paint`. */
async function once(browser: Browser, page: Page, by: By, work: () => Promise<unknown>): Promise<number> {
  const done = async () => {
    await settled(page);
    await page.evaluate(() => performance.clearMeasures());
    await work();
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          new PerformanceObserver((list, observer) => {
            if (list.getEntriesByName('timeline-paint').length === 0) return;
            observer.disconnect();
            performance.mark('step');
            resolve();
          }).observe({ type: 'measure', buffered: true });
        }),
    );
  };
  if (by === 'processor') return (await workBetweenMarks(browser, page, 'step', done))[0]!;
  await done();
  return (await timedPaints(page))[0]!;
}

/** Milliseconds; one for each step, where there are many. */
interface Look {
  readonly first: number;
  readonly open: number;
  readonly zoom: readonly number[];
  readonly pan: readonly number[];
  readonly layouts: readonly number[];
}

async function look(browser: Browser, hash: string, by: By): Promise<Look> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const load = async () => {
    await page.goto(`http://127.0.0.1:${PORT}/${hash}`);
    await page.waitForFunction(() => performance.getEntriesByName('timeline-paint').length > 0);
  };
  const work = by === 'processor' ? await workOfMeasure(browser, page, 'timeline-paint', load) : await load();
  const first = work ?? (await timedPaints(page))[0]!;
  // A long talk and many results are laid out whenever the page has time: steps would be measured with it.
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-stretch], [data-rank]')].every(
        (one) => getComputedStyle(one).contentVisibility !== 'auto',
      ),
    undefined,
    { timeout: 180_000 },
  );
  await page.getByRole('button', { name: 'All lanes' }).click();
  await page.locator('[data-mention]').first().waitFor();
  await page.getByRole('button', { name: 'Fold' }).click();
  // By its own click: looking for a button by its name is work for the page too.
  const open = await once(browser, page, by, () =>
    page.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label="Timeline"] [aria-expanded="false"]')!.click(),
    ),
  );
  await page.locator('[data-mention]').first().waitFor();

  const track = (await page.locator('[data-tracks]').boundingBox())!;
  const [x, y] = [track.x + track.width / 2, track.y + 120];
  await page.mouse.move(x, y);
  const rest = by === 'clock' ? 0 : quantile(await steps(browser, page, by, async () => {}), 0.5)!;
  await page.keyboard.down('Control');
  const zoom = await steps(browser, page, by, (i) => page.mouse.wheel(0, i % 40 < 20 ? -40 : 40));
  await page.keyboard.up('Control');
  for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y);
  const pan = await steps(browser, page, by, (i) =>
    page.mouse.move(x + 10 + 4 * (i % 60 < 30 ? i % 30 : 30 - (i % 30)), y),
  );
  await page.mouse.up();
  const layouts = (await measures(page))
    .filter(({ name }) => name === 'timeline-layout')
    .map(({ duration }) => duration);
  await page.close();
  // What a step costs in which nothing happens is taken away.
  const own = (work: readonly number[]) => work.map((milliseconds) => milliseconds - rest);
  return { first, open, zoom: own(zoom), pan: own(pan), layouts };
}

/**
 * What each step costs. By the clock, nothing is asked of the page until all are done: its answers, in the very frames that are
 * timed, would be timed with them.
 */
async function steps(browser: Browser, page: Page, by: By, step: (i: number) => Promise<void>): Promise<number[]> {
  await page.evaluate(() => performance.clearMeasures());
  const all = async () => {
    await settled(page);
    for (let i = 0; i < STEPS; i += 1) {
      await step(i);
      await (by === 'clock' ? wait(BETWEEN) : settled(page));
    }
  };
  if (by === 'processor') return workBetweenMarks(browser, page, 'step', all);
  await all();
  return timedPaints(page);
}

export async function run(): Promise<readonly FigureTable[]> {
  const { folder, mentions } = tenHours();
  mkdirSync(`${SCRATCH}/episodes/ten-hours`, { recursive: true });
  for (const [name, text] of Object.entries(folder)) writeFileSync(`${SCRATCH}/episodes/ten-hours/${name}`, text);
  process.env['HOURLINE_EPISODES'] = `src/episodes,${SCRATCH}/episodes`;
  await build({ logLevel: 'error', build: { outDir: `${SCRATCH}/dist`, emptyOutDir: true } });
  const server = await serve({ '/': `${SCRATCH}/dist` }, PORT);
  const browser = await chromium.launch(findBrowser() ?? {});
  console.log(`Chromium ${browser.version()}, 1280 × 800 pixels; milliseconds, the best of ${RUNS} runs\n`);
  console.log('                          first   lanes    zoom step    pan step    layout');
  console.log('                        drawing  opened    p50   p95    p50   p95      p95');
  const tables: FigureTable[] = [];
  for (const [name, hash, most] of [
    ['an hour', '#/lup-603?q=kernel', 8],
    ['ten hours', '#/ten-hours?q=kernel', 16],
  ] as const) {
    const looks: Record<By, Look[]> = { clock: [], processor: [] };
    for (let i = 0; i < RUNS; i += 1)
      for (const by of ['clock', 'processor'] as const) looks[by].push(await look(browser, hash, by));
    const best = (by: By, of: (look: Look) => number) => min(looks[by], of) ?? NaN;
    const padded = (value: number) => value.toFixed(1).padStart(6);
    const at = (step: 'zoom' | 'pan', by: By, share: number) => best(by, (one) => quantile(one[step], share)!);
    const layout = best('clock', ({ layouts }) => quantile(layouts, 0.95)!);
    for (const by of ['clock', 'processor'] as const)
      console.log(
        `${name.padEnd(11)}${by.padEnd(13)} ${padded(best(by, ({ first }) => first))}  ${padded(best(by, ({ open }) => open))} ` +
          ` ${padded(at('zoom', by, 0.5))}${padded(at('zoom', by, 0.95))} ${padded(at('pan', by, 0.5))}${padded(at('pan', by, 0.95))}   ` +
          (by === 'clock' ? padded(layout) : ''),
      );
    const figure = (what: string, of: (by: By) => number, aim?: number): Figure => ({
      what,
      ours: of('clock'),
      peers: { 'of it the processor’s': of('processor') },
      unit: 'ms',
      ...(aim !== undefined && { aim: { most: aim } }),
    });
    tables.push({
      title: `The timeline of ${name}`,
      told: `1280 × 800 pixels; the best of ${RUNS} runs. By the clock, from the page's own User Timing; beside it the time of the processor that the main thread spent on all of it, from a trace.`,
      drawn: true,
      figures: [
        figure('first drawing', (by) => best(by, ({ first }) => first), name === 'an hour' ? 16 : undefined),
        figure('lanes opened', (by) => best(by, ({ open }) => open)),
        figure('zoom step, p50', (by) => at('zoom', by, 0.5)),
        figure('zoom step, p95', (by) => at('zoom', by, 0.95), most),
        figure('pan step, p50', (by) => at('pan', by, 0.5)),
        figure('pan step, p95', (by) => at('pan', by, 0.95), most),
        {
          what: 'layout, p95',
          ours: layout,
          unit: 'ms',
          aim: { most: 2 },
        },
      ],
    });
  }
  console.log(`\nAims: first drawing under 16 for an hour, steps p95 under 8 (16 for ten hours), layout under 2.`);
  console.log(`The ten hours are invented: ${mentions} mentions of 24 topics were planted.\n`);
  tables.push(await redrawPeers(browser));
  await browser.close();
  server.close();
  return tables;
}
