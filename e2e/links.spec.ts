import { expect, test } from './page.ts';

test.describe('links', () => {
  test('a link to a moment and a query opens both', async ({ hourline }) => {
    await hourline.open('#/lup-603?t=642&q=dma');
    await expect(hourline.search).toHaveValue('dma');
    await expect(hourline.count).toHaveText('8 results');
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toBeInViewport();
    await expect(cue).toBeFocused();
    const [start, end] = [Number(await cue.getAttribute('data-start')), Number(await cue.getAttribute('data-end'))];
    expect(start).toBeLessThanOrEqual(642);
    expect(end).toBeGreaterThan(640);
  });

  test('what a link leads to is clear of what sticks to the top', async ({ hourline }) => {
    await hourline.open('#/lup-603?t=642');
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toBeInViewport();
    const { y } = (await cue.boundingBox())!;
    const timeline = (await hourline.timeline.boundingBox())!;
    expect(y).toBeGreaterThan(timeline.y + timeline.height);
  });

  test('a range marks all that is said in it', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=662.1,668.4');
    const marked = () =>
      page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map((range) => range.startContainer.textContent));
    await expect.poll(async () => (await marked()).length).toBeGreaterThan(1);
    expect((await marked()).join(' ')).toContain('no Rust code in kernel');
  });

  for (const [written, meant] of [
    ['#t=11:02', 't=662'],
    ['#11:02', 't=662'],
    ['?t=1h', 't=3600'],
    ['#t=11:02-11:09', 't=662,669'],
  ] as const) {
    test(`${written} is taken and rewritten`, async ({ hourline, page }) => {
      await hourline.open(written);
      await expect(page).toHaveURL((url) => url.hash === `#/lup-603?${meant}`);
    });
  }

  test('a bare time that is put behind an open page is one of its episode', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=100');
    await page.evaluate(() => (location.hash = '#t=11:02'));
    await expect(page).toHaveURL((url) => url.hash === '#/lup-603?t=662');
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
  });

  test('Back and Forward go through the moments', async ({ hourline, page }) => {
    await hourline.open();
    await hourline.timeline.getByRole('button', { name: /Oxidizing/ }).click();
    await expect(page).toHaveURL(/t=563/);
    await hourline.timeline.getByRole('button', { name: /Interview/ }).click();
    await expect(page).toHaveURL(/t=103/);
    await page.goBack();
    await expect(page).toHaveURL(/t=563/);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
    await page.goBack();
    await expect(page).not.toHaveURL(/t=/);
    await page.goForward();
    await expect(page).toHaveURL(/t=563/);
  });

  test('typing a query leaves no trail of places', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=100');
    const before = await page.evaluate(() => history.length);
    await hourline.search.pressSequentially('kernel', { delay: 20 });
    await expect(page).toHaveURL(/q=kernel/);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test('a moment beyond the recording leads to its end, and that is said', async ({ hourline, page }) => {
    const notice = page.getByRole('alert').filter({ hasText: 'This recording is' });
    const silent = hourline.transcript.locator('[data-silent]');
    for (const [hash, named] of [
      ['#/lup-603?t=9999', '2:46:39'],
      ['#t=2h', '2:00:00'],
    ] as const) {
      if (named === '2:46:39') await hourline.open(hash);
      else await page.evaluate((next) => (location.hash = next), hash);
      await expect(notice).toContainText(`This recording is 60:30 long; the link names ${named}.`);
      await expect(notice).toBeInViewport({ ratio: 1 });
      // It lies over nothing: neither where the link led nor the panel.
      const [told, end] = [(await notice.boundingBox())!, (await silent.boundingBox())!];
      expect(told.y).toBeGreaterThanOrEqual(end.y + end.height);
      await expect(page).toHaveURL((url) => url.hash === '#/lup-603?t=3630');
      await expect(silent).toBeFocused();
      await expect(silent).toBeInViewport();
    }
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice).toHaveCount(0);
    await expect(silent).toBeFocused();
    await page.goBack();
    await expect(notice).toHaveCount(0);
  });

  for (const hash of [
    '#/lup-603?t=%',
    '#/lup-603?q=%E0%A4%A',
    '#/lup-603?t=NaN&q=(((',
    '#%%%',
    '#/lup-603?t=1e99',
    '#/lup-603?t=99999',
  ]) {
    test(`${hash} opens as far as it can be understood`, async ({ hourline }) => {
      await hourline.open(hash);
      await expect(hourline.cues).toHaveCount(248);
    });
  }
});
