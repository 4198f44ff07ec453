import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import type { HourlinePage } from './page.ts';
import { expect, test } from './page.ts';

async function writeNote(hourline: HourlinePage, text: string) {
  await hourline.page.keyboard.press('n');
  await expect(hourline.noteField).toBeFocused();
  await hourline.noteField.pressSequentially(text);
  await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
}

test.describe('notes', () => {
  test('on the current cue: written, saved, there after a reload, edited, deleted, brought back', async ({
    hourline,
    page,
  }) => {
    await hourline.open('#/lup-603?t=642');
    await writeNote(hourline, 'Quote this');
    await page.keyboard.press('Escape');
    await expect(hourline.timeline.locator('[data-note]')).toHaveCount(1);

    await page.reload();
    await hourline.panel('Notes');
    const item = hourline.notes.locator('[data-note]');
    await expect(item).toContainText('Quote this');
    expect(Number(await item.getAttribute('data-start'))).toBeLessThanOrEqual(642);

    await item.getByRole('button', { name: 'Edit' }).click();
    await hourline.noteField.fill('Quote that');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await item.getByRole('button', { name: 'Done' }).click();
    await expect(item).toContainText('Quote that');

    await item.getByRole('button', { name: 'Delete' }).click();
    await expect(item).toHaveCount(0);
    await hourline.notes.getByRole('button', { name: 'Undo' }).click();
    await expect(item).toContainText('Quote that');
    await page.reload();
    await hourline.panel('Notes');
    await expect(item).toContainText('Quote that');
  });

  test('what is deleted or brought back in the moment in which the page is left is so on the next visit', async ({
    hourline,
    page,
  }) => {
    await hourline.open('#/lup-603?t=642');
    for (const text of ['Quote this', 'And that']) {
      await writeNote(hourline, text);
      await page.keyboard.press('Escape');
    }
    const items = hourline.notes.locator('[data-note]');
    await expect(items).toHaveCount(2);
    /** Presses a button and leaves in one task. */
    const leaveWith = async (button: Locator) => {
      const left = page.waitForEvent('framenavigated');
      await button.evaluate((element: HTMLElement) => {
        element.click();
        location.reload();
      });
      await left;
      await hourline.panel('Notes');
    };
    await leaveWith(items.filter({ hasText: 'And that' }).getByRole('button', { name: 'Delete' }));
    await expect(items).toHaveCount(1);
    await expect(items).toContainText('Quote this');
    await items.getByRole('button', { name: 'Delete' }).click();
    await expect(items).toHaveCount(0);
    await leaveWith(hourline.notes.getByRole('button', { name: 'Undo' }));
    await expect(items).toContainText('Quote this');
  });

  test('on a selection, quoting its words', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await hourline.cue(415).evaluate((span) => {
      span.scrollIntoView({ block: 'center' });
      getSelection()!.setBaseAndExtent(span.firstChild!, 0, span.firstChild!, 12);
    });
    const words = await hourline.cue(415).evaluate((span) => span.textContent!.slice(0, 12).trim());
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Note' }).click();
    await hourline.noteField.fill('on a selection');
    const item = hourline.notes.locator('[data-note]');
    await expect(item).toHaveAttribute('data-start', '415');
    await expect(item.locator('q')).toHaveText(words);
  });

  test('however much is written, Done stays at hand, clear of the line one writes', async ({ hourline, page }) => {
    const narrow = page.viewportSize()!.width < 800;
    await page.setViewportSize(narrow ? { width: 390, height: 664 } : { width: 1280, height: 720 });
    await hourline.open('#/lup-603?t=642');
    await writeNote(hourline, 'a line');
    const done = hourline.notes.getByRole('button', { name: 'Done' });
    for (let line = 0; line < 8; line += 1) {
      await page.keyboard.press('Enter');
      await hourline.noteField.pressSequentially('and another');
      await expect(done).toBeInViewport({ ratio: 1 });
    }
    // The last line stands half a rem above the field's lower edge.
    const [field, foot] = [(await hourline.noteField.boundingBox())!, (await done.boundingBox())!];
    expect(field.y + field.height - 8).toBeLessThanOrEqual(foot.y);
    await done.click();
    await expect(hourline.notes.locator('[data-note]')).toContainText('and another');
  });

  test('the one that is edited keeps its place and the focus, whatever the list is sorted and narrowed by', async ({
    hourline,
    page,
  }) => {
    await hourline.open('#/lup-603?t=642');
    const items = hourline.notes.locator('[data-note]');
    const field = hourline.notes.getByRole('searchbox');
    for (const text of ['something else', 'older words', 'newer words']) {
      await writeNote(hourline, text);
      await page.keyboard.press('Escape');
    }
    await hourline.panel('Notes');
    await hourline.notes.getByRole('combobox', { name: 'Order' }).selectOption('Newest first');
    await field.fill('older');
    await expect(items).toHaveCount(1);
    await field.fill('words');
    await expect(items).toHaveText([/newer/, /older/]);
    await items.nth(1).getByRole('button', { name: 'Edit' }).click();
    await hourline.noteField.fill('other');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await hourline.noteField.pressSequentially(' text');
    await expect(hourline.noteField).toBeFocused();
    await expect(hourline.noteField).toHaveValue('other text');
    await expect(items.nth(1).getByRole('textbox', { name: 'Note' })).toHaveCount(1);
    // When it is done, the list is as it was asked for again.
    await items.getByRole('button', { name: 'Done' }).click();
    await expect(items).toHaveText([/newer/]);
  });

  test('what narrows them comes with the third, or where it is in use', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    const filters = hourline.notes.getByRole('group', { name: 'Narrow the notes' });
    for (const text of ['one', 'two', 'three']) {
      await expect(filters).toHaveCount(0);
      await writeNote(hourline, text);
      await page.keyboard.press('Escape');
    }
    await hourline.panel('Notes');
    await filters.getByRole('searchbox').fill('two');
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(1);
    await hourline.notes.getByRole('button', { name: 'Delete' }).click();
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(0);
    await filters.getByRole('button', { name: 'Show all' }).click();
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(2);
    await expect(filters).toHaveCount(0);
  });

  test('one that was begun and left empty is none', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(0);
  });

  test('a second one that is begun leaves no empty first', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    await hourline.transcript.getByRole('link').first().focus();
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(1);
  });

  test('what is typed before the rest of the page is there belongs to the note that was asked for', async ({
    hourline,
    page,
  }) => {
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/assets/parts-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await page.keyboard.type('first');
    // A press is for what is pressed, and keys are keys again.
    await hourline.transcript.getByRole('heading').first().click();
    await page.keyboard.press('n');
    await page.keyboard.type('second');
    go();
    await expect(hourline.noteField).toHaveValue('second');
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(2);
    await expect(hourline.notes.locator('[data-note]').filter({ hasText: 'first' })).toHaveCount(1);
  });

  test('keeps the last keystroke of a page that is left at once', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.pressSequentially('left in a hurry');
    await page.reload();
    await hourline.panel('Notes');
    await expect(hourline.notes.locator('[data-note]')).toContainText('left in a hurry');
  });

  test('keeps it also where the database has not opened yet', async ({ hourline, page }) => {
    await page.addInitScript(() => {
      // The first visit's database takes longer than the visitor; the next one's opens.
      if (!sessionStorage.getItem('visited')) IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
      sessionStorage.setItem('visited', 'yes');
    });
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.pressSequentially('left before it opened');
    await page.reload();
    await hourline.panel('Notes');
    await expect(hourline.notes.locator('[data-note]')).toContainText('left before it opened');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('rescued')))).toEqual([]);
  });

  for (const [what, block] of [
    [
      'throws',
      () =>
        void Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    ],
    ['is missing', () => void Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'fails',
      () =>
        void (IDBFactory.prototype.open = () => {
          throw new DOMException('', 'UnknownError');
        }),
    ],
    ['never answers', () => void (IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest)],
  ] as const) {
    test(`where IndexedDB ${what}, the page is readable, says so, and notes can be exported`, async ({
      hourline,
      page,
    }) => {
      await page.addInitScript(block);
      await hourline.open('#/lup-603?t=642');
      await expect(page.getByRole('alert')).toContainText("Notes can't be stored", { timeout: 8000 });
      await page.keyboard.press('n');
      await hourline.noteField.fill('only in memory');
      await page.keyboard.press('Escape');
      await expect(hourline.notes.locator('[data-note]')).toContainText('only in memory');
      await expect(hourline.notes).not.toContainText('Saved');
      const download = page.waitForEvent('download');
      await hourline.notes.getByRole('button', { name: 'Export as text' }).click();
      expect(await readFile(await (await download).path(), 'utf8')).toContain('only in memory');
    });
  }
});
