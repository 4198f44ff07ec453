import { expect, test } from './page.ts';

/** Letters differ from machine to machine, and with them the picture; places, shapes and colours must not. */
const WITHOUT_LETTERS = '* { color: transparent !important; text-decoration-color: transparent !important }';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the timeline of the real episode looks as it did, ${colorScheme}`, async ({ hourline, page, isMobile }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (!isMobile) await page.setViewportSize({ width: 1280, height: 900 });
    await hourline.open('#/lup-603?t=662.1&q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true }).click();
    await expect(hourline.timeline.locator('[data-mention]').nth(7)).toBeAttached();
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, WITHOUT_LETTERS);
    // The drawings alone: how wide a chip or a field is, its letters decide.
    const drawing = isMobile ? hourline.slider : hourline.timeline.locator('.grid');
    await page.mouse.move(0, 0);
    await expect(drawing).toHaveScreenshot(`timeline-${isMobile ? 'phone' : 'desktop'}-${colorScheme}.png`);
  });
}
