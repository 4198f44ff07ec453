import { expect, test } from '../page.ts';

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** A time as it is read on a clock, with nothing that says it aloud. */
const ONLY_CLOCK = /^\D{0,12}\b\d{1,2}:\d\d(?::\d\d)?\b\D{0,3}$/;
const SPOKEN = /\d+ (?:hour|minute|second)s?/;

test.describe('in the accessibility tree', () => {
  test('stand every cue, and every mark of the timeline by its name', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?q=dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.cues).toHaveCount(248);
    const words = await hourline.cues.allTextContents();
    const session = await page.context().newCDPSession(page);
    const nodes = async () => {
      const { nodes: all } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
      return all
        .filter(({ ignored }) => !ignored)
        .map(({ role, name }) => ({ role: role?.value ?? '', name: (name?.value ?? '').trim() }));
    };
    // Laid out in idle time, stretch by stretch.
    const missing = async () => {
      const all = new Set((await nodes()).filter(({ role }) => role === 'StaticText').map(({ name }) => name));
      return words.filter((text) => text.trim() !== '' && !all.has(text.trim())).length;
    };
    await expect.poll(missing, { timeout: 20_000 }).toBe(0);
    const tree = await nodes();
    const said = new Map<string, number>();
    for (const { role, name } of tree) if (role === 'StaticText') said.set(name, (said.get(name) ?? 0) + 1);
    const wanted = new Map<string, number>();
    for (const text of words.map((one) => one.trim()).filter(Boolean)) wanted.set(text, (wanted.get(text) ?? 0) + 1);
    expect([...wanted].filter(([text, count]) => (said.get(text) ?? 0) < count)).toEqual([]);
    expect([...wanted.values()].reduce((sum, count) => sum + count, 0)).toBe(247); // the last was published without words

    // The table is the timeline's twin: a row for each chapter, section, part, hit and stretch without transcript.
    const rows = tree.filter(({ role }) => role === 'row');
    const marks = await hourline.table.getByRole('row').count();
    expect(rows.length).toBeGreaterThanOrEqual(marks);
    for (const title of [
      'Intro',
      'Interview with Hannah Anderson',
      'Oxidizing the Kernel',
      'Housekeeping',
      'Boosts',
      'Pick',
      'Outro',
    ])
      expect(
        tree.some(({ role, name }) => /^(?:button|image|cell|gridcell)$/.test(role) && name.startsWith(title)),
      ).toBe(true);

    // The mentions of a topic, one by one.
    const topic = hourline.timeline.getByRole('button', { name: /^DMA, (\d+) mentions/ }).first();
    const count = Number(/(\d+) mentions/.exec((await topic.getAttribute('aria-label'))!)![1]);
    await topic.click();
    const mentions = hourline.timeline.locator('[data-mention]');
    await expect(mentions).toHaveCount(count);
    const names = await mentions.evaluateAll((list) => list.map((one) => one.getAttribute('aria-label')!));
    const after = await nodes();
    for (const name of names) {
      expect(name).toMatch(SPOKEN);
      expect(after.some((node) => node.role === 'button' && node.name === name)).toBe(true);
    }
  });

  test('stand the words of ten hours, also when the width of the window has changed', async ({ hourline, page }) => {
    test.setTimeout(120_000);
    const cues = Array.from({ length: 9000 }, (_, i) => {
      const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
      return `${time(i * 4)} --> ${time(i * 4 + 4)}\nThis is sentence ${i}, said by nobody.\n`;
    });
    await hourline.open();
    await page
      .getByLabel('Open a transcript')
      .setInputFiles({ name: 'ten.vtt', mimeType: 'text/vtt', buffer: Buffer.from(`WEBVTT\n\n${cues.join('\n')}`) });
    await page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveTitle(/ten/);
    const session = await page.context().newCDPSession(page);
    const laidOut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-stretch]')].every(
          ({ style }) => style.contentVisibility === 'visible',
        ),
      );
    const missing = async () => {
      const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
      const said = nodes.filter(({ ignored, role }) => !ignored && role?.value === 'StaticText');
      const words = new Set(said.map(({ name }) => /sentence (\d+),/.exec(name?.value ?? '')?.[1]));
      return Array.from({ length: 9000 }, (_, i) => String(i)).filter((i) => !words.has(i));
    };
    await expect.poll(laidOut, { timeout: 60_000 }).toBe(true);
    expect(await missing()).toEqual([]);
    // A change of width leaves all that is far away to the browser for a moment, and has it laid out again.
    await page.setViewportSize({ width: 1100, height: 800 });
    await expect.poll(laidOut, { timeout: 60_000 }).toBe(true);
    expect(await missing()).toEqual([]);
  });

  test('times are said, not spelled as times of day', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=642&q=dma');
    await expect(hourline.count).toHaveText('8 results');
    await page.getByRole('region', { name: 'Audio', exact: true }).waitFor();
    const session = await page.context().newCDPSession(page);
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
    const faults = nodes
      .filter(({ ignored, role }) => !ignored && /^(?:button|link|slider)$/.test(role?.value ?? ''))
      .map(({ role, name }) => `${role?.value} “${name?.value ?? ''}”`)
      .filter((text) => ONLY_CLOCK.test(text.replace(/^\w+ /, '').replace(/[“”]/g, '')) && !SPOKEN.test(text));
    expect(faults).toEqual([]);
    await expect(hourline.slider).toHaveAttribute('aria-valuetext', /^10 minutes 42 seconds/);
    const heard = page.getByRole('region', { name: 'Audio', exact: true }).getByRole('slider');
    await expect(heard.first()).toHaveAttribute('aria-valuetext', SPOKEN);
  });
});
