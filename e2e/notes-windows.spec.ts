import type { Page } from '@playwright/test';
import type { Deed } from './harness/play.ts';
import type { Harness } from './harness/main.ts';
import { expect, test } from './page.ts';
import { HARNESS_PATH } from './setup/places.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

type Notebook = ReturnType<Harness['openNotebook']>;
declare global {
  interface Window {
    harness: Harness;
    notebook: Notebook;
    /** What each writing transaction asked of the disk, by database. */
    written: [database: string, durability: string][];
  }
}

/** Of each window. */
const DEEDS = 150;

/** What a window shows: each note's text by its id, and whether it is said to be saved. */
const shown = (page: Page) =>
  page.evaluate(() =>
    window.notebook.notes
      .map(({ id, body }): [string, string, string] => [id, body, window.notebook.saveState(id)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

for (const seed of [1, 2, 3, 4])
  test(`two windows, any interleaving (seed ${seed}): no text is lost unseen, and both show the same`, async ({
    context,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const windows = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const page = await context.newPage();
        await page.goto(baseURL! + HARNESS_PATH.slice(1));
        await page.evaluate(async () => {
          window.notebook = window.harness.openNotebook();
          await window.notebook.load();
        });
        return { page, name };
      }),
    );
    const played = await Promise.all(
      windows.map(({ page, name }, i) =>
        page.evaluate(([name, seed, count]) => window.harness.play(window.notebook, name, seed, count), [
          name,
          seed * 10 + i,
          DEEDS,
        ] as const),
      ),
    );

    const [one, other] = windows.map(({ page }) => page) as [Page, Page];
    await expect(async () => {
      const [left, right] = await Promise.all([shown(one), shown(other)]);
      expect(left).toEqual(right);
      expect(left.filter(([, , state]) => state !== 'saved')).toEqual([]);
    }).toPass({ timeout: 1000, intervals: [50] });

    const onDisk = await one.evaluate(async () => {
      const loaded = await window.harness.store.load();
      if (!loaded.ok) throw new Error(loaded.reason);
      return loaded.value.notes.map(({ id, body, copyOf }) => ({ id, body, copyOf }));
    });
    const deeds: Deed[] = played.flat();
    const over = new Set(deeds.map((deed) => deed.over));
    const alive = deeds.flatMap(({ wrote }) => (wrote !== undefined && !over.has(wrote) ? [wrote] : []));
    const copies = onDisk.filter(({ copyOf }) => copyOf !== undefined).length;
    console.log(`seed ${seed}: ${deeds.length} deeds, ${onDisk.length} notes, ${copies} of them copies`);
    // A text goes only where a window that showed it wrote over it or deleted it; what went does not come back.
    expect(onDisk.map(({ body }) => body).sort()).toEqual(alive.sort());
    expect((await shown(one)).map(([id, body]) => ({ id, body }))).toEqual(
      onDisk.map(({ id, body }) => ({ id, body })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    // Or the windows never met, and nothing was tried.
    expect(copies).toBeGreaterThan(0);
  });

test('every write of the store asks the disk for strict durability', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    window.written = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all: Parameters<typeof begin>) {
      const transaction = begin.apply(this, all);
      if (transaction.mode === 'readwrite') window.written.push([this.name, transaction.durability]);
      return transaction;
    };
  });
  await page.goto(baseURL! + HARNESS_PATH.slice(1));
  const verbs = await page.evaluate(async () => {
    const { store, noteOf } = window.harness;
    const saved = await store.save(noteOf('a', 'kept'));
    if (!saved.ok) throw new Error(saved.reason);
    const { note } = saved.value;
    const setItem = Storage.prototype.setItem;
    const verbs: Readonly<Record<string, () => unknown>> = {
      save: () => store.save({ ...note, body: 'changed' }),
      conflict: () => window.harness.openNotebook().store.save({ ...note, body: 'by another' }),
      setKept: () => store.setKept('name', 'value'),
      restore: () => store.restore([noteOf('b', 'restored')], { name: undefined }),
      saveNow() {
        // Without the small storage, the last keystroke goes straight to the database.
        Storage.prototype.setItem = () => {
          throw new DOMException('', 'SecurityError');
        };
        store.saveNow({ ...note, body: 'left' });
        Storage.prototype.setItem = setItem;
      },
      'load, which takes in what was left': () => store.load(),
      remove: () => store.remove(note),
      removeMany: () => store.removeMany(['a', 'b']),
    };
    const asked: Record<string, string[]> = {};
    for (const [verb, run] of Object.entries(verbs)) {
      window.written = [];
      await run();
      asked[verb] = [...new Set(window.written.filter(([name]) => name === 'hourline').map(([, how]) => how))];
    }
    return asked;
  });
  const strict = ['strict'];
  expect(verbs).toEqual(Object.fromEntries(Object.keys(verbs).map((verb) => [verb, strict])));
  expect(Object.keys(verbs)).toHaveLength(8);
});

test('the page’s own writes ask for it too, whatever they are of', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    window.written = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all: Parameters<typeof begin>) {
      const transaction = begin.apply(this, all);
      if (transaction.mode === 'readwrite') window.written.push([this.name, transaction.durability]);
      return transaction;
    };
  });
  await hourline.open('#/lup-603?t=642');
  await page.keyboard.press('n');
  await hourline.noteField.fill('kept');
  await expect(hourline.notes.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  const written = await page.evaluate(() => window.written);
  expect(written.filter(([database]) => database === 'hourline')).not.toEqual([]);
  expect(written.filter(([, durability]) => durability !== 'strict')).toEqual([]);
});
