import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { HourlinePage, programmed } from './page.ts';
import { expect as own, test as base } from './page.ts';
import { findBrowser } from './setup/browser.ts';
import { Site, type Fault } from './setup/site.ts';

/**
 * Work offline, on real builds, a real host that is really switched off, and browsers that are really closed: each of the ways
 * in which a copy of a page can go wrong. A page must always be one whole version of itself.
 */
/** A whole build is fetched, stored and compared between two steps, by a machine that may be busy. */
const expect = own.configure({ timeout: 30_000 });
const VERSIONS = join(import.meta.dirname, '../node_modules/.cache/hourline/versions');
const SRT =
  '1\n00:00:01,000 --> 00:00:04,000\nAnn: A lighthouse.\n\n2\n00:00:05,000 --> 00:00:09,000\nBob: It is tall.\n';

/** A visitor's machine: a browser that is started and closed, and keeps what it stored in between. */
class Visitor {
  context: BrowserContext | undefined;
  readonly #profile: string;

  constructor(
    profile: string,
    readonly site: Site,
  ) {
    this.#profile = profile;
  }

  /** Starts the browser if it is not running, and opens a window. */
  async open(path = ''): Promise<Window> {
    this.context ??= await chromium.launchPersistentContext(this.#profile, {
      ...(findBrowser() ?? {}),
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'allow',
    });
    const page = await this.context.newPage();
    const window = new Window(page);
    await page.goto(this.site.url + path);
    await programmed(page);
    await expect(window.transcript).toBeVisible();
    return window;
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  /** A first visit, until everything is stored. */
  async visit(): Promise<void> {
    await expect((await this.open()).ready).toBeVisible();
    await this.close();
  }
}

/** A window on the page. */
class Window extends HourlinePage {
  readonly ready: Locator;
  readonly offer: Locator;
  readonly faults: string[] = [];

  constructor(page: Page) {
    super(page);
    this.ready = page.getByRole('status').filter({ hasText: 'Ready to work offline' });
    this.offer = page.getByRole('status').filter({ hasText: 'A new version is ready' });
    page.on('pageerror', (error) => this.faults.push(String(error)));
  }

  /** Uses parts of the page that are fetched late, and tells of which version each part is. */
  async versions(): Promise<string[]> {
    await this.search.fill('dma');
    await expect(this.count).toHaveText(/^\d+ results$/);
    await this.page.getByRole('button', { name: 'What is kept' }).click();
    await expect(this.page.getByRole('table', { name: 'What Hourline keeps' })).toBeVisible();
    await this.page.keyboard.press('Escape');
    expect(this.faults).toEqual([]);
    return this.page.evaluate(() => [...new Set((globalThis as unknown as { parts: string[] }).parts)]);
  }

  /** What a browser does when the connection is back, and on every visit: looks for a new version. */
  async look(): Promise<void> {
    await this.page.evaluate(() => dispatchEvent(new Event('online')));
  }

  /** Resolves when no version is being stored. */
  async settled(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return !registration?.installing && !registration?.waiting;
        }),
      )
      .toBe(true);
  }

  async write(words: string): Promise<void> {
    await this.page.keyboard.press('n');
    await this.noteField.fill(words);
  }

  /** Opens a file, which is read by a worker of its own. */
  async openFile(name: string): Promise<void> {
    await this.page
      .getByLabel('Open a transcript')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(SRT) });
    const preview = this.page.getByRole('dialog', { name: 'Preview' });
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(this.cues).toHaveCount(2);
  }
}

const test = base.extend<{ site: Site; visitor: Visitor }>({
  site: async ({}, use) => {
    const site = new Site(join(VERSIONS, 'A'));
    await site.start();
    await use(site);
    await site.stop();
  },
  visitor: async ({ site }, use, info) => {
    const visitor = new Visitor(info.outputPath('profile'), site);
    await use(visitor);
    await visitor.close();
  },
});

const deploy = (site: Site, version: string) => void (site.folder = join(VERSIONS, version));
/** A chunk that no page fetches before a file is opened: only a worker that stores the build asks for it. */
const READING = /\/assets\/reading-/;
/** A chunk of which each version has its own. */
const KEPT = /\/assets\/Kept-.*\.js$/;
const at =
  (which: RegExp, fault: Fault) =>
  (path: string): Fault | undefined =>
    which.test(path) ? fault : undefined;

// In order: two browsers at once are enough for a small machine, and the builds are made once. What must never happen has no
// second try.
test.describe.configure({ mode: 'default', timeout: 120_000, retries: 0 });
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const builder = join(import.meta.dirname, 'setup/versions.ts');
  await promisify(execFile)('npx', ['tsx', builder, VERSIONS, 'A', 'B', 'archive', 'archive2'], {
    cwd: join(VERSIONS, '../../../..'),
  });
});

test.describe('after one visit, with the server gone', () => {
  test('everything works in a browser that was started anew', async ({ visitor, site }) => {
    await visitor.visit();
    await site.stop();
    const window = await visitor.open();
    const { page } = window;
    await expect(window.ready).toBeVisible();
    expect(await window.versions()).toEqual(['A']);

    await window.write('written offline');
    await expect(window.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');

    await window.panel('Show notes');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SRT', exact: true }).click();
    expect((await download).suggestedFilename()).toBe('lup-603.srt');

    await page.goto(`${site.url}#/small-talk`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lighthouses');
    await window.openFile('mine.srt');
    expect(window.faults).toEqual([]);
    await visitor.close();

    // In any of the forms in which a link may come.
    const linked = await visitor.open('?t=642');
    await expect(linked.notes.locator('[data-note]')).toContainText('written offline');
    await page.close();
    const own = await visitor.open('index.html#/mine');
    await expect(own.cues).toHaveCount(2);
  });

  test('the page of the first visit itself goes on', async ({ visitor, site }) => {
    const window = await visitor.open();
    await expect(window.ready).toBeVisible();
    await site.stop();
    expect(await window.versions()).toEqual(['A']);
    await window.openFile('mine.srt');
  });
});

test.describe('an installation that does not come to its end', () => {
  for (const fault of ['cut', 'missing', 'junk'] as const) {
    test(`first visit, a file is ${fault}: nothing is claimed, and the next visit mends it`, async ({
      visitor,
      site,
    }) => {
      site.fault = at(READING, fault);
      const window = await visitor.open();
      await expect.poll(() => site.asked.some((path) => READING.test(path))).toBe(true);
      await window.settled();
      await expect(window.ready).toHaveCount(0);
      expect(window.faults).toEqual([]);
      await visitor.close();

      site.fault = () => undefined;
      await visitor.visit();
      await site.stop();
      expect(await (await visitor.open()).versions()).toEqual(['A']);
    });

    test(`update, a file is ${fault}: the version before stays, whole, and the next visit mends it`, async ({
      visitor,
      site,
    }) => {
      await visitor.visit();
      deploy(site, 'B');
      site.asked.length = 0;
      site.fault = at(KEPT, fault);
      const window = await visitor.open();
      await expect.poll(() => site.asked.some((path) => KEPT.test(path))).toBe(true);
      await window.settled();
      await expect(window.offer).toHaveCount(0);
      expect(await window.versions()).toEqual(['A']);
      await visitor.close();

      site.fault = () => undefined;
      await site.stop();
      expect(await (await visitor.open()).versions()).toEqual(['A']);
      await visitor.close();

      await site.start();
      const mended = await visitor.open();
      await expect(mended.offer).toBeVisible();
      await mended.offer.getByRole('button', { name: 'Reload' }).click();
      await expect(mended.ready).toBeVisible();
      expect(await mended.versions()).toEqual(['B']);
    });
  }

  test('the server dies in the middle of it', async ({ visitor, site }) => {
    await visitor.visit();
    deploy(site, 'B');
    site.fault = at(KEPT, 'hangs');
    site.asked.length = 0;
    const window = await visitor.open();
    await expect.poll(() => site.asked.some((path) => KEPT.test(path))).toBe(true);
    await site.stop();
    await window.settled();
    expect(await window.versions()).toEqual(['A']);
    await visitor.close();
    expect(await (await visitor.open()).versions()).toEqual(['A']);
  });

  test('the browser is killed in the middle of it', async ({ visitor, site }, info) => {
    site.fault = at(READING, 'hangs');
    const profile = info.outputPath('profile');
    const killed = await startBrowser(profile);
    const first = await (await chromium.connectOverCDP(killed.address)).contexts()[0]!.newPage();
    await first.goto(site.url);
    await expect.poll(() => site.asked.some((path) => READING.test(path))).toBe(true);
    killed.process.kill('SIGKILL');
    await once(killed.process, 'exit');

    site.fault = () => undefined;
    await visitor.visit();
    deploy(site, 'B');
    site.asked.length = 0;
    site.fault = at(KEPT, 'hangs');
    const again = await startBrowser(profile);
    const second = await (await chromium.connectOverCDP(again.address)).contexts()[0]!.newPage();
    await second.goto(site.url);
    await expect.poll(() => site.asked.some((path) => KEPT.test(path))).toBe(true);
    again.process.kill('SIGKILL');
    await once(again.process, 'exit');

    await site.stop();
    const window = await visitor.open();
    await expect(window.ready).toBeVisible();
    expect(await window.versions()).toEqual(['A']);
  });
});

test.describe('a new version', () => {
  test('an open page finds its late parts after a deploy that took them away', async ({ visitor, site }) => {
    const window = await visitor.open();
    await expect(window.ready).toBeVisible();
    deploy(site, 'B');
    await window.look();
    await expect(window.offer).toBeVisible();
    expect(await window.versions()).toEqual(['A']);
  });

  test('is offered to two windows, and reloads the one that asks; drafts stay in both', async ({ visitor, site }) => {
    await visitor.visit();
    const [one, two] = [await visitor.open(), await visitor.open()];
    await one.write('a draft in the first window');
    await two.write('a draft in the second window');
    await two.page.evaluate(() => Object.assign(globalThis, { untouched: true }));
    deploy(site, 'B');
    await one.look();
    await expect(one.offer).toBeVisible();
    await expect(two.offer).toBeVisible();
    await one.noteField.pressSequentially(', to its last letter');
    await one.offer.getByRole('button', { name: 'Reload' }).click();
    await expect(one.ready).toBeVisible();
    await expect(one.offer).toHaveCount(0);
    expect(await one.versions()).toEqual(['B']);
    await expect(one.notes).toContainText('a draft in the first window, to its last letter');

    expect(await two.page.evaluate(() => 'untouched' in globalThis)).toBe(true);
    await expect(two.noteField).toHaveValue('a draft in the second window');
    expect(await two.versions()).toEqual(['A']);
    await two.offer.getByRole('button', { name: 'Later' }).click();
    await expect(two.offer).toHaveCount(0);
    await two.page.reload();
    await expect(two.notes).toContainText('a draft in the second window');
    expect(await two.versions()).toEqual(['B']);

    // With the last page of the old version its files go.
    await one.page.close();
    await two.page.reload();
    await expect(two.ready).toBeVisible();
    await expect.poll(() => two.page.evaluate(async () => (await caches.keys()).length)).toBe(1);
  });

  for (const [where, viewport] of [
    ['a wide screen', { width: 1280, height: 800 }],
    ['a phone', { width: 390, height: 844 }],
  ] as const)
    test(`is offered above the player, and covers no word that is read: ${where}`, async ({ visitor, site }) => {
      await visitor.visit();
      deploy(site, 'B');
      const window = await visitor.open('#/lup-603?t=642');
      await window.page.setViewportSize(viewport);
      const player = window.page.getByRole('region', { name: 'Audio', exact: true });
      await expect(player).toBeVisible();
      await expect(window.offer).toBeVisible();
      await window.transcript.locator('[aria-current="location"]').first().press('s');
      const boxOf = async (what: Locator) => (await what.boundingBox())!;
      await expect
        .poll(async () => {
          const [offer, bar] = [await boxOf(window.offer), await boxOf(player)];
          const read = await boxOf(window.transcript.locator('[aria-current="location"]').first());
          return {
            isWhole: offer.x >= 0 && offer.y >= 0 && offer.x + offer.width <= viewport.width,
            clearOfPlayer: offer.y + offer.height <= bar.y,
            clearOfWords: read.y >= 0 && read.y + read.height <= offer.y,
          };
        })
        .toEqual({ isWhole: true, clearOfPlayer: true, clearOfWords: true });
      // On a phone the panels' buttons stand at the very bottom.
      for (const button of await window.page.getByRole('button', { name: /^(?:Results|Notes)/ }).all()) {
        const box = await boxOf(button);
        const offer = await boxOf(window.offer);
        expect(offer.y + offer.height <= box.y || offer.x >= box.x + box.width || offer.y >= box.y + box.height).toBe(
          true,
        );
      }
    });

  test("is whole although the browser's own cache holds the old page", async ({ visitor, site }) => {
    site.cacheControl = 'public, max-age=31536000, immutable';
    await visitor.visit();
    deploy(site, 'B');
    const window = await visitor.open();
    await window.offer.getByRole('button', { name: 'Reload' }).click();
    await expect(window.ready).toBeVisible();
    expect(await window.versions()).toEqual(['B']);
    await visitor.close();
    await site.stop();
    expect(await (await visitor.open()).versions()).toEqual(['B']);
  });

  test('can be taken back, whether it was taken up or not', async ({ visitor, site }) => {
    await visitor.visit();
    deploy(site, 'B');
    const window = await visitor.open();
    await expect(window.offer).toBeVisible();
    deploy(site, 'A');
    await window.look();
    await expect(window.offer).toHaveCount(0);
    expect(await window.versions()).toEqual(['A']);

    deploy(site, 'B');
    await window.look();
    await window.offer.getByRole('button', { name: 'Reload' }).click();
    await expect(window.ready).toBeVisible();
    expect(await window.versions()).toEqual(['B']);
    deploy(site, 'A');
    await window.look();
    await window.offer.getByRole('button', { name: 'Reload' }).click();
    await expect(window.ready).toBeVisible();
    expect(await window.versions()).toEqual(['A']);
    await visitor.close();
    await site.stop();
    expect(await (await visitor.open()).versions()).toEqual(['A']);
  });
});

test.describe('what is stored', () => {
  test('is mended when some of it was lost; while it is not whole, nothing is claimed', async ({ visitor, site }) => {
    await visitor.visit();
    const window = await visitor.open();
    const lose = () =>
      window.page.evaluate(async () => {
        for (const name of await caches.keys()) {
          const cache = await caches.open(name);
          const lost = (await cache.keys()).filter(({ url }) => /\/(?:shows\/|search-.*|reading-.*)$/.test(url));
          await Promise.all(lost.map((request) => cache.delete(request, { ignoreVary: true })));
        }
      });
    await lose();
    await window.page.reload();
    await expect(window.ready).toBeVisible();
    await visitor.close();
    await site.stop();
    expect(await (await visitor.open()).versions()).toEqual(['A']);

    const [still] = visitor.context!.pages().slice(-1);
    await still!.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const lost = (await cache.keys()).filter(({ url }) => url.includes('/reading-'));
        await Promise.all(lost.map((request) => cache.delete(request, { ignoreVary: true })));
      }
    });
    const after = await visitor.open();
    await expect(after.cues).toHaveCount(248);
    await expect(after.ready).toHaveCount(0);
    await site.start();
    await after.look();
    await expect(after.ready).toBeVisible();
  });

  test('more episodes than fit are stored on request, shown, kept by an update, and removable', async ({
    visitor,
    site,
  }) => {
    deploy(site, 'archive');
    const window = await visitor.open();
    await expect(window.ready).toBeVisible();
    const { page } = window;
    await page.getByRole('button', { name: 'What is kept' }).click();
    const kept = page.getByRole('dialog', { name: 'What is kept' });
    await expect(kept).toContainText('0 of 1 stored');
    await kept.getByRole('button', { name: 'Store: Lighthouses' }).click();
    await expect(kept).toContainText('1 of 1 stored');
    await visitor.close();

    deploy(site, 'archive2');
    const updated = await visitor.open();
    await updated.offer.getByRole('button', { name: 'Reload' }).click();
    await expect(updated.ready).toBeVisible();
    await visitor.close();

    // Its text for who has no program yet is not asked for.
    const online = await visitor.open('#/small-talk');
    await expect(online.cues).toHaveCount(3);
    await visitor.close();
    expect(site.asked.filter((path) => path.includes('posters/'))).toEqual([]);

    await site.stop();
    const offline = await visitor.open('#/small-talk');
    await expect(offline.cues).toHaveCount(3);
    await offline.page.getByRole('button', { name: 'What is kept' }).click();
    await offline.page.getByRole('button', { name: 'Remove: Lighthouses' }).click();
    await expect(offline.page.getByRole('dialog')).toContainText('0 of 1 stored');
    await visitor.close();
    const gone = await visitor.open();
    await gone.page.goto(`${site.url}#/small-talk`);
    await expect(gone.page.getByRole('heading', { name: "The episode can't be fetched" })).toBeVisible();
  });
});

/** A browser that can be killed: one that is nobody's child but this test's. */
async function startBrowser(profile: string): Promise<{ process: ChildProcess; address: string }> {
  await mkdir(profile, { recursive: true });
  const found = findBrowser();
  const args = [...(found?.args ?? []), '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const browser = spawn(found?.executablePath ?? chromium.executablePath(), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...found?.env },
  });
  for await (const said of browser.stderr) {
    const address = /ws:\/\/\S+/.exec(String(said))?.[0];
    if (address) {
      browser.stderr.resume();
      return { process: browser, address };
    }
  }
  throw new Error('The browser ended before it could be talked to.');
}
