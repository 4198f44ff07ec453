import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { askedBefore, bytesOf, INLINE, SCREEN, waitedFor } from './bench/page/bytes.ts';
import { expect, test } from './page.ts';
import { ARCHIVE_PATH } from './setup/places.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

/**
 * Bytes, as a host sends them with brotli; they do not jitter, so they are held here, and times are not.
 *
 * - `first`: the scripts that the first paragraph of the plain address waits for, and the words of a link to any published
 *   episode: the one in the page.
 * - `program`: the scripts without which the program draws no words. Only a visitor's own episode waits for them.
 * - `screen`: the page up to the first screen of words, with that script and the style; `page`: with all its words.
 *
 * The aims are 35 kB before the first paragraph, 90 kB in all and 25 kB for the bundled episode. Each bar stands where the
 * build is today, with room for a small repair, and for digests in the names of files, which pack better or worse by up to two
 * hundred bytes with each change: whoever takes bytes away lowers it. None is raised without a reason.
 */
const MOST = {
  first: 2_000,
  program: 53_100,
  screen: 12_800,
  page: 21_600,
  all: 185_300,
  lists: 36_500,
  episode: 25_000,
} as const;

const ASSETS = 'dist/assets';
const isEpisode = (file: string) => file.startsWith('lup-603-');
const sizeOf = (bytes: Buffer) => brotliCompressSync(bytes).length;
const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
/** Paths within the build. */
const sizeOfAll = (paths: readonly string[]) => sum(paths.map((path) => sizeOf(bytesOf('dist', path))));

test('the bytes of the build stay within what is promised', async ({ context, page }, { annotations }) => {
  const files = readdirSync(ASSETS).filter((file) => file.endsWith('.js'));
  const paths = files.filter((file) => !isEpisode(file)).map((file) => `assets/${file}`);
  const all = sizeOfAll([...paths, 'sw.js', INLINE]);
  const episode = sizeOf(readFileSync(join(ASSETS, files.find(isEpisode)!)));

  // The words wait for no other file than the page: all others are kept away, and the paragraph is there to be read, in its style.
  expect(waitedFor(readFileSync('dist/index.html', 'utf8'))).toEqual([]);
  const without = await context.newPage();
  await without.route('**/assets/*', (route) => route.abort());
  await without.goto('');
  await expect(without.locator('[data-paragraph] p').first()).toBeInViewport();
  await expect(without.locator('main')).toHaveCSS('position', 'relative');
  for (const link of ['#/lup-603?t=662.1', `${ARCHIVE_PATH.slice(1)}#/small-talk?t=6`]) {
    await without.goto('about:blank');
    await without.goto(link);
    await expect(without.locator('[data-cue][aria-current]')).toBeInViewport();
  }
  await without.close();
  const first = sizeOfAll([INLINE]);

  const before = (await askedBefore(page, '')).filter((path) => path.endsWith('.js'));
  expect(before.map((path) => basename(path))).toContainEqual(expect.stringMatching(/^index-/));
  const scripts = before.filter((path) => !isEpisode(basename(path)));
  expect(scripts.every((path) => existsSync(join('dist', path)))).toBe(true);
  const program = sizeOfAll([INLINE, ...scripts]);

  // Data that the search and the reader of files fetch; no program, but bytes all the same.
  const lists = sum(
    readdirSync(ASSETS)
      .filter((file) => /\.(?:txt|json)$/.test(file))
      .map((file) => sizeOf(readFileSync(join(ASSETS, file)))),
  );

  const [screen, whole] = [sizeOfAll([SCREEN]), sizeOfAll(['index.html'])];
  const measured = { first, program, screen, page: whole, all, lists, episode };
  for (const [type, bytes] of Object.entries(measured)) annotations.push({ type, description: `${bytes} bytes` });
  console.log('brotli:', measured);
  for (const name of Object.keys(MOST) as (keyof typeof MOST)[]) {
    expect(measured[name], `${name}: at most ${MOST[name]} bytes`).toBeLessThanOrEqual(MOST[name]);
  }
});

test('a rest of the page that can’t be fetched is said in words, and can be tried again', async ({
  hourline,
  page,
}) => {
  await page.route('**/assets/parts-*.js', (route) => route.abort());
  await hourline.open();
  await expect(page.getByRole('alert')).toContainText("The rest of the page can't be fetched");
  await page.unroute('**/assets/parts-*.js');
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(hourline.notes).toBeAttached();
});

test('nothing jumps while the page and its rest come', async ({ hourline, page }) => {
  await watchShifts(page);
  await hourline.open();
  await expect(hourline.notes).toBeAttached();
  await expect(page.getByRole('region', { name: 'Take away' })).toBeAttached();
  expect(await shiftsOf(page)).toEqual([]);
});

test('nothing jumps while what a link searches for is found', async ({ hourline, page }) => {
  await watchShifts(page);
  let find: (() => void) | undefined;
  const late = new Promise<void>((resolve) => (find = resolve));
  await page.route('**/assets/search-*.js', (route) => late.then(() => route.continue()));
  await hourline.open('#/lup-603?q=kernel');
  await expect(hourline.results).toContainText('Getting ready to search…');
  await expect(page.getByRole('region', { name: 'Take away' })).toBeAttached();
  find!();
  await expect(hourline.hit(20)).toBeAttached();
  // Results off screen have an estimated height until they are drawn.
  const moved = (await shiftsOf(page)).reduce((sum, shift) => sum + shift, 0);
  expect(moved).toBeLessThan(0.0025);
});
