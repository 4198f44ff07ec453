import { readFile } from 'node:fs/promises';
import { formatBackup } from '../src/core/notes/backup.ts';
import { noteOf } from './harness/noteOf.ts';
import type { HourlinePage } from './page.ts';
import { expect, test } from './page.ts';

/** What notes meet in the world: full disks, other windows, corrected transcripts, files. */

async function note(hourline: HourlinePage, text: string) {
  await hourline.page.keyboard.press('n');
  await expect(hourline.noteField).toBeFocused();
  await hourline.noteField.fill(text);
}
const saved = (hourline: HourlinePage) => hourline.notes.getByRole('status').filter({ hasText: /^Saved$/ });
const items = (hourline: HourlinePage) => hourline.notes.locator('[data-note]');

test('a full quota: said with its reason, nothing lost, and saved by itself once there is room', async ({
  hourline,
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(90_000); // saving is tried again ever more rarely
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL!);
  await page.goto('about:blank');
  // Before the first use of IndexedDB, or it is ignored. Each of the notes' two homes takes 74 kB while it is empty.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 600_000 });
  await hourline.open('#/lup-603?t=642');
  await note(hourline, 'a small one');
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await note(hourline, `large ${'x'.repeat(900_000)}`);
  await expect(page.getByRole('alert')).toContainText('the disk is full, or this site’s share of it');
  await expect(hourline.noteField).toHaveValue(/^large x+$/);
  await expect(saved(hourline)).toHaveCount(0);
  await expect(page.getByRole('alert').getByRole('button', { name: 'Export notes as text' })).toBeVisible();

  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 50_000_000 });
  await expect(saved(hourline)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await hourline.panel('Notes');
  await expect(items(hourline)).toHaveCount(2);
  await expect(items(hourline).filter({ hasText: 'a small one' })).toHaveCount(1);
});

test('a disk that refuses: earlier notes stay, and writing goes on when it takes again', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all: Parameters<typeof put>) {
      if (!document.documentElement.dataset['full']) return put.apply(this, all);
      throw new DOMException('', 'UnknownError');
    };
  });
  await hourline.open('#/lup-603?t=642');
  await note(hourline, 'earlier');
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.documentElement.dataset['full'] = 'yes'));
  await note(hourline, 'later');
  await expect(page.getByRole('alert')).toContainText("Notes can't be stored");
  await expect(hourline.notes.getByRole('status').filter({ hasText: 'Not saved' })).toBeVisible();
  await page.evaluate(() => delete document.documentElement.dataset['full']);
  await expect(saved(hourline)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await hourline.panel('Notes');
  await expect(items(hourline)).toHaveCount(2);
});

test('“Saved” appears only once every write of the note is on disk', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    let open = 0;
    const seen: [word: string, open: number][] = [];
    Object.assign(window, { seen });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...all: Parameters<typeof begin>) {
      const transaction = begin.apply(this, all);
      // Of the notes, in both of their homes.
      if (transaction.mode === 'readwrite' && /^hourline(?:-notes)?$/.test(this.name)) {
        open += 1;
        seen.push(['begun', open]);
        transaction.addEventListener('complete', () => {
          open -= 1;
          seen.push(['on disk', open]);
        });
      }
      return transaction;
    };
    // Each time that the word comes, with how many writes are on their way then.
    new MutationObserver(() => {
      const word = [...document.querySelectorAll('[role="status"]')].find(({ textContent }) => textContent === 'Saved');
      const last = seen.findLast(([what]) => what === 'Saved' || what === 'not yet')?.[0] ?? 'not yet';
      if ((word ? 'Saved' : 'not yet') !== last) seen.push([word ? 'Saved' : 'not yet', open]);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await hourline.open('#/lup-603?t=642');
  const seen = () => page.evaluate(() => (window as unknown as { seen: [string, number][] }).seen);
  for (const text of ['first', 'second, longer', 'third']) {
    const times = (await seen()).filter(([word]) => word === 'Saved').length;
    if (text === 'first') await note(hourline, text);
    else await hourline.noteField.fill(text);
    await expect.poll(async () => (await seen()).filter(([word]) => word === 'Saved').length).toBeGreaterThan(times);
  }
  const all = await seen();
  expect(all.filter(([word]) => word === 'Saved').map(([, open]) => open)).toEqual([0, 0, 0]);
  // Between what was typed and the word, something was written.
  for (const [i, [word]] of all.entries())
    if (word === 'Saved') expect(all.slice(0, i).findLast(([what]) => what !== 'Saved')?.[0]).toBe('on disk');
});

test('a write that never answers: said within some seconds, and written when the disk answers again', async ({
  hourline,
  page,
}) => {
  test.setTimeout(60_000);
  await page.addInitScript(() => {
    const get = IDBObjectStore.prototype.get;
    IDBObjectStore.prototype.get = function (...all: Parameters<typeof get>) {
      const hangs = document.documentElement.dataset['hangs'] && this.transaction.mode === 'readwrite';
      return hangs ? ({} as IDBRequest) : get.apply(this, all);
    };
  });
  await hourline.open('#/lup-603?t=642');
  await page.evaluate(() => (document.documentElement.dataset['hangs'] = 'yes'));
  await note(hourline, 'into a silence');
  await expect(page.getByRole('alert')).toContainText('no answer within 5 seconds', { timeout: 8000 });
  await expect(hourline.noteField).toHaveValue('into a silence');
  await expect(saved(hourline)).toHaveCount(0);
  await page.evaluate(() => delete document.documentElement.dataset['hangs']);
  await expect(saved(hourline)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a database that another window holds', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      const request = {} as IDBOpenDBRequest;
      queueMicrotask(() => request.onblocked?.call(request, new Event('blocked') as IDBVersionChangeEvent));
      return request;
    };
  });
  await hourline.open('#/lup-603?t=642');
  await expect(page.getByRole('alert')).toContainText('another window holds the database');
  await note(hourline, 'stays');
  await expect(hourline.noteField).toHaveValue('stays');
});

test('storage that the browser cleared: said, with a way to restore', async ({ hourline, page, isMobile }) => {
  await hourline.open('#/lup-603?t=642');
  await note(hourline, 'to be cleared');
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(test.info().project.use.baseURL!).origin,
    storageTypes: 'indexeddb',
  });
  await hourline.open('#/lup-603?t=642');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This browser has cleared the notes');
  await alert.getByRole('button', { name: 'Restore a backup' }).click();
  await expect(hourline.notes.locator('#keeping')).toHaveAttribute('open', '');
  await expect(hourline.notes.locator('#keeping > summary')).toBeFocused();
  await expect(hourline.notes.locator('#keeping > summary')).toBeInViewport();
  if (isMobile) await page.keyboard.press('Escape');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);
});

test('two windows show the same within a second, and what both change is there twice', async ({
  hourline,
  page,
  context,
}) => {
  await hourline.open('#/lup-603?t=642');
  const second = await context.newPage();
  const other = new (hourline.constructor as typeof HourlinePage)(second);
  await other.open('#/lup-603?t=642');
  await other.panel('Notes');
  await note(hourline, 'from the first');
  await expect(saved(hourline)).toBeVisible();
  await expect(items(other)).toContainText('from the first', { timeout: 1000 });

  // Both have it open, and type without having seen the other's words.
  await items(other).getByRole('button', { name: 'Edit' }).click();
  // At one moment by the clock: half a second later the first of them would be saved, and the other window would know.
  const at = Date.now() + 1500;
  const typeThen = (one: HourlinePage, words: string) =>
    one.noteField.evaluate(
      (field, [when, typed]) =>
        new Promise<void>((resolve) => {
          const type = () => {
            (field as HTMLTextAreaElement).value = typed;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            resolve();
          };
          setTimeout(type, when - Date.now());
        }),
      [at, words] as const,
    );
  await Promise.all([typeThen(hourline, 'first again'), typeThen(other, 'second')]);
  for (const one of [hourline, other]) {
    await expect(items(one)).toHaveCount(2);
    await expect(one.notes).toContainText('There are two versions of this note');
  }
  await page.keyboard.press('Escape');
  await second.keyboard.press('Escape');
  // Whichever came second is the copy; the words of both are there, in both windows.
  for (const one of [hourline, other])
    for (const words of ['first again', 'second'])
      await expect(items(one).filter({ hasText: words })).not.toHaveCount(0);
  await hourline.notes.getByRole('button', { name: 'Keep this' }).click();
  for (const one of [hourline, other]) await expect(items(one)).toHaveCount(1);
});

test('a highlight is a note; it is marked in the margin, tagged by a key, filtered and found', async ({
  hourline,
  page,
  isMobile,
}) => {
  await hourline.open('#/lup-603?t=642');
  await hourline.cue(415).evaluate((span) => {
    span.scrollIntoView({ block: 'center' });
    getSelection()!.setBaseAndExtent(span.firstChild!, 0, span.firstChild!, 12);
  });
  await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Highlight' }).click();
  const mark = hourline.transcript.getByRole('button', { name: /^A note on the paragraph/ });
  await expect(mark).toHaveCount(1);
  expect(await page.evaluate(() => [...CSS.highlights.get('note-yellow')!].length)).toBeGreaterThan(0);
  await mark.click();
  await expect(items(hourline)).toBeVisible();
  await items(hourline).getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('combobox', { name: 'Tags, separated' }).fill('kernel, to check');
  await page.getByRole('radio', { name: 'blue' }).check();
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(items(hourline).getByRole('list', { name: 'Tags' })).toContainText('#to check');

  // The second of the visitor's tags, on the passage that is read.
  await hourline.cue(642.86).or(hourline.transcript.locator('[aria-current="location"]')).first().focus();
  await page.keyboard.press('2');
  await expect(items(hourline)).toHaveCount(2);
  await page.keyboard.press('1');
  await expect(items(hourline)).toHaveCount(2);
  await page.reload();
  await hourline.panel('Notes');
  await expect(items(hourline)).toHaveCount(2);
  await expect(items(hourline).nth(1).getByRole('listitem')).toHaveText(['#to check', '#kernel']);

  // With a third there are enough to be narrowed.
  await hourline.open('#/lup-603?t=800');
  await page.keyboard.press('n');
  await hourline.noteField.fill('Neither');
  await page.keyboard.press('Escape');
  await hourline.panel('Notes');
  const narrow = hourline.notes.getByRole('group', { name: 'Narrow the notes' });
  await narrow.getByRole('combobox', { name: 'Colour' }).selectOption('blue');
  await expect(items(hourline)).toHaveCount(1);
  await narrow.getByRole('combobox', { name: 'Colour' }).selectOption('Any colour');
  await narrow.getByRole('combobox', { name: 'Order' }).selectOption('Newest first');
  await expect(items(hourline).nth(1).getByRole('listitem')).toHaveText(['#to check', '#kernel']);
  await narrow.getByRole('searchbox').fill('nothing like it');
  await expect(items(hourline)).toHaveCount(0);
  await narrow.getByRole('searchbox').fill('');
  await expect(items(hourline)).toHaveCount(3);
  // What was asked for in the margin is listed, though the list is narrowed to others.
  await narrow.getByRole('combobox', { name: 'Colour' }).selectOption('yellow');
  const yellow = await items(hourline).count();
  if (isMobile) await page.keyboard.press('Escape');
  await mark.first().click();
  await expect(items(hourline)).not.toHaveCount(yellow);
  await narrow.getByRole('combobox', { name: 'Colour' }).selectOption('Any colour');
  await hourline.search.fill('"to check"');
  // On a phone searching opens the results, which a press would close again.
  await expect(hourline.count).toHaveText('0 results');
  await hourline.panel('Results');
  await expect(hourline.results.locator('[data-source="note"]')).toHaveCount(2);

  // A tag that the list is narrowed to can be let go of when no note has it any more.
  await hourline.panel('Notes');
  await narrow.getByRole('combobox', { name: 'Tag' }).selectOption('#kernel');
  for (const item of await items(hourline).all()) {
    await item.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Tags, separated' }).fill('');
    await expect(saved(hourline)).toBeVisible();
  }
  await items(hourline).getByRole('button', { name: 'Done' }).click();
  await expect(items(hourline)).toHaveCount(0);
  await expect(narrow.getByRole('combobox', { name: 'Tag' })).toHaveValue('kernel');
  await narrow.getByRole('combobox', { name: 'Tag' }).selectOption('Any tag');
  // What was but a tag on a passage is no note without it.
  await expect(items(hourline)).toHaveCount(2);
});

test('Markdown is drawn, and never becomes markup', async ({ hourline, page }) => {
  await hourline.open('#/lup-603?t=642');
  await note(
    hourline,
    '# Head\n\n- one, **strong *and leaning*** and `<b>code</b>`\n- [two](https://x.test)\n\n<img src=x onerror="window.hit=1"> [bad](javascript:alert(1)) שלום 👩‍👩‍👧',
  );
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(items(hourline).getByRole('link', { name: 'two' })).toHaveAttribute('href', 'https://x.test');
  await expect(items(hourline).locator('.item')).toHaveCount(2);
  await expect(items(hourline)).toContainText('שלום 👩‍👩‍👧');
  await expect(items(hourline).locator('strong')).toHaveText(['strong ', 'and leaning']);
  await expect(items(hourline).locator('strong em')).toHaveText('and leaning');
  await expect(items(hourline).locator('code')).toHaveText('<b>code</b>');
  expect(await items(hourline).locator('img, b, [href^="javascript"]').count()).toBe(0);
});

test('everything goes into one file and comes back; then all of it is deleted, and is seen to be', async ({
  hourline,
  page,
}) => {
  await hourline.open('#/lup-603?t=642');
  await note(hourline, 'one 👩‍👩‍👧');
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  await hourline.notes.locator('#keeping > summary').click();
  await expect(hourline.notes.locator('#keeping > summary')).toContainText('no backup yet');
  const taking = async (name: string) => {
    const download = page.waitForEvent('download');
    await hourline.notes.getByRole('button', { name, exact: true }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  expect(await taking('Markdown')).toMatch(/^---\n[^]*\[\[10:38\]\]\(http[^)]+#\/lup-603\?t=638/);
  expect(await taking('CSV for Readwise')).toContain('Highlight,Title,Author,URL,Note,Location,Date');
  expect(JSON.parse(await taking('Web Annotations (JSON-LD)'))).toHaveProperty('items.length', 1);
  const backup = await taking('Save a backup');
  await expect(hourline.notes.locator('#keeping > summary')).toContainText('last backup just now');

  // The same, a changed one and a deleted one.
  await items(hourline).getByRole('button', { name: 'Edit' }).click();
  await hourline.noteField.fill('one, changed');
  await expect(saved(hourline)).toBeVisible();
  await page.keyboard.press('Escape');
  const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup) };
  await page.getByLabel('Restore a backup').setInputFiles(file);
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[data-restore="conflicting"]')).toHaveText('1');
  // Leaving it leaves the panel that it was opened from.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(hourline.notes).toBeVisible();
  await page.getByLabel('Restore a backup').setInputFiles(file);
  await dialog.getByRole('radio', { name: 'take those of the backup' }).check();
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(items(hourline)).toContainText('one 👩‍👩‍👧');
  await page
    .getByLabel('Restore a backup')
    .setInputFiles({ ...file, buffer: Buffer.from(backup.replace('one ', 'two ')) });
  await expect(hourline.notes).toContainText('its checksum does not fit');
  await hourline.notes.getByRole('button', { name: 'Delete all notes' }).click();
  await expect(items(hourline)).toHaveCount(0);
  await hourline.notes.getByRole('button', { name: 'Restore…' }).first().click();
  await expect(dialog.locator('[data-restore="new"]')).toHaveText('1');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(items(hourline)).toHaveCount(1);

  await hourline.notes.getByRole('button', { name: /^Delete everything/ }).click();
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(dialog).toContainText('Nothing is left');
  const left = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await caches.keys()),
  ]);
  expect(left).toEqual([]);
  await dialog.getByRole('button', { name: 'Start afresh' }).click();
  await expect(hourline.transcript).toBeVisible();
  await hourline.panel('Notes');
  await expect(items(hourline)).toHaveCount(0);
});

test('a backup brings how one listened and what was opened, all or nothing', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...all: Parameters<typeof put>) {
      const isFull = document.documentElement.dataset['full'] && this.transaction.db.name === 'hourline';
      if (isFull && JSON.stringify(all[1]).startsWith('["note"')) throw new DOMException('', 'QuotaExceededError');
      return put.apply(this, all);
    };
  });
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  await hourline.notes.locator('#keeping > summary').click();
  const listened = { version: 1, position: 61.5, speed: 1.25, clock: [], ranges: [{ start: 1, end: 9 }] };
  const backup = formatBackup({
    made: '2025-01-01T00:00:00.000Z',
    notes: [{ ...noteOf('n1', 'from elsewhere'), episode: 'lup-603' }],
    rest: {
      shelf: [['card:talk', { slug: 'talk', title: 'A talk', digest: 'd' }]],
      outlines: [],
      listening: [['listening:talk', listened]],
      preferences: [],
    },
  });
  const dialog = page.getByRole('dialog');
  const restore = async () => {
    const file = { name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(backup) };
    await page.getByLabel('Restore a backup').setInputFiles(file);
    await expect(dialog.getByRole('term')).toHaveText([
      'New notes',
      'The same here',
      'Different here',
      'Opened episodes',
      'Episodes read or heard',
    ]);
    await expect(dialog).toContainText('Audio files of your own are not in a backup');
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(dialog).toHaveCount(0);
  };
  const kept = (database: string, key: string) =>
    page.evaluate(
      ([database, key]) =>
        new Promise<unknown>((resolve) => {
          indexedDB.open(database!).onsuccess = ({ target }) => {
            const { result } = target as IDBOpenDBRequest;
            const found = result.transaction('episodes').objectStore('episodes').get(key!);
            found.onsuccess = () => (result.close(), resolve(found.result));
          };
        }),
      [database, key],
    );

  await page.evaluate(() => (document.documentElement.dataset['full'] = 'yes'));
  await restore();
  await expect(hourline.notes).toContainText('Nothing was restored: the disk is full');
  expect(await kept('hourline-shelf', 'card:talk')).toBeUndefined();
  expect(await kept('hourline-listening', 'listening:talk')).toBeUndefined();
  await page.evaluate(() => delete document.documentElement.dataset['full']);
  await restore();
  await expect(hourline.notes).toContainText('Restored 1 note.');
  await expect(items(hourline)).toContainText('from elsewhere');
  expect(await kept('hourline-shelf', 'card:talk')).toHaveProperty('title', 'A talk');
  expect(await kept('hourline-listening', 'listening:talk')).toEqual(listened);
});

test('a backup is written by itself to the file that was chosen', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    // A real file handle, of the browser's own file system: no test can press the buttons of the system's dialog.
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('backup.json', { create: true }),
    });
  });
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  await hourline.notes.locator('#keeping > summary').click();
  await hourline.notes.getByRole('button', { name: /^Back up to a file/ }).click();
  await expect(hourline.notes).toContainText('Written by itself after each change');
  await hourline.notes.getByRole('button', { name: 'Write a note' }).click();
  await hourline.noteField.fill('goes to the file');
  const written = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle('backup.json')).getFile()).text();
    });
  await expect.poll(written).toContain('goes to the file');
  await page.reload();
  await hourline.panel('Notes');
  await hourline.notes.locator('#keeping > summary').click();
  await expect(hourline.notes).toContainText('Written by itself after each change');
});

test('a backup that can not be written by itself any more is told where one reads, not in the panel alone', async ({
  hourline,
  page,
}) => {
  await page.addInitScript(() => {
    const asked = () => Promise.resolve(sessionStorage.getItem('may') ?? 'granted');
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('backup.json', { create: true }),
    });
    Object.assign(FileSystemFileHandle.prototype, {
      queryPermission: asked,
      requestPermission: () => (sessionStorage.setItem('may', 'granted'), asked()),
    });
    const { createWritable } = FileSystemFileHandle.prototype;
    FileSystemFileHandle.prototype.createWritable = function (...all) {
      if (sessionStorage.getItem('full')) return Promise.reject(new DOMException('', 'QuotaExceededError'));
      return createWritable.apply(this, all);
    };
  });
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  await hourline.notes.locator('#keeping > summary').click();
  await hourline.notes.getByRole('button', { name: /^Back up to a file/ }).click();
  await expect(hourline.notes).toContainText('Written by itself after each change');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(0);

  // Browsers ask anew after a while.
  await page.evaluate(() => sessionStorage.setItem('may', 'prompt'));
  await page.reload();
  await expect(alert).toContainText('Notes are not backed up by themselves right now');
  await alert.getByRole('button', { name: 'Allow writing to backup.json' }).click();
  await expect(alert).toHaveCount(0);

  await page.evaluate(() => sessionStorage.setItem('full', 'yes'));
  await note(hourline, 'goes nowhere');
  await expect(alert).toContainText('The backup of your notes could not be written to backup.json');
  await page.keyboard.press('Escape');
  const download = page.waitForEvent('download');
  await alert.getByRole('button', { name: 'Save a backup' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('goes nowhere');
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);
});

test('a backup that can’t be read is told with its name', async ({ hourline, page }) => {
  await page.addInitScript(() => {
    File.prototype.text = () => Promise.reject(new DOMException('It was moved.', 'NotReadableError'));
  });
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  await hourline.notes.locator('#keeping > summary').click();
  const file = { name: 'gone.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.getByLabel('Restore a backup').setInputFiles(file);
  await expect(hourline.notes).toContainText('“gone.json” can’t be read: ');
});

test('notes of the first build are there, and stay where its window is open', async ({ hourline, page }) => {
  await page.goto('about:blank');
  await page.addInitScript(() => {
    if (sessionStorage.getItem('shipped')) return;
    sessionStorage.setItem('shipped', 'yes');
    // What the first build that was shipped had on disk, with its connection open.
    const request = indexedDB.open('hourline', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('notes').put(
        {
          version: 1,
          id: 'old',
          episode: 'lup-603',
          body: 'written long ago',
          target: { start: 640, end: 645, quote: { exact: 'words that were never said here', prefix: '', suffix: '' } },
          created: '2025-01-01T00:00:00.000Z',
          modified: '2025-01-01T00:00:00.000Z',
        },
        ['note', 'old'],
      );
    };
    request.onsuccess = () => (request.result.onversionchange = () => request.result.close());
  });
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  await expect(items(hourline)).toContainText('written long ago');
  await expect(items(hourline)).toContainText('Passage no longer found');
  await hourline.notes.locator('#keeping > summary').click();
  await expect(hourline.notes).toContainText('before an upgrade');
});
