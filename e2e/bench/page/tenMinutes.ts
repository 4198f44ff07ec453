import type { CDPSession, Page } from '@playwright/test';

/** What the page holds, after all that is no longer used was given back. */
export interface Held {
  readonly megabytes: number;
  /** Of these, what the browser made of the script to run it: it compiles better whatever is run often, for a long while. */
  readonly compiled: number;
  /** And the rest: the page's own. */
  readonly own: number;
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
 * made once has come, and after the last. Notes are deleted again, as they are meant to be kept. The browser may hold on to a
 * whole view that was left until another event of the same kind comes, so each is the least of two rounds.
 */
export async function useTenMinutes(page: Page, other: string): Promise<readonly [first: Held, last: Held]> {
  const held: Held[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await useOneMinute(page, other);
    if (round <= 2 || round >= ROUNDS - 1) held.push(await heldBy(page));
  }
  return [least(held.slice(0, 2)), least(held.slice(2))];
}

/** The least of each figure. */
function least(held: readonly Held[]): Held {
  const of = (figure: keyof Held) => Math.min(...held.map((one) => one[figure]));
  return {
    megabytes: of('megabytes'),
    compiled: of('compiled'),
    own: of('own'),
    nodes: of('nodes'),
    listeners: of('listeners'),
  };
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
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const megabytes = of('JSHeapUsedSize') / 1e6;
  const compiled = (await compiledCode(session)) / 1e6;
  await session.detach();
  return { megabytes, compiled, own: megabytes - compiled, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** The parts of a heap snapshot that are read here. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] };
  };
  /** Each node's fields, one node after the other. */
  readonly nodes: readonly number[];
}

/** Bytes of bytecode, machine code, and what was noted while it ran to make better code. */
async function compiledCode(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = types[0].indexOf('code');
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length) if (nodes[at + type] === code) bytes += nodes[at + size]!;
  return bytes;
}
