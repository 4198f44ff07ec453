import { readFile } from 'node:fs/promises';
import type { HourlinePage } from './page.ts';
import { expect, test } from './page.ts';

const SRT =
  '1\n00:00:01,000 --> 00:00:04,000\nAnn: A lighthouse.\n\n2\n00:00:05,000 --> 00:00:09,000\nBob: It is tall.\n';

async function openKept({ page }: HourlinePage) {
  await page.getByRole('button', { name: 'What is kept' }).click();
  const kept = page.getByRole('dialog', { name: 'What is kept' });
  await expect(kept.getByRole('row', { name: /^In all/ })).toContainText(/byte|kB|Nothing/);
  return kept;
}

test.describe('what is kept', () => {
  test('is listed in one place, each with its size, and goes when removed', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.fill('a note');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hourline.search.fill('dma');
    await expect(hourline.count).toHaveText(/results$/);
    await hourline.search.press('Enter');
    await page.getByRole('button', { name: /^Colours/ }).click();
    await (await hourline.correct()).fill('Corrected');
    await page.keyboard.press('Enter');
    await page
      .getByLabel('Open a transcript')
      .setInputFiles({ name: 'mine.srt', mimeType: 'text/plain', buffer: Buffer.from(SRT) });
    await page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(2);

    const kept = await openKept(hourline);
    const line = (kind: string) => kept.locator(`[data-kept="${kind}"]`);
    await expect(line('note')).toContainText(/1 note\s*\d+ bytes/);
    await expect(line('episode')).toContainText(/“mine”\s*\d+ bytes/);
    await expect(line('corrections')).toContainText(/“All Your Kernels Belong to Rust”\s*[\d.]+ kB/);
    await expect(line('recent')).toContainText(/\d+ bytes/);
    await expect(line('preference')).toContainText(/2 preferences\s*\d+ bytes/);

    await line('corrections').getByRole('button').click();
    await line('corrections').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(line('corrections')).toHaveCount(0);
    await line('recent').getByRole('button').click();
    await expect(line('recent')).toHaveCount(0);
    await line('episode').getByRole('button').click();
    await line('episode').getByRole('button', { name: 'Keep' }).click();
    await expect(line('episode')).toHaveCount(1);
    await line('episode').getByRole('button').click();
    await line('episode').getByRole('button', { name: 'Remove', exact: true }).click();
    // The episode that is gone was the one on screen; the page goes to another.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Your Kernels Belong to Rust');
    await expect(await openKept(hourline)).not.toContainText('mine');
    await expect(kept).not.toContainText('Corrections');
    await expect(kept).toContainText('1 note');
    // Nothing offers what nobody has made.
    await expect(kept.getByRole('button', { name: /Delete everything/ })).toHaveCount(1);
  });

  test('is gone, and seen to be gone, once everything is deleted', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.fill('a note');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    const kept = await openKept(hourline);
    await expect(kept).toContainText('1 note');
    await kept.getByRole('button', { name: /^Delete everything/ }).click();
    const asked = page.getByRole('dialog', { name: /^Delete everything/ });
    await expect(asked).toContainText('where you stopped, what you read or heard');
    await asked.getByRole('button', { name: 'Delete everything' }).click();
    const deleted = page.getByRole('dialog', { name: 'Deleted' });
    await expect(deleted.getByRole('status')).toHaveText('Nothing is left of what Hourline kept in this browser.');
    await page.keyboard.press('Escape');
    await expect(deleted).toHaveCount(0);
    await expect(kept).not.toContainText('1 note');
    await expect(kept.getByRole('row', { name: /^In all/ })).toContainText('0 bytes');
  });

  test('counts no note that was deleted', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.fill('a note');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hourline.notes.getByRole('button', { name: 'Delete' }).click();
    await expect(hourline.notes.getByRole('listitem')).toHaveCount(0);
    const kept = await openKept(hourline);
    await expect(kept).toContainText('That 1 note was deleted');
    await expect(kept.locator('[data-kept="note"]')).toHaveCount(0);
  });

  test('can be looked up again, where its part of the page or the browser did not answer', async ({
    hourline,
    page,
  }) => {
    await page.addInitScript(() => {
      const { databases } = IDBFactory.prototype;
      Object.assign(window, {
        answer: () => (IDBFactory.prototype.databases = databases),
      });
      IDBFactory.prototype.databases = () => Promise.reject(new DOMException('', 'UnknownError'));
    });
    const part = '**/Kept-*.js';
    await page.route(part, (route) => route.abort());
    await hourline.open();
    await page.getByRole('button', { name: 'What is kept' }).click();
    const alert = page.getByRole('alert').filter({ hasText: "can't be fetched" });
    const again = alert.getByRole('button', { name: 'Try again' });
    await expect(again).toBeInViewport({ ratio: 1 });
    await again.click();
    await expect(again).toBeVisible();
    await page.unroute(part);
    await again.click();

    const kept = page.getByRole('dialog', { name: 'What is kept' });
    await expect(kept.getByRole('alert')).toContainText("The browser won't tell what it keeps (UnknownError)");
    await expect(alert).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { answer: () => void }).answer());
    await kept.getByRole('button', { name: 'Try again' }).click();
    await expect(kept.getByRole('row', { name: /^In all/ })).toContainText(/byte|kB/);
    await expect(kept.getByRole('alert')).toHaveCount(0);
  });

  test('is legible to everyone', async ({ hourline }) => {
    await hourline.open();
    await openKept(hourline);
    expect(await hourline.axe()).toEqual({ violations: [], incomplete: [] });
  });
});

test.describe('an installed Hourline', () => {
  test('opens what the file manager hands to it', async ({ hourline, page }) => {
    await page.addInitScript((text) => {
      const files = [{ name: 'from-disk.srt', getFile: () => Promise.resolve(new File([text], 'from-disk.srt')) }];
      const setConsumer = (consumer: (launch: { files: unknown[] }) => void) => {
        consumer({ files: [] });
        setTimeout(() => consumer({ files }));
      };
      Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer } });
    }, SRT);
    await hourline.open();
    const preview = page.getByRole('dialog', { name: 'Preview' });
    await expect(preview).toContainText('2 cues');
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/#\/from-disk$/);
  });

  test('has what a browser asks of an app: every picture is there, at the size that is said', async ({ request }) => {
    const manifest = (await (await request.get('manifest.webmanifest')).json()) as {
      icons: { src: string; sizes: string; purpose: string }[];
      screenshots: { src: string; sizes: string; form_factor: string }[];
      file_handlers: { accept: Record<string, string[]> }[];
    };
    for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
      const bytes = await (await request.get(src)).body();
      if (sizes === 'any') expect(bytes.toString()).toContain('<svg');
      else expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
      expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
    );
    expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toEqual(['wide', 'narrow']);
    expect(manifest.file_handlers.flatMap(({ accept }) => Object.values(accept).flat())).toEqual([
      '.vtt',
      '.srt',
      '.json',
    ]);
    const page = await readFile('dist/index.html', 'utf8');
    for (const named of page.matchAll(/(?:href|src|content)="(\.\/[^"]+)"/g)) {
      expect((await request.get(named[1]!)).status(), named[1]).toBe(200);
    }
  });
});
