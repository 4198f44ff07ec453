import type { Locator, Page } from '@playwright/test';
import { expect, test } from './page.ts';

/** Seconds at which the lanes begin and end, told from two ticks of their axis. */
async function viewOf(slider: Locator, page: Page): Promise<{ start: number; end: number }> {
  const band = (await slider.boundingBox())!;
  const frame = (await page.locator('.band > .frame').boundingBox())!;
  const at = (x: number) => ((x - band.x) / band.width) * 3630;
  return { start: at(frame.x), end: at(frame.x + frame.width) };
}

test.describe('the lanes', () => {
  test.beforeEach(async ({ hourline, page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await hourline.open('#/lup-603?q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    await expect(hourline.timeline.locator('[data-mention]').first()).toBeVisible();
  });

  test('are open where there is room, fold to the strip, and stay as they were left', async ({ hourline, page }) => {
    await hourline.timeline.getByRole('button', { name: 'Fold' }).click();
    await expect(hourline.timeline.locator('[data-mention]')).toHaveCount(0);
    await page.reload();
    const open = hourline.timeline.getByRole('button', { name: 'All lanes' });
    await open.click();
    await expect(hourline.timeline.locator('[data-mention]').first()).toBeVisible();
  });

  for (const height of [800, 1000])
    test(`all of them stay in view above the text, in a window of ${height} pixels`, async ({ hourline, page }) => {
      await page.setViewportSize({ width: 1280, height });
      const { timeline } = hourline;
      // Into the text, but no further than the lanes stay open for.
      await page.evaluate(() => scrollTo(0, 250));
      await timeline.getByRole('button', { name: /more lanes/ }).click();
      await expect(timeline.getByRole('button', { name: /fewer lanes/i })).toBeAttached();
      await expect(hourline.search).toBeInViewport({ ratio: 1 });
      await expect(hourline.slider).toBeInViewport({ ratio: 1 });
      const foot = await timeline.evaluate((one) => one.getBoundingClientRect().bottom);
      expect(foot).toBeLessThanOrEqual(0.7 * height + 1);
    });

  test('hold no more bars than are in view when they stand still', async ({ hourline, page }) => {
    const bars = hourline.timeline.locator('[data-row] [data-segment]');
    const whole = await bars.count();
    const box = (await page.locator('[data-tracks]').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 100);
    await page.keyboard.down('Control');
    for (let i = 0; i < 8; i += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect(bars.filter({ visible: true })).not.toHaveCount(whole);
    await expect(bars.filter({ visible: false })).toHaveCount(0);
  });

  test('buttons stay between the notches of a slow wheel, and stand where their bars are once it has stopped', async ({
    hourline,
    page,
  }) => {
    const row = hourline.timeline.locator('[data-row="parts"]');
    await expect(row.locator('[data-segment]').first()).toBeVisible();
    const widthOf = (part: string) => row.locator(part).evaluate((one) => Number.parseFloat(one.style.width));
    const box = (await row.boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 10);
    await page.clock.install();
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
    const before = await widthOf('ol');
    await page.keyboard.down('Control');
    for (let i = 0; i < 4; i += 1) {
      const drawn = await widthOf('div');
      await page.mouse.wheel(0, -60);
      await expect.poll(() => widthOf('div')).toBeGreaterThan(drawn);
      await page.clock.runFor(200);
      expect(await widthOf('ol')).toBe(before);
    }
    await page.keyboard.up('Control');
    await page.clock.runFor(1000);
    await expect.poll(() => widthOf('ol')).toBe(await widthOf('div'));
  });

  test('a card stays in a window that becomes narrower', async ({ hourline, page }) => {
    await hourline.timeline.locator('[data-row="parts"] [data-segment]').last().focus();
    const card = page.getByRole('tooltip');
    await expect(card).toBeVisible();
    for (const width of [1100, 900]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(card).toBeVisible();
      await expect
        .poll(async () => {
          const { x, width: wide } = (await card.boundingBox())!;
          return x + wide;
        })
        .toBeLessThanOrEqual(width - 8);
    }
  });

  test('a press in the midst of zooming means the bar that is drawn there, not the button that stood there', async ({
    hourline,
    page,
  }) => {
    const parts = hourline.timeline.locator('[data-row="parts"]');
    await expect(parts.locator('[data-segment]').first()).toBeVisible();
    const starts = await parts
      .locator('[data-segment]')
      .evaluateAll((all) =>
        all.map((one) => [one.getAttribute('aria-label')!, one.getAttribute('data-start')!] as const),
      );
    const box = (await parts.boundingBox())!;
    const [x, y] = [box.x + box.width * 0.8, box.y + 10];
    await page.mouse.move(box.x + 20, y);
    await page.keyboard.down('Control');
    for (let i = 0; i < 3; i += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    const [title, stale] = await parts.evaluate((row, at) => {
      const under = (selector: string) =>
        [...row.querySelectorAll(selector)].find((one) => {
          const { left, right } = one.getBoundingClientRect();
          return left <= at && at < right;
        });
      return [under('i')!.textContent.trim(), under('button')?.getAttribute('aria-label') ?? ''];
    }, x);
    await page.mouse.click(x, y);
    expect(stale.startsWith(`${title},`), 'another part stood there').toBe(false);
    const [, start] = starts.find(([name]) => name.startsWith(`${title},`))!;
    await expect(page).toHaveURL((url) => new URLSearchParams(url.hash.split('?')[1]).get('t') === start);
  });

  test('show what was published, what was found, topics, results, notes and links, each once', async ({
    hourline,
    page,
  }) => {
    await page.keyboard.press('n');
    await hourline.noteField.fill('mine');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    const { timeline } = hourline;
    await expect(timeline.locator('[data-origin="published"]')).toHaveCount(3); // those in view: the rest has no transcript
    await expect(timeline.locator('[data-segment][data-kind="news"][data-origin="edited"]').first()).toBeVisible();
    await expect(timeline.locator('[data-hit]')).toHaveCount(20);
    await expect(timeline.locator('[data-note]')).toHaveCount(1);
    await expect(timeline.locator('[data-link]')).toHaveCount(3);
    await timeline.getByRole('button', { name: 'Whole recording' }).click();
    await expect(timeline.locator('[data-origin="published"]')).toHaveCount(7);
    await timeline.getByRole('button', { name: /more lanes/ }).click();
    await timeline.getByRole('button', { name: /^christoph hellwig, 2 mentions$/i }).click();
    await expect(timeline.getByRole('button', { name: /heard as “helwig”/ })).toBeVisible();
    await timeline.getByText(/^\d+ not heard$/).click();
    await expect(timeline).toContainText('bhyve');
    await timeline.getByText('Signs', { exact: true }).click();
    await expect(timeline.getByRole('list', { name: 'Signs of the timeline' })).toContainText('said as written');
    expect(page.url()).not.toContain('t='); // what stands below the lanes is no place in time
  });

  test('a chosen lane lights its mentions in the text and narrows the results', async ({ hourline, page }) => {
    const dma = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
    await dma.click();
    await expect(dma).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('topic')?.size)).toBe(8);
    await expect(hourline.results).toContainText('Only where DMA is talked about');
    await expect.poll(async () => Number(await hourline.count.getAttribute('data-count'))).toBeLessThan(20);
    await hourline.results.getByRole('button', { name: 'Whatever the topic' }).click();
    await expect(hourline.count).toHaveText('20 results');
  });

  test('are filtered, ordered and pinned', async ({ hourline, page }) => {
    const names = () => hourline.timeline.locator('[data-topic] span').allInnerTexts();
    expect((await names())[0]).toBe('Rust');
    await hourline.timeline.getByRole('button', { name: 'Pin DMA' }).click();
    expect((await names())[0]).toBe('DMA');
    await page.reload();
    await expect.poll(names).toContain('DMA');
    expect((await names())[0]).toBe('DMA');
    await hourline.timeline.getByRole('textbox', { name: 'Filter topics' }).fill('torv');
    expect(await names()).toEqual(['DMA', 'Linus Torvalds']);
    await hourline.timeline.getByRole('button', { name: 'Pin DMA' }).click();
    expect(await names()).toEqual(['Linus Torvalds']);
    await hourline.timeline.getByRole('textbox', { name: 'Filter topics' }).fill('');
    await hourline.timeline.getByLabel('Order of lanes').selectOption('as they come up');
    expect((await names())[0]).toBe('Chris Fisher');
  });

  test('hovering tells what a sign is; the card can be read and put away', async ({ hourline, page }) => {
    await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions, 1 of 8, 10 minutes 38 seconds' }).hover();
    const card = page.getByRole('tooltip');
    await expect(card).toContainText('DMA');
    await expect(card).toContainText('And the Rust DMA patch proposal');
    await expect(card).toContainText('said as it is written');
    await card.hover();
    await expect(card).toBeVisible();
    await page.mouse.move(10, 10);
    await expect(card).toHaveCount(0);
  });

  test('a click goes to the moment', async ({ hourline, page }) => {
    await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions, 1 of 8, 10 minutes 38 seconds' }).click();
    await expect(page).toHaveURL(/t=638\.979/);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
    await hourline.timeline.locator('[data-segment][data-kind="sponsor"]').first().click();
    await expect(page).toHaveURL(/t=63\.3/);
  });

  test('Ctrl and the wheel zoom about the pointer, a drag pans, Esc shows the whole; a plain wheel scrolls the page', async ({
    hourline,
    page,
  }) => {
    const track = (await hourline.timeline.locator('[data-tracks]').boundingBox())!;
    const before = await viewOf(hourline.slider, page);
    const [x, y] = [track.x + track.width * 0.7, track.y + 200];
    const under = before.start + 0.7 * (before.end - before.start);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeLessThan(before.end - 60);
    const zoomed = await viewOf(hourline.slider, page);
    expect(zoomed.end - zoomed.start).toBeCloseTo((before.end - before.start) / 4, -1);
    expect(Math.abs(zoomed.start + 0.7 * (zoomed.end - zoomed.start) - under)).toBeLessThan(8);
    await page.mouse.down();
    await page.mouse.move(x + 200, y, { steps: 5 });
    await page.mouse.up();
    const panned = await viewOf(hourline.slider, page);
    expect(panned.start).toBeLessThan(zoomed.start - 20);
    expect(panned.end - panned.start).toBeCloseTo(zoomed.end - zoomed.start, -1);
    await page.mouse.wheel(0, 300);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect((await viewOf(hourline.slider, page)).start).toBeCloseTo(panned.start, 0);
    await hourline.timeline.locator('[data-topic]').first().focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeGreaterThan(3628);
    await expect(hourline.timeline.getByRole('button', { name: 'Whole recording' })).toBeDisabled();
  });

  test('a double click looks at a segment; buttons do what drags do', async ({ hourline, page }) => {
    const sponsor = hourline.timeline.locator('[data-segment][data-kind="sponsor"]').first();
    await sponsor.dblclick();
    await expect.poll(async () => Math.round((await viewOf(hourline.slider, page)).end)).toBeLessThan(155);
    const seen = await viewOf(hourline.slider, page);
    await hourline.timeline.getByRole('button', { name: 'Later' }).click();
    await expect.poll(async () => (await viewOf(hourline.slider, page)).start).toBeGreaterThan(seen.start + 20);
    await hourline.timeline.getByRole('button', { name: 'Zoom out' }).click();
    await expect
      .poll(async () => {
        const { start, end } = await viewOf(hourline.slider, page);
        return end - start;
      })
      .toBeGreaterThan(1.8 * (seen.end - seen.start));
    // The focus is on what was pressed last, or, behind a press on a bar, in the text: Esc leads back from either.
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeGreaterThan(3628);
    await sponsor.dblclick();
    await expect.poll(async () => Math.round((await viewOf(hourline.slider, page)).end)).toBeLessThan(155);
    await expect(hourline.transcript.locator('[data-cue]:focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeGreaterThan(3628);
  });

  test('a drag selects none of the words that it passes, though it leaves the timeline', async ({ hourline, page }) => {
    for (const begin of ['[data-row="sections"]', '[data-row="hits"]', '[data-axis]', '.band']) {
      const box = (await hourline.timeline.locator(begin).first().boundingBox())!;
      await page.mouse.move(box.x + 300, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + 400, 780, { steps: 4 });
      expect(await page.evaluate(() => getSelection()!.toString()), begin).toBe('');
      await page.mouse.up();
      await page.keyboard.press('Escape');
    }
  });

  test('the frame is dragged and resized', async ({ hourline, page }) => {
    const grab = async (which: 'start' | 'end', by: number) => {
      const frame = (await page.locator('.band > .frame').boundingBox())!;
      const x = which === 'start' ? frame.x + 2 : frame.x + frame.width - 2;
      await page.mouse.move(x, frame.y + 20);
      await page.mouse.down();
      await page.mouse.move(x + by, frame.y + 20, { steps: 4 });
      // Off the strip, too, the pointer holds the edge, and shows it.
      await page.mouse.move(x + by, frame.y + 300);
      expect(await cursor()).toBe('ew-resize');
      await page.mouse.up();
    };
    const cursor = () =>
      page.evaluate(() => {
        const held = [...document.querySelectorAll('*')].find((element) => element.hasPointerCapture(1));
        return held && getComputedStyle(held).cursor;
      });
    const before = await viewOf(hourline.slider, page);
    await grab('end', 200);
    const wider = await viewOf(hourline.slider, page);
    expect(wider.end).toBeGreaterThan(before.end + 300);
    await grab('start', 100);
    const moved = await viewOf(hourline.slider, page);
    expect(moved.start).toBeGreaterThan(wider.start + 150);
    const frame = (await page.locator('.band > .frame').boundingBox())!;
    await page.mouse.move(frame.x + frame.width / 2, frame.y + 20);
    await page.mouse.down();
    await page.mouse.move(frame.x + frame.width / 2 + 80, frame.y + 20, { steps: 4 });
    await page.mouse.up();
    const panned = await viewOf(hourline.slider, page);
    expect(panned.start).toBeGreaterThan(moved.start + 100);
    expect(panned.end - panned.start).toBeCloseTo(moved.end - moved.start, -1);
  });

  test('a drawn stretch can be searched, noted, linked and looked at', async ({ hourline, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const track = (await hourline.timeline.locator('[data-axis]').boundingBox())!;
    const draw = async () => {
      await page.mouse.move(track.x + 700, track.y + 10);
      await page.mouse.down();
      await page.mouse.move(track.x + 800, track.y + 12, { steps: 5 });
      await page.mouse.up();
    };
    const words = hourline.transcript.locator('[data-cue]').first();
    const before = await words.boundingBox();
    await draw();
    const bar = hourline.timeline.getByRole('group', { name: 'Selected stretch' });
    await expect(bar).toBeVisible();
    expect(await words.boundingBox(), 'nothing moves for it').toEqual(before);
    await bar.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/lup-603\?t=[\d.]+,[\d.]+&w=/);
    await bar.getByRole('button', { name: 'Note' }).click();
    await expect(hourline.noteField).toBeFocused();
    await hourline.noteField.fill('about a **stretch**');
    await expect(hourline.timeline.locator('[data-note]'), 'in plain words').toHaveAccessibleName(/, about a stretch$/);
    await bar.getByRole('button', { name: 'Look closer' }).click();
    await expect
      .poll(async () => {
        const { start, end } = await viewOf(hourline.slider, page);
        return end - start;
      })
      .toBeLessThan(200);
    await bar.getByRole('button', { name: 'Search within' }).click();
    await expect(hourline.results).toContainText('Only what is said from');
    await expect(bar).toHaveCount(0);
    await expect(hourline.search).toBeFocused();
  });

  test('nothing moves when a search begins or ends', async ({ hourline }) => {
    const words = hourline.transcript.locator('[data-cue]').first();
    const before = await words.boundingBox();
    await hourline.search.fill('');
    await expect(hourline.timeline.locator('[data-hit]')).toHaveCount(0);
    await expect(hourline.timeline).toContainText('What a search finds stands here.');
    expect(await words.boundingBox()).toEqual(before);
    await hourline.search.fill('rust');
    await expect(hourline.timeline.locator('[data-hit]').first()).toBeVisible();
    expect(await words.boundingBox()).toEqual(before);
  });

  test('while a stretch is drawn on the strip and when it is left, no time stands where the pointer was', async ({
    hourline,
    page,
  }) => {
    const { x, y, width } = (await hourline.slider.boundingBox())!;
    const time = hourline.slider.locator('.pointer');
    await page.mouse.move(x + 0.6 * width, y + 20);
    await expect(time).toBeVisible();
    await page.mouse.down();
    await page.mouse.move(x + 0.7 * width, y + 20, { steps: 4 });
    await expect(time).toHaveCount(0);
    await page.mouse.up();
    await page.mouse.move(x + 0.3 * width, y + 20);
    await expect(time).toBeVisible();
    await page.mouse.move(x + 0.3 * width, y + 400);
    await expect(time).toHaveCount(0);
  });

  test('keys go along rows, between them, between segments, and out of view', async ({ hourline, page }) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const dma = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
    await dma.focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('DMA, 8 mentions, 1 of 8, 10 minutes 38 seconds');
    await expect(page.getByRole('tooltip')).toContainText('And the Rust DMA patch proposal');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('DMA, 8 mentions, 2 of 8, 10 minutes 51 seconds');
    await page.keyboard.press('End');
    expect(await focused()).toMatch(/^DMA, 8 mentions, 8 of 8/);
    await page.keyboard.press('Home');
    expect(await focused()).toBe('DMA, 8 mentions');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toMatch(/^SCALE, \d+ mentions$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/t=638\.979/);

    await hourline.timeline.locator('[data-segment][data-kind="sponsor"]').first().dblclick();
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeLessThan(160);
    await dma.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('DMA, 8 mentions, 1 of 8, 10 minutes 38 seconds');
    const { start, end } = await viewOf(hourline.slider, page);
    expect(start).toBeLessThan(639);
    expect(end).toBeGreaterThan(639);

    await hourline.timeline.getByRole('button', { name: 'Whole recording' }).click();
    await hourline.timeline.getByRole('button', { name: /^Sponsor: Tailscale/ }).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(focused).not.toMatch(/^Sponsor: Tailscale/);
  });

  test('one Tab goes from row to row', async ({ hourline, page }) => {
    await hourline.timeline.getByRole('button', { name: 'Fold' }).focus();
    const rows: (string | null | undefined)[] = [];
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press('Tab');
      rows.push(
        await page.evaluate(
          () =>
            document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ??
            document.activeElement?.getAttribute('aria-label'),
        ),
      );
    }
    expect(rows).toEqual(['chapters', 'sections', 'parts', 'Pin Rust', 'Rust, 26 mentions', 'hits', 'links', null]);
  });

  test('moving the playhead redraws no row', async ({ hourline, page }) => {
    await page.evaluate(() => {
      const touched = new Set<string>();
      Object.assign(window, { touched });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const row = (target as Element).closest?.('[data-row], svg');
          if (row) touched.add(row.getAttribute('data-row') ?? row.tagName);
        }
      }).observe(document.querySelector('section[aria-label="Timeline"]')!, {
        subtree: true,
        attributes: true,
        childList: true,
      });
    });
    await hourline.slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/t=/);
    expect(await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual([]);
  });

  test('a step of zooming moves nothing of the overview but its frame', async ({ hourline, page }) => {
    await page.evaluate(() => {
      const touched: string[] = [];
      Object.assign(window, { touched });
      new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes)
          // What has been read grows by itself meanwhile.
          for (const one of addedNodes.length > 0 ? addedNodes : [target])
            if (!(one as Element).classList.contains('known'))
              touched.push((one as Element).classList[0] ?? one.nodeName);
      }).observe(document.querySelector('[role="slider"]')!, { subtree: true, attributes: true, childList: true });
    });
    await hourline.slider.focus();
    const before = await viewOf(hourline.slider, page);
    await page.keyboard.press('+');
    await expect.poll(async () => (await viewOf(hourline.slider, page)).end).toBeLessThan(before.end - 60);
    const touched = await page.evaluate(() => (window as unknown as { touched: string[] }).touched);
    expect([...new Set(touched)]).toEqual(['frame']);
  });

  test('nothing glides where motion is to be reduced', async ({ hourline, page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await hourline.timeline.getByRole('button', { name: 'Whole recording' }).click();
    const widths = await page.evaluate(
      () =>
        new Promise<number>((resolve) =>
          requestAnimationFrame(() => resolve(document.querySelector('.band > .frame')!.getBoundingClientRect().width)),
        ),
    );
    expect(widths).toBeCloseTo((await hourline.slider.boundingBox())!.width, 0);
  });

  test('reading on folds them, unless they are to stay', async ({ hourline, page }) => {
    const main = (await page.getByRole('main').boundingBox())!;
    await page.mouse.move(main.x + 300, 850);
    for (let i = 0; i < 12; i += 1) await page.mouse.wheel(0, 200);
    await expect(hourline.timeline.getByRole('button', { name: 'All lanes' })).toBeVisible();
    await hourline.timeline.getByRole('button', { name: 'All lanes' }).click();
    await hourline.timeline.getByRole('button', { name: 'Keep open' }).click();
    await page.mouse.move(main.x + 300, 850);
    for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, 200);
    await expect(hourline.timeline.getByRole('button', { name: 'Fold' })).toBeVisible();
    // Also where there are more of them than leave room to read in.
    await hourline.timeline.getByRole('button', { name: /more lanes/ }).click();
    await page.mouse.move(main.x + 300, 850);
    for (let i = 0; i < 4; i += 1) await page.mouse.wheel(0, 200);
    await expect(hourline.timeline.getByRole('button', { name: 'Fold' })).toBeInViewport();
    await expect(hourline.search).toBeInViewport();
  });

  test('forced colours keep signs, the chosen lane and the frame apart from the page', async ({ hourline, page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.keyboard.press('n');
    await hourline.noteField.fill('mine');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true }).click();
    const colours = (selector: string, property: string) =>
      page
        .locator(`.lanes ${selector}`)
        .evaluateAll((found, name) => found.map((one) => getComputedStyle(one).getPropertyValue(name)), property);
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    for (const [selector, property] of [
      ['.hit .sure', 'fill'],
      ['.note .sure', 'fill'],
      ['.link .unsure', 'stroke'],
      ['.mention .sure', 'stroke'],
      ['.mention .unsure', 'stroke'],
      ['.chosen .name', 'background-color'],
    ] as const) {
      const found = await colours(selector, property);
      expect(found.length, selector).toBeGreaterThan(0);
      expect(found, selector).not.toContain(paper);
    }
    const [lit] = await colours('.lit .sure', 'stroke');
    expect(await colours('.mention:not(.lit) .sure', 'stroke')).not.toContain(lit);
    expect(await colours('.mention .talked', 'stroke-width')).not.toContain('11px');
    expect((await colours('.silent', 'background-image'))[0]).toContain('gradient');
    const kinds = await colours('[data-row="sections"] i', 'background-image');
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  for (const scheme of ['light', 'dark'] as const)
    test(`axe finds nothing wrong, ${scheme}`, async ({ hourline, page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await hourline.timeline.getByText('Signs', { exact: true }).click();
      await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tooltip')).toBeVisible();
      expect((await hourline.axe()).violations).toEqual([]);
    });
});
