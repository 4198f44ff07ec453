import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page, Route } from '@playwright/test';
import { expect, test } from './page.ts';
import { ARCHIVE_PATH } from './setup/places.ts';
import { shiftsOf, watchShifts } from './shifts.ts';

const FIRST = 'Hello, friends, and welcome back to your weekly Linux talk show.';
/** A build with an older episode, as a path of the tests' host. */
const ARCHIVE = ARCHIVE_PATH.slice(1);
/** The page's program; the script in its head is none of it. */
const PROGRAM = '**/assets/*.js';

/** A page whose program does not come, or not before it is let. Not the test's own page, which waits for it. */
async function held(context: BrowserContext) {
  const page = await context.newPage();
  const waiting: Route[] = [];
  let isFree = false;
  await page.route(PROGRAM, (route) => (isFree ? route.continue() : void waiting.push(route)));
  const free = async () => {
    isFree = true;
    await Promise.all(waiting.splice(0).map((route) => route.continue()));
    await expect(page.locator('#poster')).toHaveCount(0);
  };
  return { page, free };
}

/** Opens an address, up to where something can be seen: nothing is painted before its style has come. */
async function open(page: Page, address: string) {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.body && document.querySelector<HTMLStyleElement>('head style')?.sheet);
}
const paragraph = (page: Page) => page.locator('[data-paragraph]').first().locator('p');

/** What a reader sees of the words, the title and what stands around them: boxes in the window, words, fonts and colours. */
const look = (page: Page) =>
  page.evaluate(() =>
    [
      'h1',
      'header .title p',
      '[type=search]',
      '[role=slider]',
      'main h2',
      'main h3',
      '[data-paragraph] p',
      '[data-cue]',
    ]
      .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)].slice(0, 2))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { font, color, backgroundColor } = getComputedStyle(element);
        const stripe = getComputedStyle(element, '::before').backgroundColor;
        // What the timeline shows is drawn behind the words, into the room that it has.
        const said = element.role === 'slider' ? '' : element.innerText;
        return { box: [x, y, width, height], said, font, color, backgroundColor, stripe };
      }),
  );

async function expectTheSame(context: BrowserContext) {
  const { page, free } = await held(context);
  await open(page, '');
  await expect(paragraph(page)).toContainText(FIRST);
  const poster = await look(page);
  await free();
  const drawn = await look(page);
  expect(drawn.map(({ box: _, ...rest }) => rest)).toEqual(poster.map(({ box: _, ...rest }) => rest));
  for (const [i, { box, said }] of drawn.entries())
    box.forEach((side, j) => expect(Math.abs(side - poster[i]!.box[j]!), said).toBeLessThanOrEqual(1));
}

test.describe('without any script', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole talk can be read, and it is said what needs JavaScript', async ({ context }) => {
    const page = await context.newPage();
    await page.goto('');
    await expect(page.getByRole('heading', { level: 1, name: 'All Your Kernels Belong to Rust' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Transcript' })).toContainText(FIRST);
    await expect(page.locator('.unscripted')).toContainText('Without JavaScript');
    await expect(page.locator('.unscripted')).toBeVisible();
    // Every cue of the file, from the first to the last words, and where the transcript ends.
    const published = readFileSync('src/episodes/lup-603/transcript.vtt', 'utf8').match(/-->/g)!;
    await expect(page.locator('[data-cue]')).toHaveCount(published.length);
    await expect(page.getByText('in the kernel maintainer summit 2022 we asked')).toBeVisible();
    await expect(page.getByText('No transcript')).toBeVisible();
  });
});

test('before the program has come, the first paragraph is on screen, among the same landmarks', async ({ context }) => {
  const { page } = await held(context);
  await open(page, '');
  await expect(paragraph(page)).toContainText(FIRST);
  await expect(paragraph(page)).toBeInViewport();
  for (const name of ['Transcript', 'Timeline']) await expect(page.getByRole('region', { name })).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Keys' })).toBeDisabled();
  expect(await page.locator('#poster [style]').count()).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('what is read stands at one place in one look, before and after', ({ context }) => expectTheSame(context));
  });
}

test('text size, width and colours that were chosen hold from the first frame', async ({ context }) => {
  await context.addInitScript(() => {
    if (!location.protocol.startsWith('http')) return;
    localStorage.setItem('hourline:text-size', '4');
    localStorage.setItem('hourline:line-width', 'narrow');
    localStorage.setItem('hourline:theme', 'dark');
  });
  await expectTheSame(context);
  // Something was chosen, or nothing was tried.
  const { page } = await held(context);
  await open(page, '');
  await expect(paragraph(page)).toHaveCSS('font-size', '24px');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

// The second opens the lanes from the start, which are fetched: their room is kept for them.
for (const [what, size] of [
  ['', undefined],
  [' in a roomy window', { width: 1440, height: 1000 }],
] as const)
  test(`nothing shifts${what}, and no frame is without the words or has them twice`, async ({ context }) => {
    const { page, free } = await held(context);
    if (size) await page.setViewportSize(size);
    await watchShifts(page);
    await page.addInitScript(() => {
      const seen = new Set<number>();
      Object.assign(window, { seen });
      // The observer is told between tasks: what it finds could have been painted.
      new MutationObserver(() => seen.add(document.querySelectorAll('[data-cue][data-start="11.345"]').length)).observe(
        document,
        { childList: true, subtree: true },
      );
    });
    await open(page, '');
    await expect(paragraph(page)).toBeVisible();
    await page.evaluate(() => (window as unknown as { seen: Set<number> }).seen.clear());
    await free();
    await expect(page.locator('[data-part="show-notes"] > *').first()).toBeAttached();
    if (size) await expect(page.locator('[data-tracks] span').first()).toBeVisible();
    expect(await shiftsOf(page)).toEqual([]);
    const counts = await page.evaluate(() => [...(window as unknown as { seen: Set<number> }).seen]);
    expect(counts).toEqual([1]);
  });

test('a page that comes in pieces is painted with its first screen, and waits for no more', async ({
  browser,
  isMobile,
  viewport,
}) => {
  const whole = readFileSync('dist/index.html', 'utf8');
  const head = whole.slice(0, whole.indexOf('<button', whole.indexOf('class="actions')) + 1200);
  const screen = whole.slice(head.length, whole.indexOf('data-stretch="2"'));
  let end: (() => void) | undefined;
  const host = createServer((request, response) => {
    if (request.url !== '/') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html' }).write(head);
    setTimeout(() => response.write(screen), 1000);
    end = () => response.end(whole.slice(head.length + screen.length));
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  const page = await browser.newPage({ isMobile, viewport });
  await watchShifts(page);
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
  await expect(paragraph(page)).toBeVisible();
  // What is in the page is told to be painted a moment later.
  const paints = () =>
    page.evaluate(() => performance.getEntriesByType('paint').map(({ startTime }) => startTime > 900));
  await expect.poll(paints).toEqual([true, true]);
  end!();
  await expect(page.locator('#poster [data-silent]')).toBeAttached();
  expect(await shiftsOf(page)).toEqual([]);
  await page.close();
  host.closeAllConnections();
  host.close();
});

test('who has scrolled stays there; what was typed is searched for, and can be typed on', async ({ context }) => {
  const { page, free } = await held(context);
  await open(page, '');
  await expect(paragraph(page)).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.click();
  await page.keyboard.type('ker');
  await page.evaluate(() => scrollTo(0, 300));
  await free();
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await page.keyboard.type('nel');
  await expect(search).toHaveValue('kernel');
  await expect(page.locator('[role="status"][data-count]')).toContainText('results');
});

/** The first cue that ends below what sticks to the top, and how high in the window it stands. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const cue = [...document.querySelectorAll<HTMLElement>('[data-cue]')].find(
      (one) => one.getBoundingClientRect().bottom > 350,
    )!;
    return { start: cue.dataset['start'], top: Math.round(cue.getBoundingClientRect().top) };
  });

async function expectToStand(page: Page, before: Awaited<ReturnType<typeof standing>>) {
  const now = await standing(page);
  expect(now.start).toBe(before.start);
  expect(Math.abs(now.top - before.top)).toBeLessThanOrEqual(1);
}

for (const [what, address, words, marked] of [
  ['a moment', '#/lup-603?t=662.1', 'Christopher Hillwig, though', 1],
  ['a range, with words and a query', '#/lup-603?t=662.1,668.4&w=there-will-be-no&q=kernel', 'And probably raised', 2],
  ['the beginning', '#/lup-603?t=11.345', FIRST, 1],
  ['a time typed by hand', '#11:02', 'Christopher Hillwig, though', 1],
  ['a time before the hash', '?t=662.1', 'Christopher Hillwig, though', 1],
  ['a moment of an older episode', `${ARCHIVE}#/small-talk?t=6`, 'Today we talk about lighthouses', 1],
] as const) {
  test(`a link to ${what} shows its words at once, at the place where they stay`, async ({ context }) => {
    const { page, free } = await held(context);
    await watchShifts(page);
    await open(page, address);
    const cue = page.locator('[data-cue][aria-current="location"]');
    await expect(cue).toBeInViewport({ ratio: 1 });
    await expect(cue).toContainText(words);
    await expect(page.locator('[data-passage]')).toHaveCount(marked);
    await expect(page.locator('[data-passage]').first()).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
    const before = await standing(page);
    await free();
    await expect(cue).toBeFocused();
    await expectToStand(page, before);
    await expect(cue).toBeInViewport({ ratio: 1 });
    // What is read is marked on the timeline, and moves there by a few pixels.
    expect((await shiftsOf(page)).reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.0025);
  });
}

test('in a low window nothing lies over the words that a link leads to', async ({ context }) => {
  const { page, free } = await held(context);
  await page.setViewportSize({ width: 844, height: 390 });
  await open(page, '#/lup-603?t=662.1');
  const cue = page.locator('[data-cue][aria-current="location"]');
  const isOnTop = () =>
    cue.evaluate((one) => {
      const { left, top, height } = one.getClientRects()[0]!;
      return document.elementFromPoint(left + 5, top + height / 2) === one;
    });
  await expect(cue).toBeInViewport({ ratio: 1 });
  expect(await isOnTop()).toBe(true);
  const before = await standing(page);
  await free();
  await expectToStand(page, before);
  expect(await isOnTop()).toBe(true);
});

for (const [what, address] of [
  ['has turned away from where a link led', '#/lup-603?t=662.1'],
  ['has read on from the beginning', ''],
] as const)
  test(`who ${what} goes on reading there`, async ({ context }) => {
    const { page, free } = await held(context);
    await open(page, address);
    await expect(page.locator('[data-silent]')).toBeAttached();
    await page.evaluate(() => scrollTo(0, 1700));
    const before = await standing(page);
    await free();
    await expectToStand(page, before);
    await expect(page.locator('[data-part="show-notes"] > *').first()).toBeAttached();
    await expectToStand(page, before);
    await expect(page.locator('[data-cue]:focus')).toHaveCount(0);
  });

test('a link to what has no transcript leads there at once, and stays on a slow machine', async ({
  context,
  browserName,
}) => {
  const { page, free } = await held(context);
  if (browserName === 'chromium')
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await open(page, '#/lup-603?t=2400');
  const silent = page.locator('[data-silent]');
  const top = async () => Math.round((await silent.boundingBox())!.y);
  await expect(silent).toBeInViewport();
  const before = await top();
  await free();
  await expect(silent).toBeFocused();
  // Long after the poster is gone, the last of the text above takes its real height.
  await expect(page.locator('[data-part="show-notes"] > *').first()).toBeAttached();
  const unsettled = page.locator('[data-stretch]:not([style*="content-visibility: visible"])');
  if (browserName === 'chromium') await expect(unsettled).toHaveCount(0);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
});

test('a link to a search shows the talk at once, and what is searched for', async ({ context }) => {
  const { page, free } = await held(context);
  await watchShifts(page);
  await open(page, '#/lup-603?q=kernel');
  await expect(paragraph(page)).toBeInViewport();
  const box = page.getByRole('searchbox', { name: 'Search' });
  await expect(box).toHaveValue('kernel');
  await free();
  await expect(box).toHaveValue('kernel');
  await expect(page.locator('[role="status"][data-count]')).toContainText('results');
  await expect(paragraph(page)).toBeInViewport();
  expect((await shiftsOf(page)).reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.0025);
});

test('an older episode is shown at once, and in no frame the newest', async ({ context }) => {
  const { page, free } = await held(context);
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      const title = document.querySelector('h1');
      if (title?.checkVisibility({ visibilityProperty: true })) seen.add(title.innerText);
      requestAnimationFrame(look);
    };
    look();
  });
  const data = page.waitForRequest('**/archive/assets/small-talk-*.js');
  await open(page, `${ARCHIVE}#/small-talk`);
  await expect(paragraph(page)).toContainText('Welcome to Small Talk');
  await expect(page.getByText('And that was all about lighthouses')).toBeVisible();
  // Where nothing was written down it is said, in the midst and at the end.
  await expect(page.getByRole('region', { name: 'Transcript' })).toContainText(
    /about lighthouses\.\s*No transcript 0:09 – 1:10\s*And that was all/,
    { useInnerText: true },
  );
  await expect(page.locator('[data-silent]')).toContainText('No transcript 1:14 – 2:00');
  // What the program draws from is asked for beside the program, which has not come.
  await data;
  const poster = await look(page);
  await free();
  expect(await look(page)).toEqual(poster);
  expect(await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])).toEqual(['Lighthouses']);
});

for (const [what, address] of [
  ['what is not there', '#/large-talk'],
  ['what nothing can be called', '#/%E0%A4%A'],
] as const) {
  test(`a link to ${what} shows no text, and no host is told of it`, async ({ context }) => {
    const { page, free } = await held(context);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await open(page, ARCHIVE + address);
    // The last thing in the page: the poster has been parsed when it is there.
    await expect(page.locator('#poster aside')).toBeAttached();
    await expect(page.locator('#poster')).toBeHidden();
    await free();
    await expect(page.getByRole('heading', { name: 'There is no episode' })).toBeVisible();
    expect(asked.filter((url) => url.includes('/posters/'))).toEqual([]);
  });
}

for (const [what, answer] of [
  ['is missing', (route: Route) => route.fulfill({ status: 404, body: 'not here' })],
  ['is the page itself, as some hosts answer', (route: Route) => route.fulfill({ path: 'dist/index.html' })],
  ['is cut off', (route: Route) => route.abort()],
  ['never comes', () => undefined],
] as const) {
  test(`where the file of an older episode's text ${what}, the program shows it`, async ({ context }) => {
    const { page, free } = await held(context);
    await page.route('**/posters/*', answer);
    const asked = page.waitForRequest('**/posters/small-talk.txt?*');
    await open(page, `${ARCHIVE}#/small-talk?t=6`);
    await asked;
    await expect(page.locator('#poster aside')).toBeAttached();
    await expect(page.locator('#poster')).toBeHidden();
    await free();
    await expect(page.locator('[data-cue][aria-current="location"]')).toContainText('Today we talk');
    await expect(page.locator('[data-cue][aria-current="location"]')).toBeFocused();
  });
}

test('a reload of the newest episode shows it at once, under the address that it has by then', async ({ context }) => {
  const { page, free } = await held(context);
  await open(page, '#/lup-603');
  await expect(paragraph(page)).toBeVisible();
  await free();
});

test('an archive shows its newest episode', async ({ context }) => {
  const { page, free } = await held(context);
  await open(page, ARCHIVE);
  const title = page.getByRole('heading', { level: 1 });
  const before = await title.innerText();
  await free();
  await expect(title).toHaveText(before);
});

test('where the data fails, the message stands alone', async ({ page }) => {
  await page.route('**/lup-603-*.js', (route) => route.abort());
  await page.goto('');
  await expect(page.getByRole('heading', { name: "The episode can't be fetched" })).toBeVisible();
  await expect(page.locator('#poster')).toHaveCount(0);
  await expect(page.getByRole('main')).toHaveCount(1);
});
