import { readFile } from 'node:fs/promises';
import { expect, test } from './page.ts';

test.describe('segments', () => {
  test.beforeEach(async ({ hourline }) => {
    await hourline.open();
    await hourline.panel('Segments');
  });

  test('stand in the list, in the text and on the timeline; chapters stay as published', async ({ hourline }) => {
    const sections = hourline.segments.locator('.section > [data-segment]');
    await expect(sections).toHaveCount(5);
    await expect(sections.nth(1)).toHaveAttribute('data-kind', 'sponsor');
    await expect(sections.nth(1)).toContainText('Tailscale');
    await expect(hourline.segments).toContainText('Set by hand for this episode');
    await expect(hourline.segments).not.toContainText('edited by you');
    await expect(hourline.timeline.locator('[data-kind="interview"]')).toHaveAttribute('data-start', '171.45');
    await expect(
      hourline.transcript.getByRole('heading', { name: /^Interview Hannah Anderson on SCALE/ }),
    ).toBeAttached();
    await expect(
      hourline.transcript.getByRole('heading', { name: /^Chapter, as published Interview with Hannah/ }),
    ).toBeAttached();
    // The publisher's mark is more than a minute before the interview: both are shown where they are.
    await expect(hourline.timeline.locator('[data-origin="published"][data-start="103"]')).toBeAttached();
  });

  test('a segment that starts within a cue is the one that is read from there on', async ({ hourline, page }) => {
    // The paragraph below its heading begins a second before the segment does.
    const first = page.locator('[data-stretch] .section[data-kind="sponsor"] + [data-paragraph]');
    expect(Number(await first.getAttribute('data-paragraph'))).toBeLessThan(63);
    await first.evaluate((words) => words.scrollIntoView({ block: 'start' }));
    await expect(hourline.segments.locator('[data-segment="s2"]')).toHaveAttribute('aria-current', 'true');
    await expect(hourline.segments.locator('[data-segment="s1"]')).not.toHaveAttribute('aria-current');
  });

  test('a row goes to its moment', async ({ hourline, page }) => {
    await hourline.segments.getByRole('link', { name: /Tickets and the promo code/ }).click();
    await expect(page).toHaveURL(/t=288\.757/);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeFocused();
  });

  test('the row that was gone to is the one that is read, until it is scrolled away', async ({ hourline, page }) => {
    const current = hourline.segments.locator('[aria-current="true"]').last();
    for (const id of ['s2', 's4.2', 's5.1', 's4.1']) {
      await hourline.panel('Segments');
      const row = hourline.segments.locator(`[data-segment="${id}"]`);
      await row.getByRole('link').first().click();
      await expect(hourline.transcript.locator('[aria-current="location"]')).toBeFocused();
      await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100))));
      await expect(current).toHaveAttribute('data-segment', id);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await expect(current).toHaveAttribute('data-segment', 's1.1');
  });

  test('are corrected by keyboard alone, kept, undone and reset', async ({ hourline, page }) => {
    const first = hourline.segments.locator('[data-segment="s1"]');
    await hourline.segments.getByRole('button', { name: 'Correct Welcome' }).focus();
    await page.keyboard.press('Enter');
    const title = hourline.segments.getByLabel('Title');
    await expect(title).toBeFocused();
    await title.fill('Hello there');
    await page.keyboard.press('Enter');
    await expect(first).toContainText('Hello there');
    await expect(first).toContainText('edited by you');
    await hourline.segments.getByLabel('Kind').selectOption('Housekeeping');
    await expect(first).toHaveAttribute('data-kind', 'housekeeping');
    await page.reload();
    await hourline.panel('Segments');
    await expect(first).toContainText('Hello there');
    await hourline.segments.getByRole('button', { name: 'Reset' }).click();
    await expect(first).toContainText('Welcome');
    await hourline.segments.getByRole('button', { name: 'Undo' }).click();
    await expect(first).toContainText('Hello there');
    await hourline.segments.getByRole('button', { name: 'Reset' }).click();
    await page.reload();
    await hourline.panel('Segments');
    await expect(first).toContainText('Welcome');
  });

  test('a boundary is moved, a segment split and joined', async ({ hourline, page }) => {
    const second = hourline.segments.locator('[data-segment="s2"]');
    await hourline.segments.getByRole('button', { name: 'Correct Tailscale' }).click();
    await hourline.segments.getByRole('button', { name: 'Start one second later' }).click();
    await expect(second).toHaveAttribute('data-start', '64.3');
    await expect(hourline.timeline.locator('[data-segment="s2"]')).toHaveAttribute('data-start', '64.3');
    await hourline.segments.getByLabel('Starts at').fill('1:10');
    await page.keyboard.press('Enter');
    await expect(second).toHaveAttribute('data-start', '70');
    // A time at which it can't start is said, and changes nothing.
    const start = hourline.segments.getByLabel('Starts at');
    const refusal = hourline.segments.getByRole('alert');
    for (const wrong of ['99:99', 'abc', '0:05', '5:00', '']) {
      await start.fill(wrong);
      await page.keyboard.press('Enter');
      await expect(start).toHaveAccessibleDescription('It can start from 0:13 to 2:23, between those beside it.');
      await expect(start).toHaveAttribute('aria-invalid', 'true');
      await expect(second).toHaveAttribute('data-start', '70');
    }
    await expect(hourline.segments.getByRole('button', { name: /^Start at 0:/ })).toBeDisabled();
    await start.fill('1:10');
    await page.keyboard.press('Enter');
    await expect(refusal).toHaveCount(0);
    await page.evaluate(() => (location.hash = '#/lup-603?t=100'));
    await hourline.segments.getByRole('button', { name: 'Split at 1:40' }).click();
    await expect(hourline.segments.locator('.section')).toHaveCount(6);
    await hourline.segments.getByRole('button', { name: 'Correct Tailscale' }).nth(1).click();
    await hourline.segments.getByRole('button', { name: 'Join with the one before' }).click();
    await expect(hourline.segments.locator('.section')).toHaveCount(5);
  });

  test('fewer and more parts, and back', async ({ hourline }) => {
    const parts = hourline.segments.locator('.parts [data-segment]');
    await expect(parts).not.toHaveCount(0);
    const usual = await parts.count();
    await hourline.segments.getByRole('button', { name: 'Fewer parts' }).click();
    await expect.poll(() => parts.count()).toBeLessThan(usual);
    await expect(hourline.segments.locator('[data-segment="s2"]')).toHaveAttribute('data-origin', 'detected');
    await hourline.segments.getByRole('button', { name: 'More parts' }).click();
    await expect(parts).toHaveCount(usual);
  });

  test('are taken away as segments.json and as chapters', async ({ hourline, page }) => {
    await hourline.panel('Show notes');
    const save = async (name: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('region', { name: 'Take away' }).getByRole('button', { name, exact: true }).click();
      return JSON.parse(await readFile(await (await download).path(), 'utf8')) as unknown;
    };
    expect(await save('segments.json')).toMatchObject({
      sections: { length: 5, 1: { start: 63.3, kind: 'sponsor', title: 'Tailscale' } },
    });
    expect(await save('Sections as chapters.json')).toMatchObject({
      version: '1.2.0',
      chapters: { length: 5, 3: { startTime: 171.45 } },
    });
  });

  test('the timeline as a table is on screen when asked for', async ({ hourline, page }) => {
    await hourline.segments.getByRole('button', { name: 'Timeline as a table' }).click();
    await hourline.table.getByRole('button', { name: /^1:03/ }).click();
    await expect(page).toHaveURL(/t=63\.3/);
  });
});
