import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readEpisode } from '../src/core/episode/readEpisode.ts';
import { formatVtt } from '../src/core/transcript/formatTranscript.ts';
import { talkLike } from './bench/search/filler.ts';
import { parseTranscript } from '../src/core/transcript/transcript.ts';
import { expect, test, type HourlinePage } from './page.ts';

const CUES = 9000;

// A trace takes a picture of all 20,000 elements of a long talk at every step.
test.use({ trace: 'off' });

/** The page with a generated talk of ten hours in the episode's place; its last words are its own. */
async function openLongTalk(hourline: HourlinePage, hash = ''): Promise<void> {
  const { cues } = parseTranscript(await readFile('src/episodes/lup-603/transcript.vtt', 'utf8'));
  const talk = talkLike(cues, CUES).map((cue, i) => ({
    ...cue,
    start: i * 4,
    end: i * 4 + 4,
    text: i === CUES - 1 ? `${cue.text} goodbye zanzibar.` : cue.text,
  }));
  const { episode } = readEpisode('lup-603', [{ name: 'long-talk.vtt', text: formatVtt(talk) }]);
  await hourline.page.route('**/assets/lup-603-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export default ${JSON.stringify(episode)}` }),
  );
  await hourline.open(hash);
}

/** Copies what is selected as a visitor does, and gives back what the clipboard holds then. */
async function copied(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('reading', () => {
  test('times never enter a copy, whoever selects what', async ({ hourline, page }) => {
    await hourline.open();
    const times = await hourline.transcript
      .locator('[data-sign]')
      .evaluateAll((signs) => signs.map((sign) => sign.getAttribute('data-sign')!));
    expect(times.length).toBeGreaterThan(60);
    await page.evaluate(() => {
      const transcript = document.querySelector('section[aria-label="Transcript"]')!;
      getSelection()!.selectAllChildren(transcript);
    });
    const text = await copied(page);
    expect(text).toContain('Hello, friends, and welcome back to your weekly Linux talk show.');
    const first = text.slice(0, text.indexOf('No transcript'));
    expect(first).not.toMatch(/\d:\d\d/);
    for (const sign of times.filter((time) => time !== '✎')) expect(first).not.toContain(sign);
    expect(first).not.toContain('✎');
    expect(await page.evaluate(() => getSelection()!.toString())).not.toContain('✎');
  });

  test('select-all and copy hold every word', async ({ hourline, page }) => {
    await hourline.open();
    await page.keyboard.press('ControlOrMeta+a');
    const text = (await copied(page)).replace(/\s+/g, ' ');
    const cues = await hourline.cues.allTextContents();
    for (const cue of cues) expect(text).toContain(cue.replace(/\s+/g, ' ').trim());
  });

  test('the times in the margin have names', async ({ hourline }) => {
    await hourline.open();
    await expect(hourline.transcript.getByRole('link', { name: '0:37, 37 seconds' })).toBeVisible();
    await expect(hourline.transcript.getByRole('button', { name: 'Note on the paragraph at 37 seconds' })).toHaveCount(
      1,
    );
  });

  test('size, width and colours are chosen, kept, and there before the first paint', async ({ hourline, page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await hourline.open();
    const look = () =>
      hourline.cue(11.345).evaluate((span) => {
        const { fontSize } = getComputedStyle(span);
        return {
          size: Number.parseFloat(fontSize),
          width: span.closest('section')!.getBoundingClientRect().width,
          paper: getComputedStyle(document.documentElement).backgroundColor,
        };
      });
    const usual = await look();
    await page.getByRole('button', { name: 'Reading' }).click();
    const choices = page.getByRole('group', { name: 'Reading' });
    await expect(choices.getByRole('button', { name: 'Smaller text' })).toBeFocused();
    await choices.getByRole('button', { name: 'Larger text' }).click();
    await choices.getByRole('button', { name: 'Larger text' }).click();
    await choices.getByRole('radio', { name: 'narrow' }).check();
    await choices.getByRole('radio', { name: 'dark' }).check();
    await page.keyboard.press('Escape');
    await expect(choices).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Reading' })).toBeFocused();
    const chosen = await look();
    expect(chosen.size).toBeCloseTo(24);
    expect(chosen.width).toBeLessThanOrEqual(usual.width);
    expect(chosen.paper).not.toBe(usual.paper);
    await page.reload();
    await expect(hourline.transcript).toBeVisible();
    expect(await look()).toEqual(chosen);

    // With the program held back the page already has its colours.
    await page.route('**/assets/index-*.js', () => undefined);
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });

  test('the contents say where one reads', async ({ hourline, page }) => {
    await hourline.open();
    await hourline.cues.nth(180).evaluate((span) => span.scrollIntoView({ block: 'center' }));
    await hourline.panel('Segments');
    const current = hourline.segments.locator('[aria-current="true"]').last();
    await expect.poll(async () => Number(await current.getAttribute('data-start'))).toBeGreaterThan(500);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(async () => Number(await current.getAttribute('data-start'))).toBeLessThan(63);
  });

  test('the panel stays in view beside the text, below what sticks to the top', async ({ hourline, page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await hourline.open();
    await expect(hourline.segments).toBeVisible();
    await page.evaluate(() => scrollTo(0, 4000));
    const bottom = await page
      .getByRole('region', { name: 'Timeline' })
      .evaluate((el) => el.getBoundingClientRect().bottom);
    const panel = () =>
      page.getByRole('group', { name: 'Panels' }).evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(panel).toBeGreaterThan(bottom - 2);
    expect(await panel()).toBeLessThan(bottom + 40);
  });

  test('what is used of the page’s head, or of the panel, leaves the text where it is', async ({ hourline, page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await hourline.open('#/lup-603?q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    await page.mouse.move(400, 700);
    await page.mouse.wheel(0, 900);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    // By its place: what a test presses by name is scrolled to.
    const { x, y } = (await page.getByRole('button', { name: 'Reading', exact: true }).boundingBox())!;
    const panel = (await page.locator('[aria-controls="panel-notes"]').boundingBox())!;
    const uses: (() => Promise<void>)[] = [
      () => page.mouse.click(x + 9, y + 9),
      () => page.keyboard.press('Escape'),
      () => page.keyboard.press('/'),
      () => page.keyboard.press('Shift+Tab'),
      ...Array.from({ length: 9 }, () => () => page.keyboard.press('Tab')),
      () => page.mouse.click(panel.x + 9, panel.y + 9),
    ];
    for (const use of uses) {
      await use();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await page.evaluate(() => scrollY)).toBe(900);
    }
    await expect(hourline.notes).toBeInViewport();
  });

  test('a note that is begun after scrolling on is on words that are on screen', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=11.345');
    await expect(hourline.cues.first()).toHaveAttribute('aria-current');
    await page.evaluate(() => scrollTo(0, 4000));
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    const start = Number(
      /[?&]t=([\d.]+)/.exec((await hourline.notes.locator('[data-note] a').first().getAttribute('href'))!)![1],
    );
    expect(start).toBeGreaterThan(60);
    await expect(page.locator(`[data-cue][data-start="${start}"]`)).toBeInViewport();
  });

  test('on a low phone the text has room, and what is gone to is seen', async ({ hourline, page }) => {
    await page.setViewportSize({ width: 640, height: 360 });
    await hourline.open('#/lup-603?q=kernel');
    await expect(hourline.count).toHaveText('20 results');
    await page.getByRole('button', { name: 'Next result' }).click();
    await expect(hourline.count).toHaveText('1 of 20');
    const cue = page.locator('[data-cue][aria-current]').first();
    await expect(cue).toBeInViewport();
    // The words themselves are on top, at their beginning and at their end.
    await expect
      .poll(() =>
        cue.evaluate((one) =>
          [...one.getClientRects()]
            .flatMap(({ left, right, top, bottom }) => [
              [left + 3, top + 5],
              [right - 3, bottom - 5],
            ])
            .map(([atX, atY]) => one.contains(document.elementFromPoint(atX!, atY!))),
        ),
      )
      .not.toContain(false);
  });

  test('paper gets title, date, segments, times and notes, and nothing to press', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await hourline.noteField.fill('Print **this**, see [the patch](https://example.org/patch)');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('23 Feb 2025')).toBeVisible();
    const printed = page.getByRole('region', { name: 'Notes, printed' });
    await expect(printed).toContainText('Print this, see the patch');
    // Where a link leads can't be pressed on paper: it is written out.
    const address = await printed.getByRole('link').evaluate((link) => getComputedStyle(link, '::after').content);
    expect(address).toContain('https://example.org/patch');
    await expect(hourline.cues.nth(-2)).toBeVisible();
    await expect(hourline.cues.first()).toBeVisible();
    for (const gone of [hourline.search, hourline.timeline, hourline.notes, hourline.showNotes])
      await expect(gone).toBeHidden();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(printed).toHaveCount(0);
  });
});

test.describe('a talk of ten hours', () => {
  test.slow();

  test('of very many marks those near the screen are painted, wherever that is, and all on paper', async ({
    hourline,
    page,
  }) => {
    await openLongTalk(hourline, '#/lup-603?q=kernel');
    await expect(hourline.cues).toHaveCount(CUES);
    /** Cues of the screen that say the word and have no mark, cues with marks, and those of them far from the screen. */
    const painted = () =>
      page.evaluate(() => {
        const isNear = (element: Element, screens: number) => {
          const { top, bottom } = element.getBoundingClientRect();
          return bottom > -screens * innerHeight && top < (1 + screens) * innerHeight;
        };
        const paragraphOf = (element: Element) => element.closest('[data-paragraph]')!;
        const ranges = [...(CSS.highlights.get('search') ?? [])];
        const marked = new Set(ranges.map(({ startContainer }) => startContainer.parentElement!));
        const missed = [...document.querySelectorAll('[data-cue]')].filter(
          (cue) => isNear(cue, 0) && /\bkernel\b/i.test(cue.textContent) && !marked.has(cue as HTMLElement),
        );
        const far = [...marked].filter((cue) => !isNear(paragraphOf(cue), 0.3));
        return { missed: missed.length, marked: marked.size, far: far.length };
      });
    await expect(hourline.count).toHaveAttribute('data-count', /^[3-9]\d\d|\d{4}$/);
    await expect.poll(painted).toMatchObject({ missed: 0, far: 0 });
    for (const share of [0.5, 1]) {
      await page.evaluate((at) => scrollTo(0, at * document.documentElement.scrollHeight), share);
      await expect.poll(painted).toMatchObject({ missed: 0, far: 0 });
    }
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const all = Number(await hourline.count.getAttribute('data-count'));
    expect((await painted()).marked).toBeGreaterThan(0.8 * all); // some stand in one cue
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(async () => (await painted()).marked).toBeLessThan(100);
  });

  test('every word is in the page, is found and copied', async ({ hourline, page }) => {
    await openLongTalk(hourline);
    await expect(hourline.cues).toHaveCount(CUES);
    const found = await page.evaluate(() => {
      const ask = window as unknown as { find(text: string): boolean };
      return ask.find('goodbye zanzibar') && getSelection()!.anchorNode!.parentElement!.dataset['start'];
    });
    expect(found).toBe(String((CUES - 1) * 4));
    await expect(hourline.cues.last()).toBeInViewport();

    await page.evaluate(() =>
      getSelection()!.selectAllChildren(document.querySelector('section[aria-label="Transcript"]')!),
    );
    const text = (await copied(page)).replace(/\s+/g, ' ');
    const cues = await hourline.cues.allTextContents();
    expect(cues.filter((cue) => !text.includes(cue.trim()))).toEqual([]);
  });

  test('a step that is asked for before its worker has answered comes with the answer', async ({ hourline, page }) => {
    const counted = () =>
      page.evaluate(() => [...((window as unknown as { counted?: Set<string | null> }).counted ?? [])]);
    await page.addInitScript(() => {
      const counted = new Set<string | null>();
      Object.assign(window, { counted });
      new MutationObserver(() => {
        const count = document.querySelector('[data-count]');
        if (count) counted.add(count.getAttribute('data-count'));
      }).observe(document, { childList: true, subtree: true, attributes: true });
    });
    await openLongTalk(hourline, '#/lup-603?q=zanzibar');
    await expect(hourline.count).toHaveText('1 result');
    // Nothing is said to be found nowhere while it is still looked for.
    expect(await counted()).toEqual(['1']);
    await hourline.search.evaluate((box: HTMLInputElement) => {
      box.value = 'goodbye';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    });
    await expect(hourline.count).toHaveText('1 of 1');
    await expect(hourline.transcript.locator('[aria-current="location"]')).toContainText('goodbye zanzibar');
  });

  test('a worker that fails is told of', async ({ hourline, page }) => {
    await page.addInitScript(() => {
      window.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          setTimeout(() => this.dispatchEvent(new ErrorEvent('error')));
        }
      };
    });
    await openLongTalk(hourline, '#/lup-603?q=zanzibar');
    await hourline.panel('Results');
    await expect(hourline.results).toContainText("Search can't be fetched");
  });

  test('what is asked of the browser at once finds all words there', async ({ hourline, page }) => {
    await openLongTalk(hourline);
    const all = await page.evaluate(() => {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }));
      return document.querySelectorAll('[data-cue]').length;
    });
    expect(all).toBe(CUES);
  });

  test('a link lands exactly, though nothing above it was ever drawn', async ({ hourline, page }) => {
    await openLongTalk(hourline, '#/lup-603?t=20000,20010');
    await expectLanded(hourline);
    await expect(hourline.cues).toHaveCount(CUES);
    await expectLanded(hourline);
    for (const at of [34_002, 402]) {
      await page.goto(`#/lup-603?t=${at}`);
      await expectLanded(hourline);
    }
  });
});

/** The passage is marked and stands in the middle of what the page leaves free, and stays there. */
async function expectLanded({ transcript, page }: HourlinePage): Promise<void> {
  const cue = transcript.locator('[aria-current="location"]');
  await expect(cue).toBeFocused();
  const off = () =>
    cue.evaluate((span) => {
      const { top, bottom } = span.getBoundingClientRect();
      return Math.abs((top + bottom) / 2 - innerHeight / 2) / innerHeight;
    });
  await expect.poll(off).toBeLessThan(0.2);
  await page.evaluate(async () => {
    for (let i = 0; i < 10; i += 1) await new Promise(requestAnimationFrame);
  });
  expect(await off()).toBeLessThan(0.2);
}
