/**
 * What the timeline costs in a real browser, from the page's own User Timing: the first drawing, opening the lanes, steps of
 * zooming and panning, for an hour and for ten. Beside it, on the same signs in the same browser, how long other ways of
 * drawing take to move them all. Run: `npm run bench -- timeline`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { quantile } from 'd3';
import { build } from 'vite';
import { findBrowser } from '../setup/browser.ts';
import { serve } from '../setup/server.ts';
import type { FigureTable } from './report/figures.ts';
import { redrawPeers } from './timeline/peers.ts';
import { tenHours } from './timeline/tenHours.ts';

const PORT = Number(process.env['PORT'] ?? 4180);
const SCRATCH = 'node_modules/.cache/hourline/bench-timeline';
const STEPS = 120;

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

/** Waits until what was asked for has been drawn, as one frame after another shows. */
const settled = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function look(page: Page, hash: string) {
  await page.goto(`http://127.0.0.1:${PORT}/${hash}`);
  await page.getByRole('region', { name: 'Transcript' }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('timeline-paint').length > 0);
  const first = (await measures(page)).find(({ name }) => name === 'timeline-paint')!.duration;
  await page.getByRole('button', { name: 'All lanes' }).click();
  await page.locator('[data-mention]').first().waitFor();
  await page.getByRole('button', { name: 'Fold' }).click();
  await page.evaluate(() => performance.clearMeasures());
  await page.getByRole('button', { name: 'All lanes' }).click();
  await page.waitForFunction(() => performance.getEntriesByName('timeline-paint').length > 0);
  const open = (await measures(page)).find(({ name }) => name === 'timeline-paint')!.duration;
  const signs = await page.evaluate(() => document.querySelectorAll('[data-mention]').length);

  const track = (await page.locator('[data-tracks]').boundingBox())!;
  await page.mouse.move(track.x + track.width / 2, track.y + 120);
  const zoom = await steps(page, async (i) => {
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, i % 40 < 20 ? -40 : 40);
    await page.keyboard.up('Control');
  });
  for (let i = 0; i < 4; i += 1) await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.mouse.move(track.x + track.width / 2, track.y + 120);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width / 2 + 10, track.y + 120);
  const pan = await steps(page, (i) =>
    page.mouse.move(track.x + track.width / 2 + 10 + 4 * (i % 60 < 30 ? i % 30 : 30 - (i % 30)), track.y + 120),
  );
  await page.mouse.up();
  return { first, open, signs, zoom, pan };
}

async function steps(page: Page, step: (i: number) => Promise<void>) {
  await page.evaluate(() => performance.clearMeasures());
  for (let i = 0; i < STEPS; i += 1) {
    await step(i);
    await settled(page);
  }
  const found = await measures(page);
  const of = (name: string) => found.filter((entry) => entry.name === name).map(({ duration }) => duration);
  return { paint: of('timeline-paint'), layout: of('timeline-layout') };
}

export async function run(): Promise<readonly FigureTable[]> {
  const { folder, mentions } = tenHours();
  mkdirSync(`${SCRATCH}/episodes/ten-hours`, { recursive: true });
  for (const [name, text] of Object.entries(folder)) writeFileSync(`${SCRATCH}/episodes/ten-hours/${name}`, text);
  process.env['HOURLINE_EPISODES'] = `src/episodes,${SCRATCH}/episodes`;
  await build({ logLevel: 'error', build: { outDir: `${SCRATCH}/dist`, emptyOutDir: true } });
  const server = await serve({ '/': `${SCRATCH}/dist` }, PORT);
  const browser = await chromium.launch(findBrowser() ?? {});
  console.log(
    `Chromium ${browser.version()}, 1280 × 800 pixels; milliseconds of work, the wait for a frame not counted\n`,
  );
  console.log('                          first   lanes    zoom step    pan step     layout');
  console.log('                        drawing  opened   p50    p95   p50    p95       p95');
  const tables: FigureTable[] = [];
  for (const [name, hash, step] of [
    ['an hour', '#/lup-603?q=kernel', 8],
    ['ten hours', '#/ten-hours?q=kernel', 16],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { first, open, signs, zoom, pan } = await look(page, hash);
    const at = (list: readonly number[], share: number) => (quantile(list, share) ?? NaN).toFixed(1).padStart(6);
    console.log(
      `${name.padEnd(24)}${at([first], 0.5)}  ${at([open], 0.5)} ${at(zoom.paint, 0.5)} ${at(zoom.paint, 0.95)} ${at(pan.paint, 0.5)} ${at(pan.paint, 0.95)}    ${at([...zoom.layout, ...pan.layout], 0.95)}`,
    );
    const of = (list: readonly number[], share: number) => quantile(list, share) ?? NaN;
    tables.push({
      title: `The timeline of ${name}`,
      told: `1280 × 800 pixels, ${signs} signs; milliseconds of work, the wait for a frame not counted.`,
      drawn: true,
      figures: [
        { what: 'first drawing', ours: first, unit: 'ms', ...(name === 'an hour' && { aim: { most: 16 } }) },
        { what: 'lanes opened', ours: open, unit: 'ms' },
        { what: 'zoom step, p50', ours: of(zoom.paint, 0.5), unit: 'ms' },
        { what: 'zoom step, p95', ours: of(zoom.paint, 0.95), unit: 'ms', aim: { most: step } },
        { what: 'pan step, p50', ours: of(pan.paint, 0.5), unit: 'ms' },
        { what: 'pan step, p95', ours: of(pan.paint, 0.95), unit: 'ms', aim: { most: step } },
        { what: 'layout, p95', ours: of([...zoom.layout, ...pan.layout], 0.95), unit: 'ms', aim: { most: 2 } },
      ],
    });
    await page.close();
  }
  console.log(`\nAims: first drawing under 16 for an hour, steps p95 under 8 (16 for ten hours), layout under 2.`);
  console.log(`The ten hours are invented: ${mentions} mentions of 24 topics were planted.\n`);
  tables.push(await redrawPeers(browser));
  await browser.close();
  server.close();
  return tables;
}
