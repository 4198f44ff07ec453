import { readFile, writeFile } from 'node:fs/promises';
import { parseTranscript } from '../src/core/transcript/transcript.ts';
import type { HourlinePage } from './page.ts';
import { expect, test } from './page.ts';
import { makeTone } from './setup/tone.ts';

const SRT = `1\n00:00:01,000 --> 00:00:04,000\nAnn: Welcome to the lighthouse.\n\n2\n00:00:05,000 --> 00:00:09,000\nBob: It is a tall tower.\n\n3\n00:00:10,000 --> 00:00:12,000\nAnn: Indeed.\n`;
const file = (name: string, text: string | Buffer, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(text),
});

/** Chooses files and waits for what is told of them. */
async function choose(hourline: HourlinePage, ...files: ReturnType<typeof file>[]) {
  await hourline.page.getByLabel('Open a transcript').setInputFiles(files);
  const preview = hourline.page.getByRole('dialog', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: /understood|can't be opened|episodes/ })).toBeVisible();
  return preview;
}

test.describe('opening a transcript', () => {
  test.beforeEach(({ hourline }) => hourline.open());

  test('shows what was understood, adds it, and it is an episode like any other', async ({ hourline, page }) => {
    const preview = await choose(hourline, file('Tall Towers.srt', SRT));
    await expect(preview).toContainText('SubRip (SRT)');
    await expect(preview).toContainText('3 cues');
    await expect(preview).toContainText('2 speakers');
    // That it has no title and no length of its own is no fault.
    await expect(preview).toContainText('0 problems');
    await expect(preview.locator('summary')).toHaveCount(0);
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/#\/tall-towers$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tall Towers');
    await expect(hourline.cues).toHaveCount(3);
    await hourline.search.fill('lighthouse');
    await expect(hourline.count).toHaveText('1 result');
    await page.reload();
    await expect(hourline.cues).toHaveCount(3);
    expect(await page.evaluate(() => performance.getEntriesByName('import').length)).toBe(0);
  });

  test('the same file opened twice is recognised', async ({ hourline, page }) => {
    await (await choose(hourline, file('one.srt', SRT))).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3);
    const preview = await choose(hourline, file('two.srt', SRT));
    await expect(preview).toContainText('You opened the same before');
    await preview.getByRole('button', { name: 'Open' }).click();
    await expect(page).toHaveURL(/#\/one$/);
  });

  test('another file of the same name is another episode', async ({ hourline, page }) => {
    await (await choose(hourline, file('one.srt', SRT))).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3);
    await (
      await choose(hourline, file('one.srt', `${SRT}\n4\n00:00:13,000 --> 00:00:14,000\nAnn: More.\n`))
    )
      .getByRole('button', { name: 'Add' })
      .click();
    await expect(page).toHaveURL(/#\/one-2$/);
    await expect(hourline.cues).toHaveCount(4);
  });

  test('a transcript with its show notes and chapters', async ({ hourline, page }) => {
    const preview = await choose(
      hourline,
      file('talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:20.000\nHello there.'),
      file('talk.md', '# ST 9: A talk\n\nAbout it.\n\n## Links\n\n- [A link](https://example.org)'),
      file(
        'talk.chapters.json',
        '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Start"},{"startTime":10,"title":"End"}]}',
      ),
      file('holiday.png', '\x89PNG'),
    );
    await expect(preview).toContainText('2 chapters');
    await expect(preview).toContainText('Left out, as no part of an episode: holiday.png');
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A talk');
    await expect(hourline.timeline.locator('[data-origin="published"]')).toHaveCount(2);
    await hourline.panel('Show notes');
    await expect(hourline.showNotes.getByRole('link', { name: 'A link' })).toBeVisible();
  });

  test('several transcripts are several episodes', async ({ hourline, page }) => {
    const preview = await choose(
      hourline,
      file('a.srt', SRT),
      file('b.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nhi there'),
    );
    await expect(preview.getByRole('heading', { level: 2 })).toHaveText('2 episodes');
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(page).toHaveURL(/#\/a$/);
    // The address is there before the episode is: until then all that is opened belongs to the one before.
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('a');
    await page.locator('summary', { hasText: 'Hourline' }).click();
    await expect(page.getByRole('navigation', { name: 'Episodes' }).getByRole('link')).toHaveCount(3);
  });

  test('dropped anywhere, and pasted', async ({ page }) => {
    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'dropped.srt'));
      document.body.dispatchEvent(
        new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, SRT);
    const preview = page.getByRole('dialog', { name: 'Preview' });
    await expect(preview).toContainText('dropped');
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(preview).toHaveCount(0);
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, SRT);
    await expect(preview).toContainText('Pasted transcript');
    await expect(preview).toContainText('3 cues');
  });

  test('removed, with the notes on it', async ({ hourline, page }) => {
    await (await choose(hourline, file('gone.srt', SRT))).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3);
    await page.keyboard.press('n');
    await hourline.noteField.fill('a note on it');
    await expect(hourline.notes.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await page.keyboard.press('Escape');
    await (await hourline.correct()).fill('Corrected');
    await page.keyboard.press('Enter');
    await expect(hourline.segments.locator('[data-segment="s1"]')).toContainText('Corrected');
    await page.locator('summary', { hasText: 'Hourline' }).click();
    const episodes = page.getByRole('navigation', { name: 'Episodes' });
    await episodes.getByRole('button', { name: 'Remove gone…' }).click();
    await expect(episodes).toContainText('with your note on it');
    await episodes.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Your Kernels Belong to Rust');
    await page.goto('#/gone');
    await expect(page.getByRole('heading', { name: 'There is no episode “gone” here' })).toBeVisible();

    // Opened again it is as it was before anyone touched it.
    await page.goto('#/lup-603');
    await expect(hourline.cues).toHaveCount(248);
    await (await choose(hourline, file('gone.srt', SRT))).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3);
    await hourline.panel('Segments');
    await expect(hourline.segments).not.toContainText('Corrected');
    await expect(hourline.notes.locator('[data-note]')).toHaveCount(0);
  });

  for (const [what, name, bytes, sentence] of [
    ['no transcript', 'letter.txt', 'Dear all,\n\nhello.', 'There is no transcript in “letter.txt”'],
    [
      'an image',
      'picture.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      'There is no transcript in “picture.png”',
    ],
    ['a sound called a transcript', 'sound.vtt', makeTone(2), 'This is not a text file.'],
    ['a 0-byte SRT', 'empty.srt', '', 'This file is empty.'],
    ['an SRT without cues', 'blank.srt', '\n\n\n', 'There is no cue with a time in this file.'],
    ['more than 20 MB', 'large.vtt', Buffer.alloc(20_000_001, 'a'), 'up to 20 MB can be opened'],
  ] as const) {
    test(`${what} is refused with a clear sentence, and nothing is lost`, async ({ hourline, page }) => {
      const preview = await choose(hourline, file(name, bytes as string));
      await expect(preview).toContainText(sentence);
      await expect(preview.getByRole('button', { name: 'Add' })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(preview).toHaveCount(0);
      await expect(hourline.cues).toHaveCount(248);
    });
  }

  test('a long one is read off the page: it can be cancelled, and the page answers meanwhile', async ({
    page,
  }, info) => {
    const cues = Array.from(
      { length: 60_000 },
      (_, i) =>
        `${i + 1}\n${new Date(i * 1000).toISOString().slice(11, 23)} --> ${new Date(i * 1000 + 900).toISOString().slice(11, 23)}\n<c>word ${i}</c> &amp; ${'more '.repeat(20)}\n`,
    );
    // From disk: the test tool would else unpack the file in the page, on the thread that is watched here.
    const path = info.outputPath('long.srt');
    await writeFile(path, cues.join('\n'));
    await page.evaluate(() => {
      const stalls: number[] = [];
      const watch = new PerformanceObserver((list) =>
        stalls.push(...list.getEntries().map(({ duration }) => duration)),
      );
      watch.observe({ type: 'longtask' });
      Object.assign(window, { stalls });
    });
    const input = page.getByLabel('Open a transcript');
    await input.setInputFiles(path);
    const preview = page.getByRole('dialog', { name: 'Preview' });
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(preview).toHaveCount(0);
    const begun = Date.now();
    await input.setInputFiles(path);
    await expect(preview).toContainText('60,000 cues', { timeout: 60_000 });
    const took = Date.now() - begun;
    const stalls = await page.evaluate(() => (window as unknown as { stalls: number[] }).stalls);
    // Read on the page, it would answer nothing for nearly all of this time, on whatever machine.
    expect(Math.max(0, ...stalls)).toBeLessThan(took / 3);
  });

  test('where nothing can be kept, it is open for the visit, and that is said', async ({ hourline, page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await page.reload();
    await expect(hourline.cues).toHaveCount(248);
    await (await choose(hourline, file('visit.srt', SRT))).getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3);
    await expect(page.getByRole('alert').filter({ hasText: "can't keep opened episodes" })).toBeVisible();
  });

  test('more files than can be looked at are refused', async ({ hourline }) => {
    const many = Array.from({ length: 501 }, (_, i) => file(`${i}.srt`, SRT));
    await expect(await choose(hourline, ...many)).toContainText('at most 500 can be opened at once');
  });

  test('a talk of many hours is searched off the page, and a newer query wins', async ({ hourline }) => {
    const cues = Array.from({ length: 6000 }, (_, i) => {
      const at = (ms: number) => new Date(ms).toISOString().slice(11, 23);
      return `${at(i * 5000)} --> ${at(i * 5000 + 4000)}\n${i === 4321 ? 'the lighthouse of helwig' : `some words of talk number ${i}`}\n`;
    });
    const preview = await choose(hourline, file('hours.vtt', `WEBVTT\n\n${cues.join('\n')}`));
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(6000, { timeout: 60_000 });
    await hourline.search.pressSequentially('hellwig');
    await expect(hourline.count).toHaveText('1 result');
    await hourline.panel('Results');
    await expect(hourline.results).toContainText('heard as “helwig”');
    await hourline.search.fill('');
    await expect(hourline.results.locator('[data-rank]')).toHaveCount(0);
  });

  test('nothing that a file holds runs', async ({ hourline, page }) => {
    const payload =
      '<img src=x onerror="window.ran=1"><script>window.ran=1</script><v <img src=x onerror=window.ran=1>>x</v> javascript:window.ran=1';
    const preview = await choose(
      hourline,
      file(
        '<img src=x onerror=window.ran=1>.vtt',
        `WEBVTT\n\n00:01.000 --> 00:02.000\n${payload}\n\n00:03.000 --> 00:04.000\nmore words`,
      ),
      file(
        'n.md',
        `# ${payload}\n\n${payload}\n\n## Links\n\n- [a](javascript:window.ran=1)\n- <a href="javascript:window.ran=1">b</a>`,
      ),
    );
    await preview.getByRole('button', { name: 'Add' }).click();
    await expect(hourline.cues).toHaveCount(3); // what the voice says is one of its own
    await hourline.panel('Show notes');
    await expect(hourline.showNotes.locator('a[href^="javascript" i]')).toHaveCount(0);
    await hourline.search.fill('onerror');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});

test.describe('speakers', () => {
  test('are shown, searched and filtered; none is invented', async ({ hourline, page }) => {
    await hourline.open();
    await expect(page.getByLabel('Speaker')).toHaveCount(0);
    await (
      await choose(hourline, file('towers.srt', SRT.replace('Indeed.', 'Indeed, a tower.')))
    )
      .getByRole('button', { name: 'Add' })
      .click();
    await expect(hourline.transcript).toContainText('Ann');
    await expect(hourline.cues.first()).toHaveText('Welcome to the lighthouse.');
    await hourline.search.fill('tower');
    await expect(hourline.count).toHaveText('2 results');
    await hourline.panel('Results');
    await hourline.results.getByLabel('Speaker').selectOption('Bob');
    await expect(hourline.count).toHaveText('1 result');
    await hourline.results.getByLabel('Speaker').selectOption('everyone');
    await hourline.search.fill('ann');
    await hourline.results.getByRole('button', { name: 'Only Ann' }).click();
    await expect(hourline.results.getByLabel('Speaker')).toHaveValue('Ann');
  });
});

test.describe('taking away', () => {
  for (const [form, ending] of [
    ['WebVTT', 'vtt'],
    ['SRT', 'srt'],
    ['JSON', 'json'],
  ] as const) {
    test(`the transcript as ${form} reads back the same`, async ({ hourline, page }) => {
      await hourline.open();
      await hourline.panel('Show notes');
      const download = page.waitForEvent('download');
      await page.getByRole('region', { name: 'Take away' }).getByRole('button', { name: form, exact: true }).click();
      const saved = await download;
      expect(saved.suggestedFilename()).toBe(`lup-603.${ending}`);
      const { cues } = parseTranscript(await readFile(await saved.path(), 'utf8'));
      const bundled = parseTranscript(await readFile('src/episodes/lup-603/transcript.vtt', 'utf8'));
      expect(cues).toEqual(bundled.cues);
    });
  }

  test('Markdown with and without times, and the chapters', async ({ hourline, page }) => {
    await hourline.open();
    await hourline.panel('Show notes');
    const part = page.getByRole('region', { name: 'Take away' });
    // It stands far down, behind all show notes.
    await hourline.panel('Show notes');
    await hourline.showNotes.getByRole('button', { name: 'Take away…' }).click();
    await expect(part).toBeFocused();
    await expect(part.getByRole('heading', { name: 'Take away' })).toBeInViewport();
    const save = async (name: string) => {
      const download = page.waitForEvent('download');
      await part.getByRole('button', { name, exact: true }).click();
      return readFile(await (await download).path(), 'utf8');
    };
    expect(await save('Markdown')).toContain(
      '# LINUX Unplugged 603: All Your Kernels Belong to Rust\n\n`0:11` Hello, friends',
    );
    await part.getByLabel('with times').uncheck();
    expect(await save('Plain text')).toMatch(/^Hello, friends/);
    expect(JSON.parse(await save('chapters.json'))).toMatchObject({
      version: '1.2.0',
      chapters: { length: 7, 2: { startTime: 563, title: 'Oxidizing the Kernel' } },
    });
  });
});
