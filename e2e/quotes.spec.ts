import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test, type HourlinePage } from './page.ts';

const WORDS = 'no Rust code in kernel slash DMA';

/** Selects words of one cue as a pointer would leave them, and gives back the bar that offers what to do with them. */
async function select({ page, cues }: HourlinePage, at = 170, from = 0, to = 24) {
  const cue = cues.nth(at);
  await cue.scrollIntoViewIfNeeded();
  const selected = await cue.evaluate(
    (span, [start, end]) => {
      getSelection()!.setBaseAndExtent(span.firstChild!, start!, span.firstChild!, end!);
      return { words: getSelection()!.toString().trim(), start: span.dataset['start']!, end: span.dataset['end']! };
    },
    [from, to],
  );
  return { ...selected, bar: page.getByRole('toolbar', { name: 'Selection' }) };
}

async function clipboard(page: Page, type: 'text/plain' | 'text/html' = 'text/plain'): Promise<string> {
  return page.evaluate(async (wanted) => {
    // What is being written at this very moment can't be read: it is asked for again.
    for (let tries = 0; ; tries += 1) {
      try {
        const [item] = await navigator.clipboard.read();
        return await (await item!.getType(wanted)).text();
      } catch (error) {
        if (tries > 50) throw error;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }
  }, type);
}

const said = (page: Page, text: string) =>
  expect(page.locator('[aria-live="polite"]', { hasText: text })).toBeVisible();

test.describe('quotes and links', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('what is offered lies beside the player, not over it', async ({ hourline, page, isMobile }) => {
    await hourline.open('#/lup-603');
    const player = page.locator('[data-player]');
    await expect(player).toBeVisible();
    const { bar } = await select(hourline);
    await expect(bar).toBeVisible();
    await page.evaluate(() => {
      const free = document.querySelector('[data-player]')!.getBoundingClientRect().top - 12;
      scrollBy(0, getSelection()!.getRangeAt(0).getBoundingClientRect().bottom - free);
    });
    // Where fingers select, it stands at the foot of the screen.
    const top = isMobile ? page.viewportSize()!.height : (await player.boundingBox())!.y;
    await expect.poll(async () => (await bar.boundingBox())!.y + (await bar.boundingBox())!.height).toBeLessThan(top);
  });

  test('a selection is copied as a quote, plain and rich, and its link opens it again', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?q=dma');
    const { bar, words, start, end } = await select(hourline);
    await bar.getByRole('button', { name: 'Copy quote' }).click();
    await said(page, 'Quote copied');
    const text = await clipboard(page);
    expect(text).toMatch(/^“.+” — LINUX Unplugged 603, \d+:\d\d–\d+:\d\d, http:\/\/127\.0\.0\.1:\d+\/#\/lup-603\?t=/);
    expect(text).toContain(`“${words}”`);
    expect(text).toContain(`?t=${start},${end}&w=`);
    expect(text).not.toContain('dma');
    const html = await clipboard(page, 'text/html');
    expect(html).toContain('<blockquote');
    expect(html).toContain(words.slice(0, 10));

    await page.goto('about:blank');
    await page.goto(text.slice(text.indexOf('http://')));
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toHaveAttribute('data-start', start);
    await expect(cue).toBeInViewport();
    await expect(cue).toBeFocused();
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Passage from' })).toHaveCount(1);
  });

  test('the other forms, with and without time codes, and only the link', async ({ hourline, page }) => {
    await hourline.open();
    const { bar } = await select(hourline);
    await bar.getByRole('button', { name: 'Other forms' }).click();
    for (const [name, shape] of [
      ['Markdown', /^> .+\n>\n> — \[LINUX Unplugged 603, \d+:\d\d–\d+:\d\d\]\(<http/],
      ['APA', /\(Fisher et al\., 2025, \d+:\d\d–\d+:\d\d\)\.\n\nFisher, C\./],
      ['MLA', /\(Fisher et al\. \d+:\d\d–\d+:\d\d\)\.\n\nFisher, Chris/],
      ['BibTeX', /^@misc\{lup-603-\d+,\n {2}author = \{Fisher, Chris and /],
    ] as const) {
      await bar.getByRole('button', { name, exact: true }).click();
      await said(page, `Quote for ${name} copied`);
      expect(await clipboard(page)).toMatch(shape);
    }
    await bar.getByRole('checkbox', { name: 'With time codes' }).uncheck();
    await bar.getByRole('button', { name: 'Copy quote' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/” — LINUX Unplugged 603, http/);
    await bar.getByRole('button', { name: 'Copy link' }).click();
    await said(page, 'Link copied');
    expect(await clipboard(page)).toMatch(/^http:[^“]+$/);
    // The words can be heard, as the recording was published.
    await expect(bar.getByRole('button', { name: 'Play' })).toHaveCount(1);
    await page.reload();
    await expect(hourline.transcript).toBeVisible();
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toMatch(/” — LINUX Unplugged 603, http/);
  });

  test('by keyboard alone: keys for the current passage, Tab to the bar', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=662.1,668.4');
    await page.keyboard.press('c');
    await said(page, 'Quote copied');
    expect((await clipboard(page)).replace(/\s+/g, ' ')).toContain(WORDS);
    await page.keyboard.press('l');
    await said(page, 'Link copied');

    const { bar } = await select(hourline);
    await expect(bar).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(bar.getByRole('button', { name: 'Copy quote' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(bar.getByRole('button', { name: 'Markdown' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar.getByRole('button', { name: 'Markdown' })).toHaveCount(0);
    await expect(bar).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar).toHaveCount(0);
  });

  test('Ctrl+C stays the browser’s', async ({ hourline, page }) => {
    await hourline.open();
    const { words, bar } = await select(hourline);
    await expect(bar).toBeVisible();
    await page.keyboard.press('ControlOrMeta+c');
    expect((await clipboard(page)).trim()).toBe(words);
  });

  test('a passage is saved as a picture, its words as words', async ({ hourline, page }) => {
    await hourline.open();
    const { bar, words } = await select(hourline);
    await bar.getByRole('button', { name: 'Other forms' }).click();
    const save = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), bar.getByRole('button', { name }).click()]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const svg = await save('Picture (SVG)');
    expect(svg.name).toMatch(/^lup-603-\d+-\d\d\.svg$/);
    // In a page without a policy: this one lets no text become markup.
    const texts = await (
      await page.context().newPage()
    ).evaluate((source) => {
      const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
      return [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent);
    }, svg.bytes.toString('utf8'));
    expect(texts.join(' ')).toContain(words.slice(0, 12));
    expect(texts.join(' ')).toContain('LINUX Unplugged 603');
    const png = await save('Picture (PNG)');
    expect([...png.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.bytes.readUInt32BE(16)).toBe(2400);
    expect(png.bytes.length).toBeGreaterThan(10_000);
  });

  test('the device’s own share sheet gets words and link', async ({ hourline, page }) => {
    await page.addInitScript(() => {
      Object.assign(navigator, { share: async (what: object) => void Object.assign(window, { shared: what }) });
    });
    await hourline.open();
    const { bar, words } = await select(hourline);
    await bar.getByRole('button', { name: 'Other forms' }).click();
    await bar.getByRole('button', { name: 'Share…' }).click();
    const shared = () =>
      page.evaluate(() => {
        const { text, url } = (window as unknown as { shared?: { text: string; url: string } }).shared ?? {};
        return `${text} ${url}`;
      });
    await expect.poll(shared).toContain('#/lup-603?t=');
    expect(await shared()).toContain(words);
  });

  test('where the transcript has moved, the quoted words are found again', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=662.1,668.4');
    await page.keyboard.press('l');
    await said(page, 'Link copied');
    const link = await clipboard(page);
    const { start, text } = await hourline.transcript
      .locator('[aria-current="location"]')
      .evaluate((span) => ({ start: Number(span.dataset['start']), text: span.textContent }));

    // The same words half a minute later, as behind an advertisement.
    await page.route('**/assets/lup-603-*.js', async (route) => {
      const response = await route.fetch();
      const later = (_: string, name: string, time: string) =>
        `"${name}":${Math.round((Number(time) + 30) * 1000) / 1000}`;
      await route.fulfill({
        response,
        body: (await response.text()).replace(/"(start|end)":([\d.]+)/g, later),
      });
    });
    await page.goto('about:blank');
    await page.goto(link);
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toHaveText(text!);
    expect(Number(await cue.getAttribute('data-start'))).toBeCloseTo(start + 30, 2);
    await expect(cue).toBeInViewport();
    await expect(cue).toBeFocused();
    await expect(page).toHaveURL(
      new RegExp(`t=${String(Math.round((start + 30) * 1000) / 1000).replace('.', '\\.')},.*&w=`),
    );
    // A link by time alone stays where it says.
    await page.goto('#/lup-603?t=662.1');
    await expect(cue).not.toHaveText(text!);
  });

  test('the bar stands on screen, on a phone at its foot', async ({ hourline, page }, { project }) => {
    await hourline.open();
    const { bar } = await select(hourline);
    await expect(bar).toBeVisible();
    await bar.getByRole('button', { name: 'Other forms' }).click();
    const box = (await bar.boundingBox())!;
    const { width, height } = page.viewportSize()!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    if (project.name === 'phone') {
      expect(box.y + box.height).toBeGreaterThan(height - 80);
      for (const button of await bar.getByRole('button').all())
        expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    expect(await hourline.axe()).toEqual({ violations: [], incomplete: [] });
  });
});
