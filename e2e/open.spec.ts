import { expect, test } from './page.ts';
import { ARCHIVE_PATH } from './setup/places.ts';

test.describe('opening the page', () => {
  test('shows the facts of the episode', async ({ hourline, page }) => {
    await hourline.open();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Your Kernels Belong to Rust');
    const header = page.getByRole('banner');
    for (const fact of ['LINUX Unplugged 603', '23 Feb 2025', '60:30', 'transcript to 15:54'])
      await expect(header).toContainText(fact);
    await expect(page).toHaveTitle(/All Your Kernels Belong to Rust/);
    await expect(page).toHaveURL(/#\/lup-603$/);
  });

  test('has every cue in the document, with its times, and its text as one text node', async ({ hourline }) => {
    await hourline.open();
    await expect(hourline.cues).toHaveCount(248);
    const cues = await hourline.cues.evaluateAll((spans) =>
      spans.map((span) => [span.getAttribute('data-start'), span.getAttribute('data-end'), span.childNodes.length]),
    );
    expect(cues[0]).toEqual(['11.345', '15.825', 1]);
    expect(cues.at(-1)).toEqual(['950.913', '954.913', 1]);
    expect(cues.every(([, , nodes]) => nodes === 1)).toBe(true);
  });

  test('reads as paragraphs under the published chapters', async ({ hourline }) => {
    await hourline.open();
    await expect(hourline.transcript.getByRole('heading', { name: /Oxidizing the Kernel/ })).toBeVisible();
    const lengths = await hourline.transcript
      .locator('p')
      .evaluateAll((paragraphs) => paragraphs.map((p) => p.textContent!.length));
    expect(lengths.length).toBeGreaterThan(20);
    expect(Math.max(...lengths)).toBeLessThan(1300);
    await expect(hourline.transcript).toContainText('No transcript 15:54 – 60:30');
  });

  test('shows the show notes, characters read right', async ({ hourline }) => {
    await hourline.open();
    await hourline.panel('Show notes');
    const notes = hourline.showNotes;
    await expect(notes).toContainText('major Rust developments');
    await expect(notes.getByRole('link', { name: 'Hannah Anderson' })).toHaveAttribute(
      'href',
      'https://linuxunplugged.com/guests/hannah-anderson',
    );
    await expect(notes.getByRole('link', { name: '💥 Gets Sats Quick and Easy with Strike' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
    await expect(notes).toContainText('Simplest Way to Remove DRM from Books – No Kindle');
    await expect(notes.getByRole('link', { name: 'christoph hellwig' })).toBeVisible();
    await expect(notes).toContainText('River is the most trusted place');
    await expect(notes.locator('blockquote').first()).toContainText('Yes, mixed language codebases are rough');
  });

  test('leaves measures that a profiler can read', async ({ hourline, page }) => {
    await hourline.open();
    await hourline.search.fill('kernel');
    const names = () =>
      page.evaluate(() => [...new Set(performance.getEntriesByType('measure').map(({ name }) => name))].sort());
    await expect.poll(names).toEqual(['open-episode', 'search', 'search-paint', 'timeline-layout', 'timeline-paint']);
  });

  test('works from a deep path of a plain static host, and a second folder is a second episode', async ({
    hourline,
    page,
  }) => {
    await hourline.open('', ARCHIVE_PATH);
    await page.getByText('Hourline', { exact: true }).first().click();
    const episodes = page.getByRole('navigation', { name: 'Episodes' });
    await expect(episodes.getByRole('link')).toHaveCount(2);
    await episodes.getByRole('link', { name: /Lighthouses/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lighthouses');
    await expect(page).toHaveURL(/#\/small-talk$/);
    await expect(hourline.cues).toHaveCount(3);
    await hourline.search.fill('lighthouses');
    await expect(hourline.count).toHaveText('2 results');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Your Kernels Belong to Rust');
  });

  test('tells of an unknown episode and offers those that are there', async ({ page }) => {
    await page.goto('#/nowhere?t=10');
    await expect(page.getByRole('heading', { name: 'There is no episode “nowhere” here' })).toBeVisible();
    await page.getByRole('navigation', { name: 'Episodes' }).getByRole('link').click();
    await expect(page.getByRole('region', { name: 'Transcript' })).toBeVisible();
  });

  test('tells when the episode can not be fetched', async ({ page }) => {
    await page.route('**/lup-603-*.js', (route) => route.abort());
    await page.goto('');
    await expect(page.getByRole('heading', { name: "The episode can't be fetched" })).toBeVisible();
  });
});
