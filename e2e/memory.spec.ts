import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './page.ts';

const SRT = '1\n00:00:01,000 --> 00:00:04,000\nA lighthouse.\n\n2\n00:00:05,000 --> 00:00:09,000\nIt is tall.\n';
const SWITCHES = 20;

/** What the page holds once all that nobody holds on to was given back. */
async function heldBy(session: CDPSession) {
  // What the first round sets free may hold on to more.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, bytes: usedSize, left: await elementsLeft(session) };
}

/** Leaves word of each element of the view that is on the page, without holding on to it; of this view and the one before. */
async function watchView(page: Page) {
  await page.evaluate(() => {
    const { watched = [] } = globalThis as { watched?: WeakRef<Element>[][] };
    const view = Array.from(document.querySelectorAll('.page, .page *'), (element) => new WeakRef(element));
    Object.assign(globalThis, { watched: [...watched.slice(-1), view] });
  });
}

/** What is still held of the views that were watched and then left, by tag and class. */
async function elementsLeft(session: CDPSession): Promise<unknown> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `[...new Set(watched.flat().map((ref) => ref.deref()).filter(Boolean)
      .map((element) => element.localName + '.' + element.getAttribute('class')))].slice(0, 20)`,
    returnByValue: true,
  });
  return result.value;
}

async function goTo(page: Page, hash: string, cues: number) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForFunction((count) => document.querySelectorAll('[data-cue]').length === count, cues);
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toBeVisible();
}

test('an episode that was left is let go, with all that it listened for', async ({ hourline, page, context }) => {
  // High enough for the lanes to be open, where there is room for them beside the text.
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 900 });
  await hourline.open('#/lup-603');
  await page
    .getByLabel('Open a transcript')
    .setInputFiles({ name: 'tall.srt', mimeType: 'text/plain', buffer: Buffer.from(SRT) });
  await page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' }).click();
  await expect(hourline.cues).toHaveCount(2);
  // The test tool holds on to the field that it gave a file to, and that to its view.
  await page.reload();
  await expect(hourline.cues).toHaveCount(2);
  const session = await context.newCDPSession(page);
  const switchTwice = async () => {
    await watchView(page);
    await goTo(page, '#/lup-603', 248);
    await hourline.search.fill('dma');
    await expect(hourline.count).toHaveText('8 results');
    await watchView(page);
    await goTo(page, '#/tall', 2);
  };

  for (let i = 0; i < 2; i += 1) await switchTwice();
  test.slow();
  const before = await heldBy(session);
  for (let i = 0; i < SWITCHES / 2; i += 1) await switchTwice();
  // What a browser lets go of in its own time is waited for.
  await expect
    .poll(async () => {
      const { nodes, listeners, bytes, left } = await heldBy(session);
      return {
        nodes: nodes <= before.nodes * 1.1,
        listeners: listeners <= before.listeners,
        // Compiled code grows for a while; a view with its transcript has about 0.6 MB.
        bytes: bytes - before.bytes < 2_000_000,
        left,
      };
    })
    .toEqual({ nodes: true, listeners: true, bytes: true, left: [] });
});
