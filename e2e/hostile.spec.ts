import { test as bare } from '@playwright/test';
import { drop, exercise, intruders, watch } from './hostile/exercise.ts';
import { hostileBackup, hostileFiles } from './hostile/inputs.ts';
import { payloads } from './hostile/payloads.ts';
import { expect, test, type HourlinePage } from './page.ts';
import { hostsAsked } from './setup/ledger.ts';
import { PLANTED, UNSEALED_PATH } from './setup/places.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

/** A host that is asked for below this name fails the run (`setup/auditLedger.ts`). */
const corpus = payloads('.canary.test');
const asked = () => hostsAsked().filter((host) => host.includes('canary'));

/** Opens the files and adds what they make; gives the addresses of the episodes. */
async function add({ page }: HourlinePage, files: Parameters<typeof drop>[1], alone: boolean): Promise<void> {
  const before = page.url();
  await drop(page, files);
  const preview = page.getByRole('dialog', { name: 'Preview' });
  await expect(preview.getByRole('button', { name: 'Add' })).toBeVisible({ timeout: 20_000 });
  await exercise(page);
  await preview.getByRole('button', { name: 'Add' }).click();
  await expect(preview).toHaveCount(0, { timeout: 20_000 });
  if (alone) await expect.poll(() => page.url()).not.toBe(before);
}

test.describe('a hostile text', () => {
  test.describe.configure({ timeout: 90_000 });

  test('is one of at least 120, and all differ', () => {
    expect(corpus.all.length).toBeGreaterThanOrEqual(120);
    expect(new Set(corpus.all.map(({ text, n }) => text.replaceAll(String(n), '#'))).size).toBe(corpus.all.length);
  });

  // Everything without a policy; with it, once what reaches most of the page.
  const inputs = hostileFiles(corpus);
  for (const [how, path, openings] of [
    ['with the policy off', UNSEALED_PATH.slice(1), inputs],
    ['with the policy on', '', inputs.slice(1, 2)],
  ] as const) {
    for (const { what, files } of openings) {
      test(`runs nothing and asks for nothing, ${how}: ${what}`, async ({ hourline, page }) => {
        const ran = await watch(page);
        await hourline.open('', path);
        await add(hourline, files, true);
        await expect(hourline.cues.first()).toBeVisible({ timeout: 20_000 });
        await page.locator('summary', { hasText: 'Hourline' }).click();
        await exercise(page);
        expect(await intruders(page)).toEqual([]);
        expect(await ran()).toEqual([]);
        expect(asked()).toEqual([]);
      });
    }
  }

  test('runs nothing and asks for nothing, with the policy off: a restored backup', async ({ hourline, page }) => {
    const ran = await watch(page);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await hourline.open('', UNSEALED_PATH.slice(1));
    await hourline.panel('Notes');
    const buffer = Buffer.from(hostileBackup(corpus, 'lup-603'));
    await page
      .getByLabel('Restore a backup')
      .setInputFiles({ name: '<img src=x>.json', mimeType: 'application/json', buffer });
    const dialog = page.getByRole('dialog');
    await expect(dialog.locator('[data-restore="new"]')).toHaveText(String(corpus.all.length));
    await exercise(page);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(hourline.notes.locator('[data-note]').first()).toBeVisible();
    // The page with all of it, opened anew.
    for (let visit = 0; visit < 2; visit += 1) {
      await hourline.open('', UNSEALED_PATH.slice(1));
      await expect(hourline.cues).toHaveCount(248);
      await hourline.panel('Notes');
      await expect(hourline.notes.locator('[data-note]').first()).toBeVisible();
      await page.locator('summary', { hasText: 'Hourline' }).click();
      await exercise(page);
    }
    await page.evaluate(() => void (location.hash = '#/x1'));
    await exercise(page);
    expect(await intruders(page)).toEqual([]);
    expect(await ran()).toEqual([]);
    expect(asked()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('runs nothing and asks for nothing, with the policy off: what is typed, pasted and linked', async ({
    hourline,
    page,
  }) => {
    const ran = await watch(page);
    await hourline.open('', UNSEALED_PATH.slice(1));
    // Parts of a link, raw and encoded.
    await page.evaluate(
      async (texts) => {
        const coded = texts.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, '')));
        const hashes = [
          ...coded.map((text) => `#/lup-603?q=${text}&t=${text}`),
          ...texts.map((text) => `#/lup-603?${text}`),
          ...coded.map((text) => `#/${text}?t=1`),
          ...texts.map((text) => `#/${text}`),
        ];
        for (const hash of hashes) {
          location.hash = hash;
          await new Promise((resolve) => setTimeout(resolve));
        }
      },
      corpus.all.map(({ text }) => text),
    );
    await page.evaluate(() => void (location.hash = '#/lup-603'));
    await expect(hourline.cues).toHaveCount(248);
    for (const { text } of corpus.all.filter((_, i) => i % 6 === 0)) {
      await hourline.search.fill(text);
      await expect(hourline.search).toHaveValue(text.replace(/[\r\n]/g, ''));
    }
    // A note of all, a title of some, and a paste that brings markup.
    await page.keyboard.press('Escape');
    await hourline.panel('Notes');
    await hourline.notes.getByRole('button', { name: /note/i }).first().click();
    await hourline.noteField.fill(corpus.all.map(({ text }) => text).join('\n'));
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hourline.panel('Segments');
    await hourline.segments
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    await hourline.segments.getByLabel('Title').fill(
      corpus.markup
        .slice(0, 40)
        .map(({ text }) => text)
        .join(' '),
    );
    await page.keyboard.press('Enter');
    await page.evaluate(
      (text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', text);
        clipboardData.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      `00:01 ${corpus.all.map(({ text }) => text).join('\n00:02 ')}`,
    );
    await expect(page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' })).toBeVisible();
    await exercise(page);
    await page.keyboard.press('Escape');
    await exercise(page);
    expect(await intruders(page)).toEqual([]);
    expect(await ran()).toEqual([]);
    expect(asked()).toEqual([]);
  });
});

bare('the corpus bites: put on a page as markup and as addresses, much of it runs or loads', async ({ page }) => {
  const planted = payloads(PLANTED);
  const ran = await watch(page);
  await page.goto(UNSEALED_PATH);
  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        // As a page of its own, for what would end or lead away the page that it is in; and within the page.
        const frame = document.createElement('iframe');
        frame.srcdoc = text;
        const sink = document.createElement('div');
        if (!/http-equiv|<base|<form action|<frameset/.test(text)) sink.innerHTML = text;
        document.body.append(frame, sink);
        for (const element of sink.querySelectorAll('*')) {
          for (const type of ['click', 'mouseover', 'pointerenter']) element.dispatchEvent(new MouseEvent(type));
          if (element instanceof HTMLElement) element.focus();
        }
        const link = document.createElement('a');
        link.href = text;
        if (link.protocol === 'javascript:') link.click();
      }
    },
    planted.all.map(({ text }) => text),
  );
  const executed = async () => new Set(await ran()).size;
  const loaded = () =>
    new Set(hostsAsked().flatMap((host) => (host.includes(PLANTED) ? [host.split('.')[0]] : []))).size;
  await expect.poll(executed, { timeout: 20_000 }).toBeGreaterThan(60);
  await expect.poll(loaded, { timeout: 20_000 }).toBeGreaterThan(25);
  console.log(`As markup: ${await executed()} ran, ${loaded()} asked for their host, of ${planted.all.length}.`);
});
