/**
 * Draws what `public/` holds as pictures, from `public/icon.svg` and from the page as it is: icons, the pictures of the page in
 * the app's manifest, and the picture that a link to the page is shown with. `npx tsx e2e/icons.ts`
 */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from './setup/browser.ts';
import { serve } from './setup/server.ts';

const port = 4175;
const icon = await readFile('public/icon.svg', 'utf8');
const browser = await chromium.launch(findBrowser() ?? {});

/** A picture of some markup, at its size in pixels. */
async function draw(file: string, width: number, height: number, body: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    `<style>* { margin: 0; box-sizing: border-box } svg { display: block; width: 100% }</style>${body}`,
  );
  await page.screenshot({ path: `public/${file}`, omitBackground: true });
  await page.close();
}

// Systems cut their own corners: a full square, the mark within the middle four fifths (W3C, Web app manifest § maskable).
const square = icon.replace(/ rx="\d+"/, '');
const masked = square.replace('id="mark"', 'transform="translate(32 35.5) scale(.78) translate(-32 -37)"');
for (const size of [192, 512]) await draw(`icon-${size}.png`, size, size, icon);
await draw('icon-maskable-512.png', 512, 512, masked);
await draw('icon-180.png', 180, 180, square);

await build({ logLevel: 'warn' });
const server = await serve({ '/': 'dist' }, port);

/** A picture of the page at a place. */
async function visit(file: string, width: number, height: number, scale: number, hash: string): Promise<string> {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: 'light',
    serviceWorkers: 'block',
  });
  await page.goto(`http://127.0.0.1:${port}/${hash}`);
  await page.locator('[data-rank]').first().waitFor({ state: 'attached' });
  const taken = await page.screenshot(file ? { path: `public/${file}` } : {});
  await page.close();
  return taken.toString('base64');
}

await visit('screenshot-wide.png', 1280, 800, 1, '#/lup-603?t=662.1,668.4&q=hellwig');
await visit('screenshot-narrow.png', 390, 844, 2, '#/lup-603?t=642&q=dma');
const shown = await visit('', 1280, 800, 1, '#/lup-603?t=662.1,668.4&q=hellwig');
await draw(
  'preview.png',
  1200,
  630,
  `<body style="background: #fbfaf7; font: 500 34px/1.3 Inter, system-ui, sans-serif; color: #1d1b19; overflow: hidden">
    <div style="display: flex; align-items: center; gap: 28px; padding: 44px 60px 36px">
      <div style="width: 104px">${icon}</div>
      <div><b style="font-size: 46px; color: #b3261e">Hourline</b><br />opens an hour of talk like a map</div>
    </div>
    <img src="data:image/png;base64,${shown}" style="display: block; width: 1080px; margin: 0 auto; border: 1px solid #ddd8cf; border-radius: 14px; box-shadow: 0 12px 50px #0002" />
  </body>`,
);
await browser.close();
server.close();
