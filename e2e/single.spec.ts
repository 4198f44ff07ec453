import { execFile } from 'node:child_process';
import { copyFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { HourlinePage, expect, test } from './page.ts';
import { findBrowser } from './setup/browser.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'node_modules/.cache/hourline/single');
const SRT =
  '1\n00:00:01,000 --> 00:00:04,000\nAnn: A lighthouse.\n\n2\n00:00:05,000 --> 00:00:09,000\nBob: It is tall.\n';

async function buildSingle(slugs: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  await promisify(execFile)('npm', ['run', 'build:single', '--', ...slugs], {
    cwd: ROOT,
    env: { ...process.env, HOURLINE_SINGLE: FOLDER, ...env },
  });
  return join(FOLDER, 'hourline.html');
}

/** Gathers what must not be: errors, violations of the policy, requests for anything but the file. */
function watch(page: Page): string[] {
  const faults = watchRequests(page);
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return faults;
}

function watchRequests(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:blob:|data:,$|file:.*\/hourline\.html)/.test(request.url())) requests.push(request.url());
  });
  return requests;
}

test.describe('the single file', () => {
  test.describe.configure({ mode: 'default', timeout: 120_000 });
  test.use({ isOnDisk: true });

  test('opens from disk: search, timeline, notes kept, files opened, export; nothing beside it', async ({}, info) => {
    const built = await buildSingle([]);
    expect((await stat(built)).size).toBeLessThan(500_000);
    // As it may come by mail, into a folder with a name of its own.
    const file = info.outputPath('hourline.html');
    await copyFile(built, file);
    const address = pathToFileURL(file).href;

    const launch = () => chromium.launchPersistentContext(info.outputPath('profile'), findBrowser() ?? {});
    const first = await launch();
    const page = await first.newPage();
    const faults = watch(page);
    const hourline = new HourlinePage(page);
    await page.goto(`${address}#/lup-603?t=642`);
    await expect(hourline.cues).toHaveCount(248);
    await expect(hourline.timeline.locator('[data-segment]').first()).toBeVisible();
    await page.keyboard.press('n');
    await hourline.noteField.fill('kept in a file');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hourline.search.fill('hellwig');
    await expect(hourline.count).toHaveText('2 results');
    await hourline.panel('Show notes');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'SRT', exact: true }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('-->');
    await page.getByRole('button', { name: 'What is kept' }).click();
    await expect(page.getByRole('dialog', { name: 'What is kept' })).toContainText('1 note');
    await page.keyboard.press('Escape');
    await page
      .getByLabel('Open a transcript')
      .setInputFiles({ name: 'mine.srt', mimeType: 'text/plain', buffer: Buffer.from(SRT) });
    await page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(2);
    expect(faults).toEqual([]);
    await first.close();

    const second = await launch();
    const again = new HourlinePage(await second.newPage());
    const later = watch(again.page);
    await again.page.goto(address);
    await expect(again.notes.locator('[data-note]')).toContainText('kept in a file');
    await again.page.goto(`${address}#/mine`);
    await expect(again.cues).toHaveCount(2);
    expect(later).toEqual([]);
    await second.close();
  });

  test('runs nothing but its own script', async ({ page }) => {
    const requests = watchRequests(page);
    await page.goto(pathToFileURL(join(FOLDER, 'hourline.html')).href);
    await expect(new HourlinePage(page).cues).toHaveCount(248);
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.body.append(script);
      const img = document.createElement('img');
      img.setAttribute('onerror', 'globalThis.ran = true');
      img.src = 'data:,';
      document.body.append(img);
      await new Promise((resolve) => img.addEventListener('error', resolve));
      return 'ran' in globalThis;
    });
    expect(ran).toBe(false);
    expect(requests).toEqual([]);
  });

  test('holds the episodes that were chosen', async ({ page }) => {
    const faults = watch(page);
    const file = await buildSingle(['small-talk'], { HOURLINE_EPISODES: 'src/episodes,e2e/fixtures/episodes' });
    await page.goto(pathToFileURL(file).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lighthouses');
    await page.getByText('Hourline', { exact: true }).first().click();
    await expect(page.getByRole('navigation', { name: 'Episodes' }).getByRole('link')).toHaveCount(1);
    expect(faults).toEqual([]);
  });
});
