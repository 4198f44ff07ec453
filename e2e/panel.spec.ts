import type { Locator, Page } from '@playwright/test';
import { expect, test, type HourlinePage } from './page.ts';

const PHONE = { width: 390, height: 844 };

const panels = (page: Page) => page.getByRole('group', { name: 'Panels' });
const next = (page: Page) => page.getByRole('button', { name: 'Next result' });
const currentHit = ({ results }: HourlinePage) => results.locator('button[aria-current]');

/** Letters twice as large, as a visitor's own setting has them. */
const enlarge = (page: Page) =>
  page.addInitScript(() =>
    addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '200%')),
  );

/** Whether the current hit's letters are on screen with nothing over them, as whoever looks for them would see it. */
const isSeen = (page: Page) =>
  page.evaluate(() => {
    const [mark] = CSS.highlights.get('search-active') ?? [];
    if (!mark) return false;
    const letters = document.createRange();
    letters.setStart(mark.startContainer, mark.startOffset);
    letters.setEnd(mark.endContainer, mark.endOffset);
    const { left, right, top, bottom } = letters.getClientRects()[0]!;
    return [top + 1, bottom - 1].every((y) =>
      mark.startContainer.parentElement!.contains(document.elementFromPoint((left + right) / 2, y)),
    );
  });

/** How far an item reaches beyond its scroller, in pixels: nothing where it is all to be seen, or, if it is too high, begins there. */
const beyond = (item: Locator) =>
  item.evaluate((element) => {
    const [box, room] = [element, element.closest('[data-part]')!.parentElement!].map((one) =>
      one.getBoundingClientRect(),
    );
    return Math.max(
      0,
      Math.round(room!.top - box!.top),
      Math.round(Math.min(box!.bottom, box!.top + room!.height) - room!.bottom),
    );
  });

for (const [where, size, large] of [
  ['on a phone', PHONE, false],
  ['on a narrow one', { width: 320, height: 640 }, false],
  ['on a low one', { width: 375, height: 553 }, false],
  ['in large text', PHONE, true],
] as const)
  test(`the words that are stepped to are in sight above the open results, and so is their result ${where}`, async ({
    hourline,
    page,
  }) => {
    await page.setViewportSize(size);
    if (large) await enlarge(page);
    await hourline.open();
    await hourline.search.fill('dma');
    await expect(hourline.count).toHaveText('8 results');
    for (let i = 1; i <= 8; i += 1) {
      if (i === 1) await hourline.search.press('Enter');
      else await next(page).click();
      await expect(hourline.count).toHaveText(`${i} of 8`);
      await expect.poll(() => isSeen(page), `${i} of 8`).toBe(true);
      await expect.poll(() => beyond(currentHit(hourline)), `${i} of 8 in the list`).toBe(0);
    }
  });

test('the list of results follows the steps, and stays while one types; the page is not scrolled for it', async ({
  hourline,
  page,
}) => {
  await hourline.open();
  await hourline.search.fill('dma');
  await expect(hourline.hit(8)).toBeAttached();
  const scroller = page.getByRole('group', { name: 'Results, notes and show notes' });
  for (let i = 1; i <= 7; i += 1) await hourline.search.press('Enter');
  await expect(hourline.count).toHaveText('7 of 8');
  await expect.poll(() => beyond(currentHit(hourline))).toBe(0);
  await expect.poll(() => isSeen(page)).toBe(true);
  const before = await scroller.evaluate((one) => one.scrollTop);
  expect(before).toBeGreaterThan(0);
  await hourline.search.pressSequentially(' b');
  await expect(currentHit(hourline)).toHaveCount(0);
  expect(await scroller.evaluate((one) => one.scrollTop)).toBeLessThanOrEqual(before);
});

test('every result says how it was found, in no more room than its words have', async ({ hourline, page }) => {
  await page.setViewportSize({ width: 800, height: 800 });
  await hourline.open();
  await hourline.search.fill('dma');
  await expect(hourline.hit(8)).toBeAttached();
  for (const hit of await hourline.results.locator('[data-source="transcript"]').all()) {
    await expect(hit.getByRole('button')).toHaveAccessibleName(/exact$/);
    const why = hit.getByText('exact', { exact: true });
    await why.scrollIntoViewIfNeeded();
    const high = (await hit.boundingBox())!.height;
    await why.evaluate((one) => (one.style.display = 'none'));
    expect(high).toBe((await hit.boundingBox())!.height);
  }
});

test('a sheet is closed by a button of its own, which gives the focus back', async ({ hourline, page }) => {
  await page.setViewportSize(PHONE);
  await hourline.open();
  const opener = panels(page).getByRole('button', { name: 'Segments' });
  const close = page.getByRole('button', { name: 'Close', exact: true });
  await expect(close).toHaveCount(0);
  for (const name of ['Results', 'Notes', 'Show notes', 'Segments']) {
    await panels(page).getByRole('button', { name, exact: true }).click();
    const { width, height } = (await close.boundingBox())!;
    expect([width, height]).toEqual([44, 44]);
  }
  // Nothing of the heading lies under it.
  const heading = hourline.segments.getByRole('button', { name: 'More parts' });
  const [left, right] = [(await heading.boundingBox())!, (await close.boundingBox())!];
  expect(left.x + left.width).toBeLessThanOrEqual(right.x);
  await close.click();
  await expect(hourline.segments).toBeHidden();
  await expect(close).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('each panel of the sheet is where it was left, and segments open where one reads', async ({ hourline, page }) => {
  await page.setViewportSize(PHONE);
  await hourline.open('#/lup-603?t=662.1');
  const here = hourline.segments.locator('[aria-current="true"]');
  await hourline.search.fill('kernel');
  await expect(hourline.hit(20)).toBeAttached();
  const sheet = page.getByRole('group', { name: 'Results, notes and show notes' });
  await sheet.evaluate((one) => (one.scrollTop = 500));
  await panels(page).getByRole('button', { name: 'Show notes' }).click();
  await expect.poll(() => sheet.evaluate((one) => one.scrollTop)).toBe(0);
  await panels(page).getByRole('button', { name: 'Segments' }).click();
  await expect(here.last()).toBeInViewport();
  expect(await beyond(here.last())).toBe(0);
  await panels(page).getByRole('button', { name: 'Results' }).click();
  await expect.poll(() => sheet.evaluate((one) => Math.round(one.scrollTop))).toBe(500);
});

for (const width of [1280, 1440, 1920])
  test(`nothing below the panel's buttons moves for the number of results, ${width} px wide`, async ({
    hourline,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.fill('A note');
    await page.keyboard.press('Escape');
    const boxes = () =>
      panels(page)
        .getByRole('button')
        .or(panels(page))
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, y, height }) => [x, y, height]));
    const before = await boxes();
    expect(new Set(before.map(([, y]) => y)).size).toBe(2);
    await hourline.search.fill('dma');
    await expect(panels(page).getByRole('button', { name: 'Results 8' })).toBeVisible();
    expect(await boxes()).toEqual(before);
  });

for (const [width, large] of [
  [390, true],
  [320, true],
  [320, false],
] as const)
  test(`${large ? 'in large text ' : ''}a phone of ${width} px shows the names of all panels, and no field wider than its sheet`, async ({
    hourline,
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    if (large) await enlarge(page);
    await hourline.open();
    await hourline.search.fill('dma');
    const within = hourline.results.getByLabel('Within');
    await expect(within).toBeVisible();
    const all = [within, ...(await panels(page).getByRole('button').all())];
    expect(all).toHaveLength(5);
    for (const one of all) {
      await expect(one).toBeInViewport({ ratio: 1 });
      const { x, width: wide } = (await one.boundingBox())!;
      expect(x + wide).toBeLessThanOrEqual(width);
    }
    // Nor do the names stand on the player.
    await hourline.search.press('Escape');
    await expect(hourline.results).toBeHidden();
    const play = (await page.getByRole('button', { name: /^Play/ }).first().boundingBox())!;
    expect(play.y + play.height).toBeLessThanOrEqual((await panels(page).boundingBox())!.y);
  });
