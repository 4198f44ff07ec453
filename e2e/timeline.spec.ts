import { expect, test } from './page.ts';

test.describe('the timeline', () => {
  test.beforeEach(({ hourline }) => hourline.open());

  test('spans the whole hour, chapters as published, the uncovered part named', async ({ hourline }) => {
    const chapters = hourline.timeline.locator('[data-origin="published"]');
    await expect(chapters).toHaveCount(7);
    await expect(chapters.nth(2)).toHaveAttribute('data-start', '563');
    await expect(chapters.nth(2)).toHaveAttribute('data-origin', 'published');
    const gap = hourline.timeline.locator('[data-uncovered]');
    await expect(gap).toHaveAttribute('data-start', '954.913');
    await expect(gap).toHaveAttribute('data-end', '3630');
    await expect(gap).toContainText('No transcript');
    const [band, box] = [(await hourline.slider.boundingBox())!, (await gap.boundingBox())!];
    expect((box.x - band.x) / band.width).toBeCloseTo(954.913 / 3630, 2);
    expect(box.x + box.width).toBeCloseTo(band.x + band.width, 0);
  });

  test('a click goes to that moment', async ({ hourline, page }) => {
    const band = (await hourline.slider.boundingBox())!;
    await hourline.slider.click({ position: { x: (band.width * 600) / 3630, y: 10 } });
    await expect(page).toHaveURL(/t=\d+/);
    const t = Number(/t=(\d+)/.exec(page.url())![1]);
    expect(Math.abs(t - 600)).toBeLessThan(12);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
  });

  test('a press is answered in the very next frame, and the text follows', async ({ hourline, page }) => {
    const before = page.url();
    const seen = await hourline.slider.evaluate(async (slider) => {
      const { x, y, width } = slider.getBoundingClientRect();
      const at = { pointerId: 1, pointerType: 'touch', clientX: x + width / 6, clientY: y + 10, bubbles: true };
      slider.dispatchEvent(new PointerEvent('pointerdown', at));
      slider.dispatchEvent(new PointerEvent('pointerup', at));
      await new Promise(requestAnimationFrame);
      return { at: Number(slider.ariaValueNow), url: location.href };
    });
    expect(Math.abs(seen.at - 605)).toBeLessThan(12);
    expect(seen.url).toBe(before);
    await expect(page).toHaveURL(new RegExp(`t=${seen.at}\\b`));
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
  });

  test('what can be done with a drawn stretch is at hand in the lowest window too', async ({ hourline, page }) => {
    await page.setViewportSize({ width: 640, height: 300 });
    await hourline.slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    const bar = hourline.timeline.getByRole('group', { name: 'Selected stretch' });
    await bar.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 60));
    await bar.getByRole('button', { name: 'Let go of the stretch' }).click();
    await expect(bar).toHaveCount(0);
  });

  test('a stretch that is drawn is taken back by a press, which goes to its moment', async ({ hourline, page }) => {
    await hourline.slider.focus();
    await page.keyboard.press('Shift+ArrowRight');
    const bar = hourline.timeline.getByRole('group', { name: 'Selected stretch' });
    await expect(bar).toBeVisible();
    const { width } = (await hourline.slider.boundingBox())!;
    await hourline.slider.click({ position: { x: (width * 300) / 3630, y: 10 } });
    await expect(bar).toHaveCount(0);
    expect(Math.abs(Number(await hourline.slider.getAttribute('aria-valuenow')) - 300)).toBeLessThan(12);
  });

  test('keys move along it and Enter reads there', async ({ hourline, page }) => {
    await hourline.slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(hourline.slider).toHaveAttribute('aria-valuetext', '1 minute 3 seconds, Tailscale');
    await page.keyboard.press('ArrowRight');
    await expect(hourline.slider).toHaveAttribute('aria-valuenow', '68');
    await expect(hourline.slider).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeFocused();
    await hourline.slider.focus();
    await page.keyboard.press('End');
    await expect(hourline.slider).toHaveAttribute(
      'aria-valuetext',
      /60 minutes|1 hour 30 seconds, Outro, no transcript/,
    );
  });

  test('a row that is scrolled sideways shows all of what the focus comes to', async ({ hourline, page }) => {
    const row = hourline.timeline.getByRole('list', { name: 'Topics' });
    const { x, width } = (await row.boundingBox())!;
    await row.getByRole('button').first().focus();
    for (let i = 0; i < 12; i += 1) {
      await page.keyboard.press(i < 8 ? 'Tab' : 'Shift+Tab');
      const box = (await page.locator(':focus').boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(x);
      expect(box.x + box.width).toBeLessThanOrEqual(x + width);
    }
  });

  test('its table leads back to where it was asked for', async ({ hourline, page, isMobile }) => {
    await hourline.open('#/lup-603?t=647.369');
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toBeInViewport();
    await expect(page.locator('#notes')).toBeAttached();
    const top = () => cue.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    for (const close of ['Escape', 'button'] as const) {
      await hourline.panel('Segments');
      const ask = hourline.segments.getByRole('button', { name: 'Timeline as a table' });
      await ask.scrollIntoViewIfNeeded();
      const before = await top();
      // By keyboard: what drives the browser may scroll the page to what it is told to press.
      await ask.evaluate((one) => one.focus({ preventScroll: true }));
      await page.keyboard.press('Enter');
      const button = page.getByRole('button', { name: 'Close the table' });
      await expect(button).toBeInViewport();
      if (close === 'button') await button.click();
      else await page.keyboard.press('Escape');
      await expect(button).toHaveCount(0);
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
      await expect(isMobile ? page.getByRole('button', { name: 'Segments', exact: true }) : ask).toBeFocused();
    }
  });

  test('its table says the same', async ({ hourline }) => {
    await hourline.search.fill('dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.table.getByRole('row', { name: 'Result' })).toHaveCount(8);
    const rows = await hourline.table.getByRole('row').allInnerTexts();
    expect(rows.filter((row) => /\tChapter\t/.test(row))).toHaveLength(7);
    expect(rows.filter((row) => /\tSection\t/.test(row))).toHaveLength(5);
    expect(rows.filter((row) => row.includes('Result'))).toHaveLength(8);
    expect(rows.filter((row) => row.includes('No transcript'))).toHaveLength(1);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`forced colours show all of it, ${colorScheme}`, async ({ hourline, page }) => {
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await hourline.open('#/lup-603?t=662.1&q=kernel');
      await expect(hourline.timeline.locator('[data-hit]')).toHaveCount(20);
      const chip = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
      const styleOf = (selector: string, property: string) =>
        hourline.timeline
          .locator(selector)
          .evaluateAll((found, name) => found.map((one) => getComputedStyle(one).getPropertyValue(name)), property);
      const [before] = await chip.evaluateAll(([one]) => [getComputedStyle(one!).backgroundColor]);
      await chip.click();
      await expect(chip).toHaveAttribute('aria-pressed', 'true');
      expect(await chip.evaluate((one) => getComputedStyle(one).backgroundColor)).not.toBe(before);
      const kinds = await styleOf('[role="slider"] [data-kind]', 'background-image');
      const names = await hourline.timeline
        .locator('[role="slider"] [data-kind]')
        .evaluateAll((found) => found.map((one) => one.getAttribute('data-kind')));
      expect(names.length).toBeGreaterThan(3);
      expect(kinds).not.toContain('none');
      expect(new Set(kinds).size).toBe(new Set(names).size);
      expect((await styleOf('[data-uncovered]', 'background-image'))[0]).toContain('gradient');
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      for (const sign of ['.playhead', '[data-hit]:not(.unsure)'])
        for (const colour of await styleOf(sign, 'background-color')) expect(colour, sign).not.toBe(paper);
      expect((await styleOf('.lane', 'stroke'))[0]).not.toBe(paper);
    });
});
