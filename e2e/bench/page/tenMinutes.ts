import type { Page } from '@playwright/test';

/** What the page holds, after all that is no longer used was given back. */
export interface Held {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Each round is a minute's work; all ten are 100 searches, 200 seeks, 50 lanes, 50 zooms, 20 notes, there and back ten times. */
const ROUNDS = 10;
const WORDS = [
  'kernel',
  'rust',
  'wiregaurd',
  'dma',
  'tail scale',
  'hellwig',
  'fosdem',
  'linux 6.13',
  'python',
  'meeting',
];

/**
 * Uses the page as ten minutes would. What it holds is measured after the first round, in which everything that is fetched or
 * made once has come, and after the last. Notes are deleted again, as they are meant to be kept.
 */
export async function useTenMinutes(page: Page, other: string): Promise<readonly [first: Held, last: Held]> {
  let first: Held | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    await useOneMinute(page, other);
    first ??= await heldBy(page);
  }
  return [first!, await heldBy(page)];
}

async function useOneMinute(page: Page, other: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: 'Search' });
  const count = page.locator('[role="status"][data-count]');
  for (const word of WORDS) {
    await search.fill(word);
    await count.filter({ hasText: /result|No/ }).waitFor();
    await page.keyboard.press('Enter');
  }
  await search.fill('');

  const strip = (await page.getByRole('slider', { name: 'Position' }).boundingBox())!;
  for (let i = 0; i < 20; i += 1) await page.mouse.click(strip.x + strip.width * (0.01 + 0.012 * i), strip.y + 20);

  const lanes = page.locator('button[data-topic]');
  for (let i = 0; i < 5; i += 1) await lanes.nth(i % 3).click();
  if ((await lanes.and(page.locator('[aria-pressed="true"]')).count()) > 0)
    await lanes.and(page.locator('[aria-pressed="true"]')).first().click();
  for (let i = 0; i < 5; i += 1)
    await page.getByRole('button', { name: i % 2 === 0 ? 'Zoom in' : 'Zoom out', exact: true }).click();

  const notes = page.getByRole('region', { name: 'Notes', exact: true });
  for (let i = 0; i < 2; i += 1) {
    await page.getByRole('region', { name: 'Transcript' }).getByRole('link').nth(i).focus();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).fill('What was that?');
    await notes.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    await page.keyboard.press('Escape');
  }
  for (let left = 2; left > 0; left -= 1) {
    await notes.locator('[data-note]').first().getByRole('button', { name: 'Delete' }).click();
    await page.waitForFunction((n) => document.querySelectorAll('#notes [data-note]').length === n, left - 1);
  }

  const here = await page.evaluate(() => location.hash);
  for (const hash of [other, here]) {
    await page.evaluate((to) => (location.hash = to), hash);
    const slug = /^#\/([^?&]+)/.exec(hash)?.[1] ?? '';
    await page.waitForFunction((want) => location.hash.includes(want), slug);
    await page.waitForFunction((few) => document.querySelectorAll('[data-cue]').length < 20 === few, hash === other);
  }
}

async function heldBy(page: Page): Promise<Held> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const session = await page.context().newCDPSession(page);
  // A second time, for what the first set free.
  for (let i = 0; i < 2; i += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { megabytes: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
