/**
 * Takes the README's picture of the real page, and with a folder as argument a set of pictures to look at:
 * `npx tsx e2e/pictures.ts [folder]`.
 */
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from './setup/browser.ts';
import { serve } from './setup/server.ts';

const folder = process.argv[2];
const port = 4174;
await build({ logLevel: 'warn' });
const server = await serve({ '/': 'dist' }, port);
const browser = await chromium.launch(findBrowser() ?? {});

async function visit(width: number, height: number, colorScheme: 'light' | 'dark', hash: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    deviceScaleFactor: width < 500 ? 2 : 1.5,
  });
  await page.goto(`http://127.0.0.1:${port}/${hash}`);
  await page.getByRole('region', { name: 'Transcript' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  // A picture is cut out of the page where it was scrolled to; until all of the text has its real height, that changes.
  await page
    .locator('[data-stretch]:not([style*="content-visibility: visible"])')
    .first()
    .waitFor({ state: 'detached' });
  return page;
}

async function note(page: Page, words: string): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).fill(words);
  await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.keyboard.press('Escape');
}

const page = await visit(1280, 860, 'light', '#/lup-603?t=662.1,668.4&q=hellwig');
await note(page, 'Quote this: the whole dispute hangs on who must keep the C side stable.');
await page.screenshot({ path: 'docs/hourline.png' });
await page.getByRole('button', { name: 'All lanes' }).click();
await page.locator('[data-mention]').first().waitFor();
await page.getByRole('button', { name: /^DMA, \d+ mentions$/ }).click();
await page.getByRole('region', { name: 'Timeline' }).screenshot({ path: 'docs/timeline.png' });

for (const scheme of folder ? (['light', 'dark'] as const) : []) {
  for (const [name, width, height] of [
    ['desktop', 1280, 800],
    ['phone', 390, 844],
  ] as const) {
    for (const [state, hash] of [
      ['open', '#/lup-603'],
      ['search', '#/lup-603?t=642&q=dma'],
      ['end', '#/lup-603?t=3300'],
      ['unknown', '#/x'],
    ] as const) {
      const shot = await (state === 'unknown'
        ? browser.newPage({ viewport: { width, height }, colorScheme: scheme })
        : visit(width, height, scheme, hash));
      if (state === 'unknown') await shot.goto(`http://127.0.0.1:${port}/${hash}`);
      if (state === 'search') await note(shot, 'A note\nof two lines.');
      await shot.screenshot({ path: `${folder}/${name}-${scheme}-${state}.png` });
      await shot.close();
    }
  }
}
await browser.close();
server.close();
