import { expect, test } from './page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong, ${colorScheme}`, async ({ hourline, page }) => {
    await page.emulateMedia({ colorScheme });
    await hourline.open('#/lup-603?t=642&q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    expect((await hourline.axe()).violations).toEqual([]);
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    expect((await hourline.axe()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await hourline.transcript.getByRole('link').first().focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect((await hourline.axe()).violations).toEqual([]);
  });
}

test('axe would find a planted fault', async ({ hourline, page }) => {
  await hourline.open();
  await page.evaluate(() =>
    document.querySelector('h1')!.insertAdjacentElement('afterend', document.createElement('button')),
  );
  expect((await hourline.axe()).violations.join()).toContain('button-name');
});

test('the keys do what their list says', async ({ hourline, page }) => {
  await hourline.open();
  const current = hourline.transcript.locator('[aria-current="location"]');
  await page.keyboard.press('/');
  await expect(hourline.search).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(current).toBeInViewport();
  const first = Number(await current.getAttribute('data-start'));
  await page.keyboard.press('j');
  await expect(current).not.toHaveAttribute('data-start', String(first));
  await page.keyboard.press('k');
  await expect(current).toHaveAttribute('data-start', String(first));
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/t=63\.3/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/t=144\.71/);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/t=63\.3/);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(current).not.toBeInViewport();
  await page.keyboard.press('s');
  await expect(current).toBeInViewport();
  await page.keyboard.press('?');
  await page.getByLabel('Single keys work').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(hourline.search).not.toBeFocused();
});

test('everything can be reached with Tab, visibly', async ({ hourline, page }) => {
  await hourline.open('#/lup-603?q=dma');
  await expect(hourline.count).toHaveText('8 results');
  const reached = new Set<string>();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const { activeElement: element } = document;
      if (!element || element === document.body) return undefined;
      const { outlineStyle } = getComputedStyle(element.closest('.box') ?? element);
      return { name: element.getAttribute('role') ?? element.tagName.toLowerCase(), outlineStyle };
    });
    if (!focus) continue;
    reached.add(focus.name);
    expect(focus.outlineStyle).not.toBe('none');
  }
  for (const name of ['summary', 'button', 'input', 'slider', 'a']) expect([...reached]).toContain(name);
});

test('nothing is wider than the page, down to 320 pixels', async ({ hourline, page }) => {
  for (const width of [1280, 768, 390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await hourline.open('#/lup-603?q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('colours can be switched, and stay so', async ({ hourline, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await hourline.open();
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Colours: system' }).click();
  await page.getByRole('button', { name: 'Colours: light' }).click();
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible();
  expect(await paper()).not.toBe(light);
  await page.reload();
  await expect(hourline.transcript).toBeVisible();
  expect(await paper()).not.toBe(light);
});
