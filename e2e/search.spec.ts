import type { Locator } from '@playwright/test';
import { expect, test } from './page.ts';

test('says so where search itself can not be fetched, and the text is readable', async ({ hourline, page }) => {
  await page.route('**/search-*.js', (route) => route.abort());
  await hourline.open('#/lup-603?q=dma');
  await hourline.panel('Results');
  await expect(hourline.results).toContainText("Search can't be fetched");
  await expect(hourline.cues).toHaveCount(248);
});

for (const [what, type, count] of [
  ['Enter pressed before the search is there steps as soon as it is', [], '1 of 8'],
  ['a step that was asked for is forgotten with its query', ['dm', 'dma'], '8 results'],
] as const)
  test(what, async ({ hourline, page }) => {
    let come!: () => void;
    const held = new Promise<void>((resolve) => (come = resolve));
    await page.route('**/search-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await hourline.open();
    await hourline.search.fill('dma');
    await hourline.search.press('Enter');
    for (const query of type) await hourline.search.fill(query);
    await expect(page).toHaveURL(/q=dma/);
    await expect(hourline.count).toHaveCount(0);
    come();
    await expect(hourline.count).toHaveText(count);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toHaveCount(count === '1 of 8' ? 1 : 0);
  });

test.describe('searching', () => {
  test.beforeEach(({ hourline }) => hourline.open());

  test('keys are told of where there are keys', async ({ hourline, isMobile }) => {
    await hourline.panel('Results');
    await expect(hourline.results.getByText('/ goes to the search box.')).toBeVisible({ visible: !isMobile });
    await hourline.panel('Notes');
    const hint = `press “Write a note”${isMobile ? '' : ' or the key n'}. Notes stay`;
    await expect(hourline.notes).toContainText(hint, { useInnerText: true });
  });

  test('finds as one types, counts, and marks the matched letters', async ({ hourline }) => {
    await hourline.search.pressSequentially('dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.count).toHaveAttribute('data-count', '8');
    await expect(hourline.results.locator('[data-source="transcript"][data-tier="main"]')).toHaveCount(8);
    await expect(hourline.results.locator('mark').first()).toHaveText('DMA');
    await expect(hourline.hit(1)).toHaveAttribute('data-match', 'exact');
    await expect(hourline.timeline.locator('[data-hit]')).toHaveCount(8);
  });

  test('moves none of the words that are being read', async ({ hourline, page, isMobile }) => {
    await hourline.open('#/lup-603?t=647.369');
    const cue = hourline.transcript.locator('[aria-current="location"]');
    await expect(cue).toBeFocused();
    const top = () => cue.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    // As a hand does it: what drives the browser scrolls to whatever it is told to press.
    const press = async (field: Locator) => {
      const { x, y } = (await field.boundingBox())!;
      await (isMobile ? page.touchscreen.tap(x + 30, y + 20) : page.mouse.click(x + 30, y + 10));
      await expect(field).toBeFocused();
    };
    // The text has gone where a link, or what has opened, leaves it.
    const settle = async () => {
      await expect.poll(async () => (await top()) - (await page.waitForTimeout(200), await top())).toBe(0);
      return top();
    };
    const before = await settle();
    await press(hourline.search);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    await page.keyboard.type('dma patch');
    await expect(hourline.count).toHaveText(/result/);
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    if (isMobile) return;
    await page.setViewportSize({ width: 1280, height: 900 });
    await hourline.timeline.getByRole('button', { name: 'All lanes' }).click();
    const filter = hourline.timeline.getByRole('textbox', { name: 'Filter topics' });
    await expect(filter).toBeVisible();
    const held = await settle();
    await press(filter);
    await page.keyboard.type('linux');
    await expect(hourline.timeline.locator('[data-topic]')).toHaveCount(1);
    expect(Math.abs((await top()) - held)).toBeLessThanOrEqual(1);
  });

  test('lists results a few at a time, and what is still meant stays', async ({ hourline }) => {
    await hourline.search.fill('warm');
    await expect(hourline.count).toHaveText(/result/);
    await hourline.panel('Results');
    await hourline.results.evaluate((results) => {
      const pieces: number[] = [];
      Object.assign(window, { pieces });
      const item = '[data-source="transcript"]';
      new MutationObserver((list) => {
        const added = list.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
        const items = added.map((one) => Number(one.matches(item)) + one.querySelectorAll(item).length);
        pieces.push(items.reduce((sum, count) => sum + count, 0));
      }).observe(results, { childList: true, subtree: true });
    });
    await hourline.search.fill('kern');
    await expect(hourline.hit(20)).toBeAttached();
    const pieces = await hourline.page.evaluate(() => (window as unknown as { pieces: number[] }).pieces);
    expect(pieces[0]).toBeLessThanOrEqual(4);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(8);
    const first = (await hourline.hit(1).elementHandle())!;
    await hourline.search.fill('kernel');
    await expect(hourline.search).toHaveValue('kernel');
    await expect(hourline.page).toHaveURL(/q=kernel/);
    await expect(hourline.hit(20)).toBeAttached();
    expect(await first.evaluate((one) => one.isConnected)).toBe(true);
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

  test('steps with Enter and Shift+Enter, and the text follows', async ({ hourline, page, isMobile }) => {
    await hourline.search.fill('dma');
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('1 of 8');
    const first = await hourline.results.locator('[data-start]').first().getAttribute('data-start');
    await expect(hourline.cue(Number(first))).toBeInViewport();
    await expect(hourline.cue(Number(first))).toHaveAttribute('aria-current', 'location');
    // A phone's keyboard gets out of the way; its buttons go on.
    expect(await hourline.search.evaluate((box) => box === document.activeElement)).toBe(!isMobile);
    const next = () =>
      isMobile ? page.getByRole('button', { name: 'Next result' }).click() : page.keyboard.press('Enter');
    const previous = () =>
      isMobile ? page.getByRole('button', { name: 'Previous result' }).click() : page.keyboard.press('Shift+Enter');
    await next();
    await expect(hourline.count).toHaveText('2 of 8');
    await previous();
    await previous();
    await expect(hourline.count).toHaveText('8 of 8');
  });

  test('finds what was misheard, and says what was heard', async ({ hourline }) => {
    for (const [query, heard] of [
      ['ojeda', 'odeja'],
      ['planet nix', 'Nyx'],
      ['fosdem', 'fostum'],
      ['tail scale', 'TailScale'],
    ] as const) {
      await hourline.search.fill(query);
      await hourline.panel('Results');
      const said = hourline.results.locator('[data-source="transcript"][data-tier="main"]');
      await expect(said.filter({ hasText: heard }).first()).toBeVisible();
    }
    await hourline.search.fill('ojeda');
    await expect(hourline.results).toContainText('heard as “odeja”');
  });

  test('finds also what is beside the talk, each labelled', async ({ hourline, page }) => {
    await page.keyboard.press('n');
    await hourline.noteField.fill('Remember the asahi story');
    await page.keyboard.press('Escape');
    await hourline.search.fill('asahi');
    await hourline.panel('Results');
    await expect(hourline.count).toHaveText('0 results');
    await expect(hourline.results).toContainText('Nothing found for “asahi”');
    await expect(hourline.results.locator('[data-source="show-notes"]')).toContainText('asahi linux');
    await expect(hourline.results.locator('[data-source="note"]')).toContainText('Remember the asahi story');
    await hourline.search.fill('oxidizing');
    await expect(hourline.results.locator('[data-source="chapter"]')).toContainText('Oxidizing the Kernel');
  });

  test('quotes force exactness, a minus excludes', async ({ hourline }) => {
    await hourline.search.fill('"linux kernel"');
    await expect(hourline.count).toHaveText(/^\d+ results$/);
    const quoted = Number(await hourline.count.getAttribute('data-count'));
    await hourline.search.fill('hellwig');
    await expect(hourline.count).toHaveText('2 results');
    await hourline.search.fill('"hellwig"');
    await expect(hourline.count).toHaveText('0 results');
    await hourline.search.fill('"linux kernel" -rust');
    await expect.poll(async () => Number(await hourline.count.getAttribute('data-count'))).toBeLessThan(quoted);
  });

  test('is narrowed to a chapter, or to a stretch drawn on the timeline, and says so', async ({
    hourline,
    page,
    isMobile,
  }) => {
    await hourline.search.fill('kernel');
    await hourline.panel('Results');
    await hourline.results.getByLabel('Within').selectOption('Tailscale');
    await expect(hourline.results).toContainText('Only what is said from 1:03 to 2:24');
    await expect(hourline.count).toHaveText('1 result');
    await hourline.search.fill('hellwig');
    await expect(hourline.results).toContainText('Only what you narrowed the search to was searched');
    await expect(hourline.results).not.toContainText('Of this episode');
    await hourline.search.fill('kernel');
    await hourline.results.getByRole('button', { name: 'Search the whole talk' }).click();
    await expect(hourline.count).toHaveText('20 results');
    if (isMobile) return; // a finger scrolls the page; the list above is its way
    const band = (await hourline.slider.boundingBox())!;
    await page.mouse.move(band.x + (band.width * 570) / 3630, band.y + 10);
    await page.mouse.down();
    await page.mouse.move(band.x + (band.width * 700) / 3630, band.y + 12, { steps: 4 });
    await page.mouse.up();
    await hourline.timeline.getByRole('button', { name: 'Search within' }).click();
    await expect(hourline.results).toContainText('Only what is said from 9:');
    await expect.poll(async () => Number(await hourline.count.getAttribute('data-count'))).toBeLessThan(12);
    await hourline.slider.focus();
    await page.keyboard.press('Escape');
    await expect(hourline.count).toHaveText('20 results');
    // Where there is no transcript, that is why nothing is found.
    await page.mouse.move(band.x + (band.width * 1200) / 3630, band.y + 10);
    await page.mouse.down();
    await page.mouse.move(band.x + (band.width * 1800) / 3630, band.y + 12, { steps: 4 });
    await page.mouse.up();
    await hourline.timeline.getByRole('button', { name: 'Search within' }).click();
    await expect(hourline.results).toContainText('From 20:00 to 30:00 there is no transcript');
  });

  test('what is only possibly meant is counted and stepped to where nothing else is found', async ({
    hourline,
    page,
  }) => {
    await hourline.search.fill('hoopler');
    await expect(hourline.count).toHaveText('0 results, 1 possible');
    await expect(hourline.count).toHaveAttribute('data-count', '0');
    await hourline.search.press('Enter');
    await expect(hourline.count).toHaveText('1 of 1 possible');
    await expect(page).toHaveURL(/t=\d/);
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
  });

  test('remembers what led somewhere, and forgets it when asked', async ({ hourline, page }) => {
    await hourline.search.fill('penguin');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/t=\d/); // a search that is left before it led somewhere is not remembered
    await page.reload();
    await hourline.emptySearch();
    await hourline.panel('Results');
    await hourline.results.getByRole('button', { name: 'penguin', exact: true }).click();
    await expect(hourline.search).toHaveValue('penguin');
    await expect(page).toHaveURL(/q=penguin/);
    await hourline.emptySearch();
    await hourline.panel('Results');
    await hourline.results.getByRole('button', { name: 'Forget recent searches' }).click();
    await expect(hourline.results.getByRole('button', { name: 'penguin' })).toHaveCount(0);
  });

  for (const colorScheme of ['light', 'dark'] as const)
    test(`the current result is marked in forced colours, ${colorScheme}`, async ({ hourline, page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme, forcedColors: 'active' });
      await hourline.search.fill('dma');
      await hourline.search.press('Enter');
      await expect(hourline.count).toHaveText('1 of 8');
      await expect(hourline.hit(8)).toBeAttached();
      const outlines = await hourline.results
        .locator('[data-rank] button')
        .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
      expect(outlines.filter((style) => style === 'solid')).toHaveLength(1);
      // What is painted, which a style does not tell: a corner of the current hit, of another, and of the words about it.
      const corner = async (name: string) => {
        const clip = await hourline.transcript.evaluate((text, of) => {
          const letters = document.createRange();
          const marks = [...CSS.highlights.get(of)!] as StaticRange[];
          const mark = marks.find(
            (one) => of !== 'search' || !text.querySelector('[aria-current]')!.contains(one.startContainer),
          )!;
          letters.setStart(mark.startContainer, mark.startOffset);
          letters.setEnd(mark.endContainer, mark.endOffset);
          const { left, top } = letters.getClientRects()[0]!;
          return { x: Math.ceil(left) + 1, y: Math.ceil(top) + 1, width: 2, height: 2 };
        }, name);
        return (await page.screenshot({ clip })).toString('base64');
      };
      const painted = [await corner('search-active'), await corner('search'), await corner('passage')];
      expect(new Set(painted).size).toBe(3);
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

  test('a letter that is cleared before it was searched for is cleared too', async ({ hourline }) => {
    await hourline.search.evaluate((input: HTMLInputElement) => {
      input.value = 'dma';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    });
    await expect(hourline.search).toHaveValue('');
  });

  test('a step goes through what is found for the letters that stand there, and stays', async ({ hourline, page }) => {
    await hourline.open();
    await hourline.search.fill('dma');
    await expect(hourline.count).toHaveText('8 results');
    // Between a letter and its answer, which a slow machine takes its time for.
    await hourline.search.evaluate((box: HTMLInputElement) => {
      box.value = 'rust';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLElement>('[aria-label="Next result"]')!.click();
    });
    await expect(hourline.count).toHaveText(/^1 of \d+$/);
    await expect(page).toHaveURL(/q=rust/);
    await page.getByRole('button', { name: 'Next result' }).click();
    await expect(hourline.count).toHaveText(/^2 of \d+$/);
  });

  test('no letter is lost where the machine gets faster while one types', async ({ hourline, page }) => {
    await expect(hourline.search).toBeEnabled();
    await hourline.search.fill('rust');
    await expect(hourline.count).toHaveText(/result/);
    await page.evaluate(async () => {
      const box = document.querySelector<HTMLInputElement>('[type=search]')!;
      const count = document.querySelector('[data-count]')!;
      const type = (letters: string) => {
        box.value = letters;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const frame = () => new Promise(requestAnimationFrame);
      const searched = () =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve();
          });
          observer.observe(count, { attributeFilter: ['data-count'] });
        });
      // A search whose drawing takes long, ...
      let first = searched();
      type('k');
      await first;
      for (let i = 0; i < 20; i += 1) await null;
      requestAnimationFrame((began) => {
        while (performance.now() < began + 200);
      });
      await frame();
      await frame();
      await frame();
      // ... so that the next waits for more; it is quick, which is known two frames later: then come two letters more.
      first = searched();
      type('kern');
      await first;
      type('kernel');
      await frame();
      await frame();
      await frame();
      type('kernel rust');
    });
    await expect(page).toHaveURL(/q=kernel%20rust/);
    await expect(hourline.results).toContainText('Rust');
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

  for (const inherits of [true, false])
    test(`matches are marked where a browser ${inherits ? 'inherits' : 'does not inherit'} highlights`, async ({
      hourline,
      page,
    }) => {
      if (!inherits) {
        await page.addInitScript(() => {
          const ask = getComputedStyle;
          window.getComputedStyle = (element, pseudo) => ask(element, element === document.body ? null : pseudo);
        });
        await page.reload();
      }
      await hourline.search.fill('dma');
      await expect.poll(() => page.evaluate(() => CSS.highlights.get('search')?.size)).toBe(8);
      const mark = await hourline.transcript.evaluate((text, inherited) => {
        const isInherited = (rule: CSSRule) => rule instanceof CSSStyleRule && /^:root::/.test(rule.selectorText);
        if (!inherited)
          for (const sheet of document.styleSheets)
            for (let i = sheet.cssRules.length - 1; i >= 0; i -= 1)
              if (isInherited(sheet.cssRules[i]!)) sheet.deleteRule(i);
        return getComputedStyle(text.querySelector('[data-cue]')!, '::highlight(search)').backgroundColor;
      }, inherits);
      expect(mark).toBe('rgb(255, 223, 133)');
    });
});
