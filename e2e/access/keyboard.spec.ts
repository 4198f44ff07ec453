import type { Locator } from '@playwright/test';
import { expect, test } from '../page.ts';
import { ARCHIVE_PATH } from '../setup/places.ts';
import { makeTone } from '../setup/tone.ts';
import { button, current, press, tabTo } from './byKeys.ts';

/** Every task without a pointer: nothing here clicks, hovers, fills or focuses; keys are pressed, and that is all. */

// A picture of the page per key press takes longer than the key press.
test.use({ trace: 'off' });

test.describe('without a pointer', () => {
  test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

  test('search, and go through what was found', async ({ hourline, page }) => {
    await hourline.open();
    await page.keyboard.press('/');
    await page.keyboard.type('dma');
    await expect(hourline.count).toHaveText('8 results');
    await press(page, 'Enter', 'Enter');
    await expect(hourline.count).toHaveText('2 of 8');
    await press(page, 'Shift+Enter');
    await expect(hourline.count).toHaveText('1 of 8');
    await tabTo(page, button(page, 'Next result'));
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText('2 of 8');
    await tabTo(page, hourline.hit(3).getByRole('button'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(current(hourline)).toBeFocused();
    await press(page, '/', 'Escape', 'Escape');
    await expect(hourline.search).toHaveValue('');
    await expect(hourline.search).not.toBeFocused();
  });

  test('go to a segment, and put one right', async ({ hourline, page }) => {
    await hourline.open();
    await press(page, ']', ']');
    await expect(page).toHaveURL(/t=144\.71/);
    await expect(current(hourline)).toBeFocused();
    await tabTo(page, hourline.segments.getByRole('link').nth(1), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(current(hourline)).toBeFocused();
    const correct = button(hourline.segments, 'Correct Tailscale');
    await tabTo(page, correct, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(hourline.segments.getByLabel('Title')).toBeFocused();
    await press(page, 'ControlOrMeta+a');
    await page.keyboard.type('A sponsor');
    await press(page, 'Enter');
    await tabTo(page, hourline.segments.getByLabel('Kind'));
    await page.keyboard.type('News');
    await press(page, 'Escape');
    await expect(button(hourline.segments, 'Correct A sponsor')).toBeVisible();
    await expect(hourline.segments.getByRole('link', { name: /A sponsor/ })).toBeFocused();
    await tabTo(page, button(hourline.segments, 'Reset'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(correct).toBeVisible();
    await expect(hourline.segments.getByRole('button').first()).toBeFocused();
  });

  test('write, tag, colour, edit and delete a note, and take that back', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    const item = hourline.notes.locator('li[data-note]');
    await expect(current(hourline)).toBeFocused();
    await page.keyboard.press('n');
    await expect(hourline.noteField).toBeFocused();
    await page.keyboard.type('about DMA');
    await page.keyboard.press('Tab');
    await page.keyboard.type('rust, kernel');
    await press(page, 'Tab', 'ArrowDown');
    await page.keyboard.press('Escape');
    await expect(item).toContainText('#rust');
    await expect(item.getByRole('link')).toBeFocused();
    await tabTo(page, button(item, 'Edit'));
    await page.keyboard.press('Enter');
    await expect(hourline.noteField).toBeFocused();
    await page.keyboard.type(', again');
    await press(page, 'Control+Enter');
    await expect(item).toContainText('about DMA, again');
    await tabTo(page, button(item, 'Delete'));
    await page.keyboard.press('Enter');
    await expect(item).toHaveCount(0);
    await expect(button(hourline.notes, 'Write a note')).toBeFocused();
    await tabTo(page, button(hourline.notes, 'Undo'));
    await page.keyboard.press('Enter');
    await expect(item).toContainText('about DMA, again');
    await expect(button(hourline.notes, 'Write a note')).toBeFocused();
  });

  test('select words, highlight them, copy a quote and a link', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await expect(current(hourline)).toBeFocused();
    await page.keyboard.press('v');
    const selected = () => page.evaluate(() => getSelection()!.toString().trim());
    const whole = await selected();
    expect(whole).toBe((await current(hourline).textContent())!.trim());
    await press(page, 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft');
    expect(whole.startsWith(await selected())).toBe(true);
    expect((await selected()).length).toBeLessThan(whole.length);
    const bar = page.getByRole('toolbar', { name: 'Selection' });
    await expect(bar).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(button(bar, 'Copy quote')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Quote copied' })).toBeVisible();
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Link copied' })).toBeVisible();
    await press(page, 'ArrowRight', 'ArrowRight', 'Enter');
    await expect(bar).toHaveCount(0);
    await expect(hourline.notes.locator('li[data-note]')).toContainText('highlighted in yellow');
    await page.keyboard.press('c');
    await expect(page.locator('[aria-live="polite"]', { hasText: 'Quote copied' })).toBeVisible();
  });

  test('move along the timeline, zoom, choose a lane, go along it, draw a stretch', async ({ hourline, page }) => {
    await hourline.open();
    await tabTo(page, hourline.slider);
    await press(page, 'Home', 'PageDown', 'ArrowRight');
    const before = await hourline.slider.getAttribute('aria-valuetext');
    expect(before).toMatch(/^\d+ (?:minute|second)s?/);
    const lanes = button(hourline.timeline, /All lanes/);
    await tabTo(page, lanes);
    await page.keyboard.press('Enter');
    await tabTo(page, button(hourline.timeline, 'Zoom in'));
    await page.keyboard.press('Enter');
    await expect(button(hourline.timeline, 'Whole recording')).toBeEnabled();
    const name = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
    // Lanes have one Tab stop; arrows go from lane to lane, and along one.
    await tabTo(page, hourline.timeline.locator('[data-topic][tabindex="0"]'));
    for (let lane = 0; lane < 12; lane += 1) {
      if (await name.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(name).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(name).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tooltip')).toBeVisible();
    await tabTo(page, hourline.slider, 'Shift+Tab');
    await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight');
    const stretch = page.getByRole('group', { name: 'Selected stretch' });
    await expect(stretch).toBeVisible();
    await tabTo(page, button(stretch, 'Search within'));
    await page.keyboard.press('Enter');
    await expect(hourline.results).toContainText('Only what is said from');
  });

  test('open another episode', async ({ hourline, page }) => {
    await hourline.open('#/lup-603', ARCHIVE_PATH);
    const menu = page.locator('summary', { hasText: 'Hourline' });
    await tabTo(page, menu);
    await page.keyboard.press('Enter');
    const nav = page.getByRole('navigation', { name: 'Episodes' });
    await press(page, 'Tab', 'Escape');
    await expect(nav).toBeHidden();
    await expect(menu).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, nav.locator('a[href="#/small-talk"]'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/small-talk/);
  });

  test('open a file and add it, and play its audio', async ({ hourline, page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
    await hourline.open();
    const choose = async (field: Locator, file: { name: string; mimeType: string; buffer: Buffer }) => {
      const chooser = page.waitForEvent('filechooser');
      await tabTo(page, field);
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(file);
    };
    const vtt = Buffer.from('WEBVTT\n\n00:00.000 --> 00:10.000\nHello there.\n\n00:10.000 --> 00:20.000\nAnd on.\n');
    await choose(page.getByLabel('Open a transcript'), { name: 'talk.vtt', mimeType: 'text/vtt', buffer: vtt });
    await expect(button(page, 'Add')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/talk/);
    const attach = page.getByLabel('Attach the audio');
    await attach.waitFor();
    await choose(attach, { name: 'talk.wav', mimeType: 'audio/wav', buffer: makeTone(20) });
    const player = page.getByRole('region', { name: 'Audio', exact: true });
    const play = button(player, 'Play');
    await expect(play).toBeVisible();
    await tabTo(page, play);
    await page.keyboard.press('Enter');
    await expect(button(player, 'Pause')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(play).toBeFocused();
    await tabTo(page, player.getByLabel('Playing at'));
    await press(page, 'ArrowRight');
  });

  test('save a backup, and restore it', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642');
    await page.keyboard.press('n');
    await page.keyboard.type('to be kept');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await tabTo(page, hourline.notes.locator('#keeping > summary'));
    await page.keyboard.press('Enter');
    await tabTo(page, button(hourline.notes, 'Save a backup'));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByLabel('Restore a backup'));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(await download.path());
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The same here');
    await tabTo(page, button(dialog, 'Restore'));
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByLabel('Restore a backup')).toBeFocused();
  });

  test('change the size of the text and its colours', async ({ hourline, page }) => {
    await hourline.open();
    const aa = button(page, 'Reading');
    await tabTo(page, aa);
    await page.keyboard.press('Enter');
    const choices = page.getByRole('group', { name: 'Reading', exact: true });
    await tabTo(page, button(choices, 'Larger text'));
    await page.keyboard.press('Enter');
    await expect(choices.locator('output')).not.toHaveText('100 %');
    await tabTo(page, choices.getByRole('radio', { name: 'system' }));
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.keyboard.press('Escape');
    await expect(choices).toHaveCount(0);
    await expect(aa).toBeFocused();
  });

  test('every dialog holds the focus, closes with Esc and gives the focus back', async ({ hourline, page }) => {
    await hourline.open();
    for (const name of ['Keys', 'What is kept']) {
      const opener = button(page, name);
      await tabTo(page, opener);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      // The browser itself may have the focus in between; what lies behind the dialog may not.
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(
            () => document.activeElement === document.body || !!document.activeElement?.closest('dialog'),
          ),
        ).toBe(true);
      }
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
    await tabTo(page, button(page, 'What is kept'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const kept = page.getByRole('dialog', { name: 'What is kept' });
    const everything = button(kept, /^Delete everything/);
    await tabTo(page, everything);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Delete everything/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(everything).toBeFocused();
  });

  test('the panels are one step from the start, not behind the whole text', async ({ hourline, page }) => {
    await hourline.open();
    await press(page, 'Tab', 'Tab');
    await expect(button(page, 'Skip to results, segments and notes')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Panels' }).getByRole('button').first()).toBeFocused();
  });
});
