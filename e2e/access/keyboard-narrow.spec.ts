import type { Locator } from '@playwright/test';
import { expect, test, type HourlinePage } from '../page.ts';
import { makeTone } from '../setup/tone.ts';
import { button, current, press, tabTo } from './byKeys.ts';

/**
 * The main tasks without a pointer where the page is one column and the panels are sheets: a phone with a keyboard, and a
 * window at 400 %. Nothing here clicks, taps, hovers, fills or focuses.
 */
test.use({ trace: 'off', viewport: { width: 390, height: 844 } });

/** Opens a sheet by the row at the foot of the screen. */
async function openSheet({ page }: HourlinePage, name: string): Promise<Locator> {
  const opener = page.getByRole('group', { name: 'Panels' }).getByRole('button', { name: new RegExp(`^${name}`) });
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAttribute('aria-expanded', 'true');
  return opener;
}

test.describe('without a pointer, at 390 px', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('search, step, and read where it was said', async ({ hourline, page, isMobile }) => {
    await hourline.open();
    await page.keyboard.press('/');
    await page.keyboard.type('dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.hit(1)).toBeInViewport();
    await press(page, 'Enter', 'Enter');
    await expect(hourline.count).toHaveText('2 of 8');
    if (isMobile) await page.keyboard.press('/'); // with a phone's Enter the box is left
    await tabTo(page, button(page, 'Previous result'));
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('1 of 8');
    await tabTo(page, button(page, 'Next result'));
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('2 of 8');
    const third = hourline.hit(3).getByRole('button');
    await tabTo(page, third);
    await expect(third).toBeInViewport();
    await page.keyboard.press('Enter');
    // The sheet makes room for what it led to.
    await expect(hourline.results).toBeHidden();
    await expect(current(hourline)).toBeFocused();
    await expect(current(hourline)).toBeInViewport();
  });

  test('Esc within a sheet closes it and leads back to its button', async ({ hourline, page }) => {
    await hourline.open();
    const opener = await openSheet(hourline, 'Segments');
    await tabTo(page, hourline.segments.getByRole('link', { name: /Tailscale/ }).first());
    await page.keyboard.press('Escape');
    await expect(hourline.segments).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('go to a segment, from the row of panels and by its own keys', async ({ hourline, page }) => {
    await hourline.open();
    await press(page, 'Tab', 'Tab', 'Enter');
    await expect(page.getByRole('group', { name: 'Panels' }).getByRole('button').first()).toBeFocused();
    await openSheet(hourline, 'Segments');
    const tailscale = hourline.segments.getByRole('link', { name: /Tailscale/ }).first();
    await tabTo(page, tailscale);
    await expect(tailscale).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/t=63\.3/);
    await expect(current(hourline)).toBeFocused();
    await expect(current(hourline)).toBeInViewport();
    await press(page, ']');
    await expect(page).toHaveURL(/t=144\.71/);
    await expect(current(hourline)).toBeInViewport();
  });

  test('open each panel, go into it, and close it', async ({ hourline, page }) => {
    await hourline.open();
    for (const [name, inside] of [
      ['Results', hourline.results],
      ['Segments', hourline.segments],
      ['Notes', hourline.notes],
      ['Show notes', hourline.showNotes],
    ] as const) {
      const opener = await openSheet(hourline, name);
      await expect(inside).toBeInViewport();
      await tabTo(page, inside.locator('a[href], button:enabled, select, summary').first());
      await tabTo(page, opener, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expect(inside).toBeHidden();
      await expect(opener).toBeFocused();
    }
  });

  test('write, edit and delete a note, and take that back', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    const item = hourline.notes.locator('li[data-note]');
    await expect(current(hourline)).toBeFocused();
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    await expect(hourline.noteField).toBeInViewport();
    await page.keyboard.type('about DMA');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(item.getByRole('link')).toBeFocused();
    await tabTo(page, button(item, 'Edit'));
    await page.keyboard.press('Enter');
    await page.keyboard.type(', again');
    await press(page, 'Control+Enter');
    await expect(item).toContainText('about DMA, again');
    await tabTo(page, button(item, 'Delete'));
    await page.keyboard.press('Enter');
    await expect(item).toHaveCount(0);
    const undo = button(hourline.notes, 'Undo');
    await expect(undo).toBeInViewport();
    await tabTo(page, undo);
    await page.keyboard.press('Enter');
    await expect(item).toContainText('about DMA, again');
  });

  test.describe('a note that is begun before the rest of the page is there', () => {
    let go = () => {};

    test.beforeEach(async ({ hourline, page }) => {
      const held = new Promise<void>((resolve) => (go = resolve));
      await page.route('**/assets/parts-*.js', async (route) => {
        await held;
        await route.continue();
      });
      await hourline.open('#/lup-603?t=642');
      await expect(current(hourline)).toBeFocused();
      await page.keyboard.press('n');
    });

    test('gets what is typed meanwhile, and gives the focus back', async ({ hourline, page }) => {
      // All of them keys that do something else: they would go to other paragraphs, search and tag.
      await page.keyboard.type('jk 1/x');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await expect(current(hourline)).toBeFocused();
      await expect(hourline.search).toHaveValue('');
      go();
      await expect(hourline.noteField).toBeFocused();
      await page.keyboard.type(' early');
      await expect(hourline.noteField).toHaveValue('jk 1/\n early');
      await page.keyboard.press('Escape');
      await expect(hourline.notes.locator('li[data-note]').getByRole('link')).toBeFocused();
    });

    test('is done with Esc', async ({ hourline, page }) => {
      await page.keyboard.type('jot');
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await expect(page).not.toHaveURL(/t=642/);
      go();
      await openSheet(hourline, 'Notes');
      await expect(hourline.notes.locator('li[data-note]')).toContainText('jot');
      await expect(hourline.noteField).toHaveCount(0);
    });

    test('is none, if nothing is typed before Esc', async ({ hourline, page }) => {
      await page.keyboard.press('Escape');
      go();
      await openSheet(hourline, 'Notes');
      await expect(hourline.notes).toBeVisible();
      await expect(hourline.notes.locator('li[data-note]')).toHaveCount(0);
    });
  });

  test('select words, copy a quote and a link, highlight', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await expect(current(hourline)).toBeFocused();
    await page.keyboard.press('v');
    const bar = page.getByRole('toolbar', { name: 'Selection' });
    await expect(bar).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Tab');
    await expect(button(bar, 'Copy quote')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Quote copied' })).toBeVisible();
    const words = (await current(hourline).textContent())!.trim();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(words);
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Link copied' })).toBeVisible();
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(bar).toHaveCount(0);
    await page.keyboard.press('c');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Quote copied' })).toBeVisible();
  });

  test('choose a topic, go to a mention, see what was not heard', async ({ hourline, page }) => {
    await hourline.open();
    const topic = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
    await tabTo(page, topic);
    await expect(topic).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(topic).toHaveAttribute('aria-pressed', 'true');
    const summary = hourline.timeline.locator('summary', { hasText: 'not heard' });
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    const silent = hourline.timeline.locator('details p');
    // Visible is also what its box cuts off: what is on top in its middle tells.
    await expect(silent).toBeInViewport({ ratio: 1 });
    expect(
      await silent.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await expect(silent).toBeHidden();
    await expect(summary).toBeFocused();
    await tabTo(page, hourline.timeline.locator('[data-mention]').nth(2));
    await page.keyboard.press('Enter');
    await expect(current(hourline)).toBeFocused();
    await expect(current(hourline)).toBeInViewport();
  });

  test('move along the timeline, draw a stretch, read it all as a table', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await expect(current(hourline)).toBeFocused();
    await tabTo(page, hourline.slider, 'Shift+Tab');
    await press(page, 'Home', 'PageDown', 'ArrowRight');
    expect(await hourline.slider.getAttribute('aria-valuetext')).toMatch(/^\d+ (?:minute|second)s?/);
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight');
    const stretch = page.getByRole('group', { name: 'Selected stretch' });
    await tabTo(page, button(stretch, 'Search within'));
    await page.keyboard.press('Enter');
    await openSheet(hourline, 'Segments');
    await tabTo(page, button(hourline.segments, 'Timeline as a table'));
    await page.keyboard.press('Enter');
    await expect(hourline.segments).toBeHidden();
    await expect(hourline.table).toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(button(page, 'Close the table')).toBeFocused();
    await page.keyboard.press('Enter');
    // The sheet that it was asked for in made room for it.
    await expect(button(page.getByRole('group', { name: 'Panels' }), 'Segments')).toBeFocused();
  });

  test('play, pause, go on, change the speed', async ({ hourline, page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
    await hourline.open();
    const choose = async (field: Locator, file: { name: string; mimeType: string; buffer: Buffer }) => {
      const chooser = page.waitForEvent('filechooser');
      await tabTo(page, field);
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(file);
    };
    const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:10.000\nHello there.\n\n00:10.000 --> 00:40.000\nAnd on.\n');
    await choose(page.getByLabel('Open a transcript'), { name: 'talk.vtt', mimeType: 'text/vtt', buffer: vtt });
    await expect(button(page, 'Add')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/talk/);
    const attach = page.getByLabel('Attach the audio');
    await attach.waitFor();
    await choose(attach, { name: 'talk.wav', mimeType: 'audio/wav', buffer: makeTone(40) });
    const player = page.getByRole('region', { name: 'Audio', exact: true });
    const play = button(player, 'Play');
    await tabTo(page, play);
    await expect(play).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(button(player, 'Pause')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(play).toBeFocused();
    await tabTo(page, button(player, 'Forward 15 seconds'));
    await page.keyboard.press('Enter');
    await expect.poll(() => player.getByLabel('Playing at').inputValue().then(Number)).toBeGreaterThan(14);
    await tabTo(page, player.getByRole('combobox'));
    await press(page, 'ArrowDown');
    await expect(player.getByRole('combobox')).not.toHaveValue('1');
    const options = button(player, 'Listening options');
    await tabTo(page, options);
    await page.keyboard.press('Enter');
    await expect(options).toHaveAttribute('aria-expanded', 'true');
  });
});
