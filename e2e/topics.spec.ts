import { expect, test } from './page.ts';

test.describe('topics', () => {
  test.beforeEach(({ hourline }) => hourline.open());

  test('are lanes by use; one that is chosen shows its mentions on the timeline and in the text', async ({
    hourline,
    page,
  }) => {
    const topics = hourline.timeline.locator('[data-topic]');
    await expect(topics.first()).toContainText('Rust');
    const dma = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions' });
    await dma.click();
    await expect(dma).toHaveAttribute('aria-pressed', 'true');
    const mentions = hourline.timeline.locator('[data-mention]');
    await expect(mentions).toHaveCount(8);
    await mentions.nth(2).click();
    await expect(page).toHaveURL(/t=66\d/);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toContainText('DMA');
    const painted = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('topic') ?? [])].map((range) =>
          range.startContainer.textContent!.slice(range.startOffset, range.endOffset).toLowerCase(),
        ),
      );
    expect(await painted()).toEqual(Array(8).fill('dma'));
    await dma.click();
    await expect(mentions).toHaveCount(0);
  });

  test('say how a name was heard', async ({ hourline }) => {
    await hourline.timeline.getByRole('button', { name: /more topics/ }).click();
    await hourline.timeline.getByRole('button', { name: /^christoph hellwig, 2 mentions/i }).click();
    await expect(hourline.timeline.getByRole('button', { name: /heard as “helwig”/ })).toBeVisible();
  });

  test('arrows go from mention to mention', async ({ hourline, page }) => {
    const dma = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions' });
    await dma.focus();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/t=63\d/);
    await expect(dma).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/t=65\d/);
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/t=63\d/);
  });

  test('stand beside what the signs of the strip mean', async ({ hourline, page }) => {
    const told = hourline.timeline.getByRole('list', { name: 'Signs of the timeline' });
    await hourline.timeline.getByText('Signs', { exact: true }).click();
    await expect(told).toContainText('link of the show notes');
    const { x, width } = (await told.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(page.viewportSize()!.width);
    await page.keyboard.press('Escape');
    await expect(told).toBeHidden();
  });

  test('that were not heard are named as such, on the screen', async ({ hourline, page }) => {
    await hourline.timeline.getByText(/^\d+ not heard$/).click();
    await expect(hourline.timeline).toContainText('not heard in what was transcribed');
    const { x, width } = (await hourline.timeline.getByText('not heard in what was transcribed').boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(page.viewportSize()!.width);
    await expect(hourline.timeline.locator('details p')).toContainText('bhyve');
    await expect(hourline.timeline.locator('details p')).not.toContainText('DMA');
  });

  test('stand in the table too', async ({ hourline }) => {
    const rows = () => hourline.table.getByRole('row').allInnerTexts();
    // Topics come after the page's first parts.
    await expect.poll(async () => (await rows()).filter((row) => /\tMention\t\s*DMA/.test(row))).toHaveLength(8);
    expect((await rows()).join('\n')).toContain('as “helwig”');
  });
});

test.describe('links of the show notes', () => {
  test('stand where they are discussed, and can be put right', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    const marks = hourline.timeline.locator('[data-link]');
    await expect(marks.first()).toBeAttached();
    const found = await marks.count();
    await expect(hourline.transcript.getByRole('list', { name: 'Links discussed here' }).first()).toBeAttached();

    await hourline.panel('Show notes');
    const kindle = hourline.showNotes.getByRole('listitem').filter({ hasText: 'Amazon removes your right' });
    // What is tied to no moment says nothing of moments, until it is asked for.
    await expect(hourline.showNotes).not.toContainText('not tied to a moment');
    const say = hourline.showNotes.getByRole('button', { name: 'Say when they are discussed' });
    await say.focus();
    await page.keyboard.press('Enter');
    await expect(kindle).toContainText('not tied to a moment');
    await kindle.locator('summary').click();
    await kindle.getByRole('button', { name: 'Discussed at 10:42' }).click();
    await expect(kindle).toContainText('discussed at 10:42 set by you');
    await expect(marks).toHaveCount(found + 1);
    await page.reload();
    await hourline.panel('Show notes');
    await expect(kindle).toContainText('discussed at 10:42 set by you');
    await kindle.locator('summary').click();
    await kindle.getByRole('button', { name: 'As it was found' }).click();
    await expect(kindle).toContainText('not tied to a moment');
    await expect(kindle.getByRole('button', { name: 'As it was found' })).toBeFocused();
    await say.click();
    await expect(kindle).not.toContainText('not tied to a moment');
  });
});
