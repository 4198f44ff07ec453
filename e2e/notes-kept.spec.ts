import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { Harness } from './harness/main.ts';
import { expect, programmed, test } from './page.ts';
import { findBrowser } from './setup/browser.ts';
import { ARCHIVE_PATH, HARNESS_PATH } from './setup/places.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

declare global {
  interface Window {
    harness: Harness;
    acked(id: string, write: number): void;
  }
}

const KILLS = 50;
const WRITES = 5000;
const TRIES = 100;
/** Pages that are left at the same time. */
const ABREAST = 4;

/** A browser of its own, with its process group and its profile. */
async function launch(profile: string): Promise<{ process: ChildProcess; context: BrowserContext }> {
  const { executablePath = chromium.executablePath(), args = [], env } = findBrowser() ?? {};
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const child = spawn(
    executablePath,
    ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...args, 'about:blank'],
    { detached: true, stdio: 'ignore', ...(env ? { env: env as NodeJS.ProcessEnv } : {}) },
  );
  await expect(() => expect(existsSync(portFile) && readFileSync(portFile, 'utf8')).toMatch(/^\d+\n./)).toPass({
    intervals: [50],
    timeout: 20_000,
  });
  const [port] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return { process: child, context: browser.contexts()[0]! };
}

test('a browser that is killed at any moment has lost nothing that was saved', async ({ baseURL }) => {
  test.setTimeout(600_000);
  const profile = mkdtempSync(join(tmpdir(), 'hourline-kill-'));
  /** By note: the last write that was acknowledged. Each write's body is its number. */
  const acknowledged = new Map<string, number>();
  let count = 0;
  let lost = 0;

  const check = async (page: Page) => {
    const load = () =>
      page.evaluate(async () => {
        const loaded = await window.harness.store.load();
        return loaded.ok && loaded.value.notes.map(({ id, body }): [string, number] => [id, Number(body)]);
      });
    // A browser that was just killed may take longer to open its database than the store waits; that loses nothing.
    let found = await load();
    for (let again = 0; !found && again < 10; again += 1) found = await load();
    if (!found) throw new Error('The database did not open.');
    const there = new Map(found);
    for (const [id, write] of acknowledged) if (!((there.get(id) ?? -1) >= write)) lost += 1;
  };

  for (let kill = 0; kill <= KILLS; kill += 1) {
    const { process: browser, context } = await launch(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    let enough = () => undefined as void;
    const written = new Promise<void>((resolve) => (enough = resolve));
    const goal = count + WRITES / KILLS + Math.floor(Math.random() * 20);
    await page.exposeFunction('acked', (id: string, write: number) => {
      acknowledged.set(id, write);
      count += 1;
      if (count >= goal) enough();
    });
    await page.goto(baseURL! + HARNESS_PATH.slice(1));
    await check(page);
    if (kill < KILLS) {
      // New notes and edits of notes, several at once, until the end.
      void page
        .evaluate(async (round) => {
          const { store, noteOf } = window.harness;
          const lane = async (name: string) => {
            for (let write = 0; ; write += 1) {
              const id = `${round}/${name}/${write % 7}`;
              const saved = await store.save(noteOf(id, String(write)));
              if (saved.ok) window.acked(id, write);
            }
          };
          await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(lane));
        }, kill)
        .catch(() => undefined);
      await written;
    }
    const gone = once(browser, 'exit');
    process.kill(-browser.pid!, 'SIGKILL');
    await gone;
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  console.log(`${count} acknowledged writes, ${KILLS} kills, ${lost} lost`);
  expect(count).toBeGreaterThanOrEqual(WRITES);
  expect(lost).toBe(0);
});

/** Leaves the end of the database's log as a browser does that is killed between a record's head and its body. */
function tearLog(profile: string): void {
  const [site] = readdirSync(join(profile, 'Default/IndexedDB')).filter((name) => name.endsWith('.leveldb'));
  const folder = join(profile, 'Default/IndexedDB', site!);
  const log = readdirSync(folder)
    .filter((name) => /^\d+\.log$/.test(name))
    .sort()
    .at(-1);
  // Checksum, length (100 bytes that never came), type (a whole record).
  appendFileSync(join(folder, log!), Uint8Array.of(1, 2, 3, 4, 100, 0, 1));
}

test('a database that the browser finds torn and throws away comes back whole', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const profile = mkdtempSync(join(tmpdir(), 'hourline-torn-'));
  const visit = async (id: string) => {
    const { process: browser, context } = await launch(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(baseURL! + HARNESS_PATH.slice(1));
    const seen = await page.evaluate(async (id) => {
      const { store, noteOf } = window.harness;
      const loaded = await store.load();
      const saved = await store.save(noteOf(id, id));
      if (!loaded.ok || !saved.ok) throw new Error('The database did not open.');
      return { ids: loaded.value.notes.map((note) => note.id).sort(), putBack: loaded.value.putBack };
    }, id);
    const gone = once(browser, 'exit');
    process.kill(-browser.pid!, 'SIGKILL');
    await gone;
    return seen;
  };
  await visit('a');
  tearLog(profile);
  // Chromium reads up to the tear and writes on behind it; the next one finds what it can't read.
  expect(await visit('b')).toEqual({ ids: ['a'], putBack: 0 });
  expect(await visit('c')).toEqual({ ids: ['a', 'b'], putBack: 2 });
  expect(await visit('d')).toEqual({ ids: ['a', 'b', 'c'], putBack: 0 });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

const WAYS: readonly (readonly [string, (page: Page) => Promise<Page>])[] = [
  ['reloaded', (page) => page.reload({ waitUntil: 'commit' }).then(() => page)],
  [
    'left for another page',
    async (page) => {
      await page.goto('about:blank');
      return page;
    },
  ],
  [
    'closed',
    async (page) => {
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
      return page.context().newPage();
    },
  ],
];

for (const [how, leave] of WAYS) {
  test(`a page that is ${how} while typing keeps the last keystroke`, async ({ context, baseURL }) => {
    test.setTimeout(600_000);
    const address = `${baseURL!.slice(0, -1)}${ARCHIVE_PATH}#/small-talk`;
    const typed: string[] = [];
    const lane = async (number: number) => {
      let page = await context.newPage();
      for (let i = number; i < TRIES; i += ABREAST) {
        // A page that was reloaded is there already.
        if (page.url() === 'about:blank') await page.goto(address);
        await expect(page.locator('[data-cue]').first()).toBeAttached();
        await programmed(page);
        await page.keyboard.press('n');
        const field = page.getByRole('textbox', { name: 'Note' });
        await expect(field).toBeFocused();
        const text = `${how} ${i} ${'x'.repeat(i % 13)}`;
        await page.keyboard.type(text);
        // From at once to after the note was written: 0 to 600 ms, then one more key.
        await page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), (i * 37) % 600);
        await page.keyboard.type('!');
        typed.push(`${text}!`);
        page = await leave(page);
      }
      // Not closed: a page that is told to close while its reload begins may not hear it (Chromium 156).
    };
    await Promise.all(Array.from({ length: ABREAST }, (_, i) => lane(i)));

    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('combobox', { name: 'Order' }).waitFor({ state: 'attached' });
    const kept = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          indexedDB.open('hourline').onsuccess = ({ target }) => {
            const { result } = target as IDBOpenDBRequest;
            const all = result.transaction('annotations').objectStore('annotations').getAll();
            all.onsuccess = () => resolve((all.result as { body?: string }[]).map(({ body }) => body ?? ''));
          };
        }),
    );
    const lost = typed.filter((text) => !kept.includes(text));
    console.log(`${typed.length} pages ${how} while typing, ${lost.length} of them lost something`);
    expect(typed).toHaveLength(TRIES);
    expect(lost).toEqual([]);
  });
}
