import { expect, test } from './page.ts';

test.describe('searching', () => {
  test.beforeEach(({ hourline }) => hourline.open());

  test('finds as one types, counts, and marks the matched letters', async ({ hourline }) => {
    await hourline.search.pressSequentially('dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.count).toHaveAttribute('data-count', '8');
    await expect(hourline.results.getByRole('listitem')).toHaveCount(8);
    await expect(hourline.results.locator('mark').first()).toHaveText('DMA');
    await expect(hourline.hit(1)).toHaveAttribute('data-match', 'exact');
    await expect(hourline.timeline.locator('[data-hit]')).toHaveCount(8);
  });

  test('finds a misspelt name and says what was heard', async ({ hourline }) => {
    await hourline.search.fill('hellwig');
    await expect(hourline.results).toContainText('heard as “helwig”');
    await expect(hourline.results.locator('[data-match="fuzzy"]').first()).toBeVisible();
  });

  test('finds a phrase that crosses cues', async ({ hourline }) => {
    await hourline.search.fill('really focus on the linux kernel');
    await expect(hourline.hit(1)).toHaveAttribute('data-start', '18.225');
  });

  test('steps with Enter and Shift+Enter, and the text follows', async ({ hourline, page }) => {
    await hourline.search.fill('dma');
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('1 of 8');
    const first = await hourline.results.locator('[data-start]').first().getAttribute('data-start');
    await expect(hourline.cue(Number(first))).toBeInViewport();
    await expect(hourline.cue(Number(first))).toHaveAttribute('aria-current', 'location');
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('2 of 8');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(hourline.count).toHaveText('8 of 8');
    await expect(hourline.search).toBeFocused();
  });

  test('a result leads to its cue', async ({ hourline, page }) => {
    await hourline.search.fill('penguin');
    await hourline.results.getByRole('button').first().click();
    await expect(hourline.cue(415)).toBeInViewport();
    await expect(hourline.cue(415)).toBeFocused();
    await expect(page).toHaveURL(/t=415&q=penguin/);
  });

  test('Esc clears, then leaves', async ({ hourline, page }) => {
    await hourline.search.fill('dma');
    await page.keyboard.press('Escape');
    await expect(hourline.search).toHaveValue('');
    await expect(hourline.search).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(hourline.search).not.toBeFocused();
  });

  test('says what was searched when it finds nothing', async ({ hourline }) => {
    await hourline.search.fill('kangaroo');
    await hourline.panel('Results');
    await expect(hourline.count).toHaveText('0 results');
    await expect(hourline.results).toContainText('Nothing found for “kangaroo”');
    await expect(hourline.results).toContainText('15:54 of 60:30 were searched (26 %)');
  });

  test('takes any string', async ({ hourline }) => {
    for (const query of ['(((', '"]', '\\', '💥', '<img src=x onerror=alert(1)>', '%', 'a'.repeat(5000), 'שלום']) {
      await hourline.search.fill(query);
      await expect(hourline.count).toHaveText(/\d+ results?/);
    }
  });

  test('paints the matches in the text and leaves the text whole', async ({ hourline, page }) => {
    await hourline.search.fill('dma');
    const painted = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('search') ?? [])].map((range) =>
          range.startContainer.textContent!.slice(range.startOffset, range.endOffset),
        ),
      );
    await expect.poll(painted).toHaveLength(8);
    expect(new Set((await painted()).map((text) => text.toLowerCase()))).toEqual(new Set(['dma']));
    await expect(hourline.transcript.locator('mark')).toHaveCount(0);
  });
});
