import type { Page } from '@playwright/test';
import { readFolder } from '../../src/build/readFolders.ts';
import { formatSpoken } from '../../src/core/time.ts';
import { KIND_NAMES } from '../../src/core/segments/kindNames.ts';
import { expect, test } from '../page.ts';

interface AxNode {
  readonly nodeId: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** A time as it is read on a clock, with nothing that says it aloud. */
const ONLY_CLOCK = /^\D{0,12}\b\d{1,2}:\d\d(?::\d\d)?\b\D{0,3}$/;
const SPOKEN = /\d+ (?:hour|minute|second)s?/;

/** What Chromium tells assistive technology: each role with its name; a row of a table is told by its cells. */
async function treeOf(page: Page): Promise<{ readonly role: string; readonly name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const cells = ({ role, name, childIds = [] }: AxNode): string[] =>
    role?.value === 'StaticText' ? [name!.value] : childIds.flatMap((id) => cells(byId.get(id)!));
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => {
      const role = node.role?.value ?? '';
      return { role, name: (role === 'row' ? cells(node).join(' ') : (node.name?.value ?? '')).trim() };
    });
}

test.describe('in the accessibility tree', () => {
  test('stand the words of every cue', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?q=dma');
    await expect(hourline.count).toHaveText('8 results');
    await expect(hourline.cues).toHaveCount(248);
    const words = await hourline.cues.allTextContents();
    // Laid out in idle time, stretch by stretch.
    const missing = async () => {
      const all = new Set((await treeOf(page)).filter(({ role }) => role === 'StaticText').map(({ name }) => name));
      return words.filter((text) => text.trim() !== '' && !all.has(text.trim())).length;
    };
    await expect.poll(missing, { timeout: 20_000 }).toBe(0);
    const tree = await treeOf(page);
    const said = new Map<string, number>();
    for (const { role, name } of tree) if (role === 'StaticText') said.set(name, (said.get(name) ?? 0) + 1);
    const wanted = new Map<string, number>();
    for (const text of words.map((one) => one.trim()).filter(Boolean)) wanted.set(text, (wanted.get(text) ?? 0) + 1);
    expect([...wanted].filter(([text, count]) => (said.get(text) ?? 0) < count)).toEqual([]);
    expect([...wanted.values()].reduce((sum, count) => sum + count, 0)).toBe(247); // the last was published without words
  });

  test('stands every mark of the timeline by its name, in the lanes and in their table', async ({ hourline, page }) => {
    // What the layout is made of, read from the published files: nothing of the page counts its own marks.
    const { episode } = await readFolder('src/episodes/lup-603', 'lup-603');
    const { chapters, sections, topics, links, timedLinks, uncovered } = episode!;
    const heard = topics.filter(({ mentions }) => mentions.length > 0);
    const at = ({ start }: { readonly start: number }) => formatSpoken(start);
    const lanes = {
      chapters: chapters.map((one) => `${one.title}, ${at(one)}`),
      sections: sections.map((one) => `${KIND_NAMES[one.kind]}: ${one.title}, ${at(one)}`),
      parts: sections.flatMap(({ parts }) => parts.map((one) => `${one.title}, ${at(one)}`)),
      mentions: heard.flatMap(({ name, mentions }) =>
        mentions.map((one, i) => `${name}, ${mentions.length}… ${i + 1} of ${mentions.length}, ${at(one)}`),
      ),
      links: timedLinks.map((one) => `${links[one.link]!.title}, ${at(one)}`),
    };
    expect(Object.fromEntries(Object.entries(lanes).map(([row, names]) => [row, names.length]))).toEqual({
      chapters: 7,
      sections: 5,
      parts: 20,
      mentions: 107,
      links: 3,
    });

    await hourline.open('#/lup-603?t=642&q=dma');
    await expect(hourline.count).toHaveText('8 results');
    await page.keyboard.press('n');
    await hourline.noteField.fill('A note on the patch');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await hourline.timeline.getByRole('button', { name: 'All lanes' }).click();
    await hourline.timeline.getByRole('button', { name: 'Whole recording' }).click();
    await hourline.timeline.getByRole('button', { name: /more lanes?$/ }).click();
    // Buttons come when the view stands still.
    await expect(hourline.timeline.locator('[data-mention]')).toHaveCount(lanes.mentions.length);
    await expect(hourline.timeline.locator('[data-origin="published"]')).toHaveCount(lanes.chapters.length);

    const tree = await treeOf(page);
    const buttons = tree.filter(({ role }) => role === 'button').map(({ name }) => name);
    /** Takes a name out of those that are left, so that none counts twice. */
    const missing = (names: readonly string[], starts = false) => {
      const left = [...buttons];
      return names.filter((name) => {
        const [first, last = ''] = name.split('… ');
        const found = left.findIndex((one) =>
          last !== '' ? one.startsWith(first!) && one.includes(last) : starts ? one.startsWith(name) : one === name,
        );
        if (found >= 0) left.splice(found, 1);
        return found < 0;
      });
    };
    for (const [row, names] of Object.entries(lanes)) expect([row, missing(names)]).toEqual([row, []]);
    const hits = Array.from({ length: 8 }, (_, i) => `Result ${i + 1} of 8, `);
    expect(missing(hits, true)).toEqual([]);
    expect(buttons.filter((name) => name.startsWith('Result ') && !SPOKEN.test(name))).toEqual([]);
    expect(missing(['Note, 10 minutes 38 seconds, A note on the patch'])).toEqual([]);

    // The table is their twin, also where the timeline is folded or there is no room for lanes.
    const rows = tree.filter(({ role }) => role === 'row').map(({ name }) => name);
    const counts: Record<string, number> = {};
    const WHAT = /^[\d:]+ [\d:]+ (Chapter|Section|Part|Mention|Link|Result|Note|No transcript)(?: |$)/;
    for (const name of rows) {
      const what = WHAT.exec(name)?.[1];
      if (what) counts[what] = (counts[what] ?? 0) + 1;
    }
    expect(counts).toEqual({
      Chapter: chapters.length,
      Section: sections.length,
      Part: lanes.parts.length,
      Mention: lanes.mentions.length,
      Link: timedLinks.length,
      Result: 8,
      Note: 1,
      'No transcript': uncovered.length,
    });
    const named = [
      ...chapters.map(({ title }) => `Chapter ${title}`),
      ...sections.flatMap(({ title, kind, parts }) => [
        `Section ${KIND_NAMES[kind]}: ${title}`,
        ...parts.map((p) => `Part ${p.title}`),
      ]),
      ...heard.flatMap(({ name, mentions }) =>
        mentions.map((one) => `Mention ${name}${one.how === 'exact' ? '' : `, as “${one.heard}”`}: … ${one.heard}`),
      ),
      ...timedLinks.map(({ link }) => `Link ${links[link]!.title}`),
      ...hits.map(() => 'Result … · the words as you typed them'),
      'Note A note on the patch',
    ];
    const left = rows.map((name) => name.replace(/^[\d:]+ [\d:]+ /, ''));
    expect(left.filter((name) => /^Result .*\bDMA\b.* · the words as you typed them$/i.test(name))).toHaveLength(8);
    expect(
      named.filter((name) => {
        const [first, last] = name.split('… ');
        const found = left.findIndex((one) =>
          last === undefined ? one === name : one.startsWith(first!) && one.slice(first!.length).includes(last),
        );
        if (found >= 0) left.splice(found, 1);
        return found < 0;
      }),
    ).toEqual([]);
  });

  test('stand the mentions of a chosen topic by their times, where the lanes are folded', async ({
    hourline,
    page,
  }) => {
    await hourline.open();
    const topic = hourline.timeline.getByRole('button', { name: 'DMA, 8 mentions', exact: true });
    await topic.click();
    const mentions = hourline.timeline.locator('[data-mention]');
    await expect(mentions).toHaveCount(8);
    const names = await mentions.evaluateAll((list) => list.map((one) => one.getAttribute('aria-label')!));
    const buttons = (await treeOf(page)).filter(({ role }) => role === 'button').map(({ name }) => name);
    for (const name of names) {
      expect(name).toMatch(SPOKEN);
      expect(buttons).toContain(name);
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
    await expect(page).toHaveTitle(/ten/, { timeout: 60_000 });
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
    await hourline.timeline.getByRole('button', { name: 'All lanes' }).click();
    await expect(hourline.timeline.locator('[data-mention]').first()).toBeAttached();
    const faults = (await treeOf(page))
      .filter(({ role }) => /^(?:button|link|slider)$/.test(role))
      .map(({ role, name }) => `${role} “${name}”`)
      .filter((text) => ONLY_CLOCK.test(text.replace(/^\w+ /, '').replace(/[“”]/g, '')) && !SPOKEN.test(text));
    expect(faults).toEqual([]);
    await expect(hourline.slider).toHaveAttribute('aria-valuetext', /^10 minutes 42 seconds/);
    const heard = page.getByRole('region', { name: 'Audio', exact: true }).getByRole('slider');
    await expect(heard.first()).toHaveAttribute('aria-valuetext', SPOKEN);
  });
});
