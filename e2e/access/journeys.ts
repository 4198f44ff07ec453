import { expect, type HourlinePage } from '../page.ts';
import { makeTone } from '../setup/tone.ts';

/**
 * Ways through the page that between them come by every view and state; each stops at a state and gives its name, so that
 * whatever is to be true everywhere can be looked at there. `phone` is where the panels are sheets and there are no lanes.
 */
export type Journey = (hourline: HourlinePage, phone: boolean) => AsyncGenerator<string>;

const text = (name: string, body: string | Buffer, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(body),
});

const TALK = `WEBVTT\n\n${Array.from(
  { length: 12 },
  (_, i) =>
    `00:${String(i * 2).padStart(2, '0')}.000 --> 00:${String(i * 2 + 2).padStart(2, '0')}.000\n<v ${i % 2 ? 'Ann' : 'Bob'}>Sentence ${i} of a talk about towers by the sea.`,
).join('\n\n')}\n`;

async function* searching(hourline: HourlinePage, phone: boolean) {
  await hourline.open();
  yield 'first visit';
  if (phone) {
    await hourline.panel('Results');
    yield 'results, before a search';
  }
  await hourline.search.fill('kernel');
  await expect(hourline.count).toHaveText('20 results');
  yield 'results';
  await hourline.search.press('Enter');
  await hourline.search.press('Enter');
  await expect(hourline.count).toHaveText(/^\d+ of 20$/);
  yield 'a result stepped to';
  await hourline.search.fill('"asahi linux"');
  await expect(hourline.results).toContainText('Nothing found');
  yield 'nothing found';
  await hourline.search.fill('linuxer');
  await expect(hourline.results.locator('[data-tier="maybe"]').first()).toBeVisible();
  yield 'possibly meant';
  await hourline.search.fill('');
  await hourline.open('#/lup-603?t=642,668&q=dma');
  await expect(hourline.count).toHaveText('8 results');
  yield 'a linked passage';
}

async function* segments(hourline: HourlinePage) {
  await hourline.open();
  await hourline.panel('Segments');
  await hourline.segments.getByRole('link').nth(1).click();
  await hourline.panel('Segments');
  yield 'segments';
  await hourline.segments.getByRole('button', { name: 'Correct Tailscale' }).click();
  await expect(hourline.segments.getByRole('group', { name: 'Correct this segment' })).toBeVisible();
  yield 'a segment being corrected';
  await hourline.segments.getByLabel('Title').fill('Tailscale, a sponsor');
  await hourline.segments.getByLabel('Title').press('Enter');
  await hourline.segments.getByRole('button', { name: 'Done' }).click();
  await expect(hourline.segments.getByRole('button', { name: 'Reset' })).toBeVisible();
  yield 'a segment that was corrected';
}

async function* showNotes(hourline: HourlinePage) {
  await hourline.open();
  await hourline.panel('Show notes');
  yield 'show notes and take away';
  await hourline.showNotes.locator('summary').first().click();
  yield 'when a link is discussed';
}

async function* notes(hourline: HourlinePage) {
  const { page } = hourline;
  const saved = hourline.notes.getByRole('status').filter({ hasText: 'Saved' });
  const dialog = page.getByRole('dialog');
  await hourline.open('#/lup-603?t=642');
  await hourline.panel('Notes');
  yield 'no notes yet';
  await page.keyboard.press('n');
  await expect(hourline.noteField).toBeFocused();
  await hourline.noteField.fill('About DMA, see https://example.org');
  await hourline.notes.getByLabel('Tags').fill('rust, kernel');
  await expect(saved).toBeVisible();
  yield 'a note being edited';
  await hourline.notes.getByRole('radio', { name: 'blue' }).check();
  await page.keyboard.press('Escape');
  await expect(hourline.notes.getByRole('listitem').filter({ hasText: '#rust' }).first()).toBeVisible();
  yield 'notes';
  await hourline.notes.locator('#keeping > summary').click();
  yield 'backup and export';
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    hourline.notes.getByRole('button', { name: 'Save a backup' }).click(),
  ]);
  const backup = await download.path();
  await hourline.notes.getByRole('button', { name: 'Edit' }).click();
  await hourline.noteField.fill('changed since');
  await expect(saved).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByLabel('Restore a backup').setInputFiles(backup);
  await expect(dialog.locator('[data-restore="conflicting"]')).toHaveText('1');
  yield 'what restoring would do';
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(hourline.notes.getByRole('button', { name: 'Keep both' })).toBeVisible();
  yield 'a note and its copy';
  await hourline.notes.getByRole('button', { name: 'Delete', exact: true }).first().click();
  await expect(hourline.notes.getByRole('button', { name: 'Undo' })).toBeVisible();
  yield 'a note deleted';
  await hourline.notes.getByRole('button', { name: /^Delete everything/ }).click();
  await expect(dialog).toBeVisible();
  yield 'deleting everything';
}

async function* timeline(hourline: HourlinePage, phone: boolean) {
  const { page } = hourline;
  await hourline.open('#/lup-603?t=642&q=dma');
  await expect(hourline.count).toHaveText('8 results');
  if (phone) await hourline.search.press('Escape');
  await hourline.timeline.getByRole('button', { name: /more topics/ }).click();
  await hourline.timeline.locator('summary', { hasText: 'not heard' }).click();
  yield 'topics that were not heard';
  await page.keyboard.press('Escape');
  await hourline.timeline.getByRole('button', { name: /^DMA/ }).click();
  await expect(hourline.timeline.getByRole('list', { name: /^Mentions of DMA/ })).toBeVisible();
  yield 'a topic chosen';
  await hourline.slider.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('group', { name: 'Selected stretch' })).toBeVisible();
  yield 'a stretch drawn';
  await page.getByRole('button', { name: 'Search within' }).click();
  await hourline.panel('Segments');
  await hourline.segments.getByRole('button', { name: 'Timeline as a table' }).click();
  await expect(hourline.table).toBeInViewport();
  yield 'the timeline as a table';
  if (phone) return;
  await hourline.segments.getByRole('button', { name: 'Timeline as a table' }).click();
  await hourline.timeline.getByRole('button', { name: 'All lanes' }).click();
  await expect(hourline.timeline.getByRole('button', { name: 'Fold' })).toBeVisible();
  yield 'lanes';
  await hourline.timeline.getByText('Signs', { exact: true }).click();
  await hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tooltip')).toBeVisible();
  yield 'a card, and the key to the signs';
}

async function* menus(hourline: HourlinePage) {
  const { page } = hourline;
  await hourline.open();
  await page.locator('summary', { hasText: 'Hourline' }).click();
  yield 'the list of episodes';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reading', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Reading', exact: true })).toBeVisible();
  yield 'how the text looks';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  yield 'the keys';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'What is kept' }).click();
  await expect(page.getByRole('dialog', { name: 'What is kept' })).toBeVisible();
  yield 'what is kept';
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const words = document.querySelectorAll('[data-cue]')[20]!.firstChild!;
    words.parentElement!.scrollIntoView({ block: 'center' });
    getSelection()!.setBaseAndExtent(words, 0, words, 20);
  });
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(bar).toBeVisible();
  yield 'words selected';
  await bar.getByRole('button', { name: 'Other forms' }).click();
  yield 'forms of a quote';
}

async function* opening(hourline: HourlinePage) {
  const { page } = hourline;
  const choose = page.getByLabel('Open a transcript');
  const preview = page.getByRole('dialog', { name: 'Preview' });
  await hourline.open();
  await choose.setInputFiles(text('holiday.png', '\x89PNG', 'image/png'));
  await expect(preview).toContainText("This can't be opened");
  yield 'a file that is refused';
  await preview.getByRole('button', { name: 'Close' }).click();
  await choose.setInputFiles([text('towers.vtt', `${TALK}\n00:30.000 --> 00:29.000\nback\n`), text('x.bin', 'x')]);
  await expect(preview).toContainText('What was understood');
  yield 'what was understood of a file';
  await preview.getByRole('button', { name: 'Add' }).click();
  await expect(page).toHaveURL(/#\/towers/);
  await page.getByLabel('Attach the audio').waitFor();
  yield 'an episode of one’s own';
  await page.getByLabel('Attach the audio').setInputFiles(text('towers.wav', makeTone(24), 'audio/wav'));
  const player = page.getByRole('region', { name: 'Audio', exact: true });
  await expect(player).toContainText('towers.wav');
  await player.getByRole('button', { name: 'Listening options' }).click();
  yield 'the player and its options';
  await player.getByRole('button', { name: 'Play', exact: true }).click();
  await player.getByRole('button', { name: 'Pause', exact: true }).click();
  await player.getByRole('button', { name: 'Not in step?' }).click();
  await expect(page.getByRole('group', { name: /^Which sentence/ })).toBeVisible();
  yield 'which sentence is heard';
  await page
    .getByRole('group', { name: /^Which sentence/ })
    .getByRole('button', { name: 'Cancel' })
    .click();
  await page.locator('summary', { hasText: 'Hourline' }).click();
  await page.getByRole('button', { name: 'Remove towers…' }).click();
  yield 'removing an episode';
}

async function* failing(hourline: HourlinePage) {
  const { page } = hourline;
  await page.goto('#/nowhere');
  await expect(page.getByRole('heading', { name: /^There is no episode/ })).toBeVisible();
  yield 'an unknown episode';
  await page.route('**/assets/lup-603-*.js', (route) => route.abort());
  await page.goto('about:blank');
  await page.goto('#/lup-603');
  await expect(page.getByRole('heading', { name: /can't be fetched/ })).toBeVisible();
  yield 'an episode that can’t be fetched';
  await page.unroute('**/assets/lup-603-*.js');
  await page.route('**/assets/parts-*.js', (route) => route.abort());
  await page.goto('about:blank');
  await hourline.open();
  await expect(page.getByRole('alert')).toContainText("can't be fetched");
  yield 'the rest of the page missing';
}

export const JOURNEYS: Readonly<Record<string, Journey>> = {
  searching,
  segments,
  'show notes': showNotes,
  notes,
  timeline,
  'menus and dialogs': menus,
  'opening and listening': opening,
  failing,
};
