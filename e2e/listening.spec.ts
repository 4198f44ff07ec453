import type { Locator, Page } from '@playwright/test';
import type { HourlinePage } from './page.ts';
import { expect, test } from './page.ts';
import { makeTone } from './setup/tone.ts';

/** A sentence each second for half a minute, one of them long ago enough to have to scroll. */
const at = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}.000`;
const VTT = `WEBVTT\n\n${Array.from(
  { length: 28 },
  (_, i) =>
    `${at(i)} --> ${at(i + 1)}\n<v ${i % 2 ? 'Ann' : 'Bob'}>Sentence ${i} of this talk. ${'It goes on and on about towers by the sea. '.repeat(4)}`,
).join('\n\n')}\n`;
const SEGMENTS = {
  sections: [
    { start: 0, kind: 'intro', title: 'Hello' },
    { start: 4, kind: 'sponsor', title: 'Acme' },
    { start: 12, kind: 'topic', title: 'Towers' },
    { start: 20, kind: 'topic', title: 'Light' },
  ],
};
const SPONSOR = [4, 12] as const;

const file = (name: string, body: string | Buffer, mimeType = 'text/plain') => ({
  name,
  mimeType,
  buffer: Buffer.from(body),
});
const json = (name: string, value: unknown) => file(name, JSON.stringify(value), 'application/json');

/** Within a cue's box: its first line begins with the speaker's name. */
const SECOND_LINE = { x: 12, y: 45 };

/** The player as a visitor knows it. */
class Listening {
  readonly page: Page;
  readonly bar: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly slider: Locator;
  readonly follow: Locator;
  readonly heard: Locator;
  readonly audio: Locator;

  constructor(readonly hourline: HourlinePage) {
    const { page } = hourline;
    this.page = page;
    this.bar = page.getByRole('region', { name: 'Audio', exact: true });
    this.play = this.bar.getByRole('button', { name: 'Play', exact: true });
    this.pause = this.bar.getByRole('button', { name: 'Pause', exact: true });
    this.slider = this.bar.getByLabel('Playing at');
    this.follow = page.getByRole('button', { name: 'Follow' });
    this.heard = page.locator('[data-playing]');
    this.audio = page.locator('audio');
  }

  /** Adds an episode of the visitor's own and goes to it. */
  async add(audio?: string) {
    await this.hourline.open();
    await this.page.getByLabel('Open a transcript').setInputFiles([
      file('towers.vtt', VTT),
      json('segments.json', SEGMENTS),
      json('episode.json', {
        show: 'Small Talk',
        number: 7,
        title: 'Towers',
        ...(audio ? { audio: { url: audio } } : {}),
      }),
    ]);
    await this.page.getByRole('dialog', { name: 'Preview' }).getByRole('button', { name: 'Add' }).click();
    await expect(this.page).toHaveURL(/#\/towers/);
    await expect(this.hourline.cues).toHaveCount(28);
  }

  async attach(seconds = 30) {
    await this.page.getByLabel('Attach the audio').setInputFiles(file('towers.wav', makeTone(seconds), 'audio/wav'));
    await expect(this.bar).toBeVisible();
  }

  async options() {
    const button = this.bar.getByRole('button', { name: 'Listening options' });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  }

  /** Seconds of the audio. */
  time() {
    return this.audio.evaluate((element: HTMLAudioElement) => element.currentTime);
  }

  isSilent() {
    return this.audio.evaluate((element: HTMLAudioElement) => element.paused);
  }

  async reaches(seconds: number, timeout = 15_000) {
    await expect.poll(() => this.time(), { timeout, intervals: [50] }).toBeGreaterThanOrEqual(seconds);
  }

  async startOfHeard() {
    return Number(await this.heard.getAttribute('data-start'));
  }

  /** Goes to a second of the audio by the slider. */
  async seek(seconds: number) {
    await this.options();
    await this.slider.fill(String(seconds));
  }
}

test.describe('listening', () => {
  test('where there is no audio there are no controls, only a way to attach it', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await expect(page.getByLabel('Attach the audio')).toBeVisible();
    await expect(listening.bar).toHaveCount(0);
    await page.keyboard.press('Space');
    expect((await hourline.axe()).violations).toEqual([]);
    await listening.attach();
    await expect(listening.play).toBeVisible();
    await expect(listening.bar).toContainText('towers.wav');
    await listening.options();
    expect((await hourline.axe()).violations).toEqual([]);
  });

  test('the published audio is fetched when Play is pressed, not before, and the page says from where', async ({
    hourline,
    page,
    baseURL,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => request.url().includes('/audio/') && fetched.push(request.url()));
    const listening = new Listening(hourline);
    await listening.add(`${baseURL}audio/tone.wav`);
    await expect(listening.bar).toContainText('Press Play to fetch the audio from 127.0.0.1');
    await hourline.cues.nth(6).click();
    await listening.options();
    await listening.bar.getByRole('button', { name: 'Forward 5 seconds' }).click();
    await page.reload();
    await expect(listening.play).toBeVisible();
    await expect(listening.audio).not.toHaveAttribute('src', /./);
    expect(fetched).toEqual([]);
    await listening.play.click();
    await expect(listening.bar).toContainText('Audio from 127.0.0.1');
    await listening.reaches(0.5);
    expect(fetched.length).toBeGreaterThan(0);
    // A server that gives parts is a server in which one can seek.
    await listening.seek(20);
    await listening.reaches(20);
    await expect.poll(() => listening.startOfHeard()).toBeGreaterThanOrEqual(20);
  });

  test('a link starts no sound, and nothing of the bundled episode is fetched', async ({ hourline }) => {
    const listening = new Listening(hourline);
    await hourline.open('#/lup-603?t=662.1,668.4');
    await expect(listening.bar).toContainText('aphid.fireside.fm');
    await expect(listening.pause).toHaveCount(0);
    await expect(listening.audio).not.toHaveAttribute('src', /./);
    await expect(listening.slider).toHaveValue('662');
  });

  test('the length reads as in the header', async ({ hourline, page }) => {
    await hourline.open('#/lup-603?t=3620');
    await expect(page.getByRole('banner')).toContainText('60:30');
    const { bar } = new Listening(hourline);
    await expect(bar).toContainText('60:30');
    await expect(bar).toContainText('60:20');
  });

  test('the options close with Escape', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await hourline.open('#/lup-603?t=662.1');
    const button = listening.bar.getByRole('button', { name: 'Listening options' });
    for (const inside of [listening.bar.getByRole('checkbox').first(), button]) {
      await button.click();
      await inside.focus();
      await page.keyboard.press('Escape');
      await expect(button).toHaveAttribute('aria-expanded', 'false');
      await expect(button).toBeFocused();
      await expect(listening.bar.getByRole('checkbox')).toHaveCount(0);
    }
  });

  test('on the narrowest of phones the controls are one row', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await page.setViewportSize({ width: 320, height: 640 });
    await hourline.open('#/lup-603?t=662.1');
    const middleOf = async (control: Locator) => {
      const { y, height } = (await control.boundingBox())!;
      return Math.round(y + height / 2);
    };
    await expect(listening.play).toBeVisible();
    expect(await middleOf(listening.bar.getByRole('button', { name: 'Listening options' }))).toBe(
      await middleOf(listening.play),
    );
  });

  test('an address that gives no audio is told in words', async ({ hourline, baseURL }) => {
    const listening = new Listening(hourline);
    await listening.add(`${baseURL}audio/gone.wav`);
    await listening.play.click();
    await expect(listening.bar.getByRole('alert')).toContainText('No audio came from 127.0.0.1');
    await expect(listening.play).toBeVisible();
  });

  test('a file that is no audio is told in words', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await page.getByLabel('Attach the audio').setInputFiles(file('poem.mp3', 'Shall I compare thee'));
    await expect(listening.bar.getByRole('alert')).toContainText('can’t play “poem.mp3”');
  });

  test('where the audio breaks off, the place in the talk stays', async ({ hourline }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.seek(12);
    await listening.play.click();
    await listening.reaches(12.5);
    await listening.audio.evaluate((element) => {
      Object.defineProperty(element, 'error', { value: { code: MediaError.MEDIA_ERR_DECODE } });
      element.dispatchEvent(new Event('error'));
    });
    await expect(listening.bar.getByRole('alert')).toBeVisible();
    await expect.poll(() => listening.time()).toBe(0);
    expect(Number(await listening.slider.inputValue())).toBeGreaterThanOrEqual(12);
    expect(await listening.startOfHeard()).toBeGreaterThanOrEqual(12);
  });

  test('an episode that is removed while it is heard is forgotten', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.play.click();
    await listening.reaches(1);
    await page.locator('summary', { hasText: 'Hourline' }).click();
    const episodes = page.getByRole('navigation', { name: 'Episodes' });
    await episodes.getByRole('button', { name: /^Remove .*…$/ }).click();
    await episodes.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All Your Kernels Belong to Rust');
    const kept = () =>
      page.evaluate(
        () =>
          new Promise<IDBValidKey[]>((resolve) => {
            indexedDB.open('hourline-listening').onsuccess = ({ target }) => {
              const { result } = target as IDBOpenDBRequest;
              const keys = result.transaction('episodes').objectStore('episodes').getAllKeys();
              keys.onsuccess = () => (result.close(), resolve(keys.result));
            };
          }),
      );
    expect(await kept()).not.toContain('listening:towers');
    await page.reload();
    expect(await kept()).not.toContain('listening:towers');
  });

  test('seeking: buttons, slider, segments, words', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.play.click();
    await listening.reaches(0.2);
    await listening.bar.getByRole('button', { name: 'Forward 15 seconds' }).click();
    await listening.reaches(15);
    await listening.options();
    await listening.bar.getByRole('button', { name: 'Forward 5 seconds' }).click();
    await listening.reaches(20);
    await listening.bar.getByRole('button', { name: 'Back 15 seconds' }).click();
    await expect.poll(() => listening.time()).toBeLessThan(12);
    await listening.bar.getByRole('button', { name: 'Next segment' }).click();
    await listening.reaches(12);
    await listening.bar.getByRole('button', { name: 'Back 5 seconds' }).click();
    await expect.poll(() => listening.time()).toBeLessThan(12);
    await listening.bar.getByRole('button', { name: 'Previous segment' }).click();
    await expect.poll(() => listening.time()).toBeLessThan(6);
    await listening.seek(25);
    await listening.reaches(25);
    await listening.pause.click();
    const speaks = await listening.slider.getAttribute('aria-valuetext');
    expect(speaks).toMatch(/^2\d seconds of 30 seconds$/);
    // What is gone to takes what plays along.
    await listening.play.click();
    await page.evaluate(() =>
      document.querySelector('[data-cue][data-start="15"]')!.scrollIntoView({ block: 'center' }),
    );
    await hourline.cue(15).click({ position: SECOND_LINE });
    await expect.poll(() => listening.time()).toBeLessThan(17);
    await listening.reaches(15);
  });

  test('the speed is set, heard and remembered', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.bar.getByLabel('Speed').selectOption('3×');
    await listening.play.click();
    await listening.reaches(1);
    expect(await listening.audio.evaluate((element: HTMLAudioElement) => element.playbackRate)).toBe(3);
    await page.reload();
    await expect(hourline.cues).toHaveCount(28);
    await listening.attach();
    await expect(listening.bar.getByLabel('Speed')).toHaveValue('3');
  });

  test('what is heard is marked and followed; a hand on the page releases it, and Follow brings it back', async ({
    hourline,
    page,
  }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach(60);
    await listening.play.click();
    await expect.poll(() => listening.startOfHeard()).toBeGreaterThanOrEqual(1);
    await expect(listening.heard).toHaveAttribute('aria-current', 'time');
    await expect(listening.heard).toHaveCount(1);
    expect(await listening.heard.evaluate((cue) => cue.childNodes.length)).toBe(1);
    // The clock and the mark agree.
    const [time, start] = [await listening.time(), await listening.startOfHeard()];
    expect(Math.abs(time - start)).toBeLessThan(2);

    await listening.seek(12);
    await expect.poll(() => listening.startOfHeard()).toBeGreaterThanOrEqual(12);
    await expect(listening.heard).toBeInViewport();
    await expect(listening.follow).toHaveCount(0);

    await page.mouse.move(150, 450);
    await page.mouse.wheel(0, -5000);
    await expect(listening.follow).toBeVisible();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
    await expect.poll(() => listening.startOfHeard()).toBeGreaterThanOrEqual(16);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await listening.follow.click();
    await expect(listening.heard).toBeInViewport();
    await expect(listening.follow).toHaveCount(0);
    await expect(listening.bar.locator('[data-play]')).toBeFocused();
  });

  test('searching is not fought', async ({ hourline, page, isMobile }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.play.click();
    await listening.reaches(0.2);
    await hourline.search.fill('sentence');
    await page.keyboard.press('Enter');
    await expect(hourline.count).toHaveText(/^1 of /);
    // A phone's keyboard goes away with Enter, by itself.
    if (!isMobile) {
      await page.keyboard.press('Shift+Enter');
      await expect(hourline.count).toHaveText(/^([2-9]|\d\d) of /);
    }
    await expect(page.locator('[data-cue][aria-current]').first()).toBeInViewport();
    const before = await page.evaluate(() => scrollY);
    await listening.reaches(4.5);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    if (!isMobile) await expect(hourline.search).toBeFocused();
    expect(await listening.isSilent()).toBe(false);
  });

  test('a range link plays up to its end, when Play is pressed', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await page.evaluate(() => (location.hash = '#/towers?t=14,15.5'));
    await expect(listening.slider).toHaveValue('14');
    await expect(listening.play).toBeVisible();
    await listening.play.click();
    await expect(listening.bar.getByRole('status')).toHaveText('The passage ends at 0:15.');
    await expect(listening.play).toBeVisible();
    const stopped = await listening.time();
    expect(stopped).toBeGreaterThan(15.3);
    expect(stopped).toBeLessThan(15.6);
    expect(await listening.startOfHeard()).toBe(15);
    // From there on it plays as usual.
    await listening.play.click();
    await listening.reaches(16.2);
  });

  test('sponsor segments are played, or passed over where that is wanted', async ({ hourline }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.options();
    const skip = listening.bar.getByLabel('Skip sponsor segments');
    await expect(skip).not.toBeChecked();
    await listening.seek(3);
    await listening.play.click();
    await listening.reaches(4.5);
    expect(await listening.time()).toBeLessThan(SPONSOR[1]);
    await listening.pause.click();
    await skip.check();
    await listening.seek(3);
    await listening.play.click();
    await listening.reaches(SPONSOR[1], 4000);
    await expect(listening.bar.getByRole('status')).toHaveText('Skipped what the sponsor has to say, 0:04 to 0:12.');
    // Gone to on purpose, it is heard.
    await listening.seek(6);
    await listening.reaches(7);
    expect(await listening.time()).toBeLessThan(SPONSOR[1]);
  });

  test('it sleeps at the end of the segment', async ({ hourline }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await listening.seek(18);
    const sleep = listening.bar.getByLabel('Sleep at the end of the segment');
    await sleep.check();
    await listening.play.click();
    await expect(listening.bar.getByRole('status')).toHaveText('Stopped at the end of the segment, 0:20.');
    await expect(sleep).not.toBeChecked();
    expect(Math.abs((await listening.time()) - 20)).toBeLessThan(0.3);
    await expect(listening.play).toBeVisible();
  });

  for (const by of ['a tap', 'the keyboard'] as const) {
    test(`what is out of step is mended by ${by}; undone, reset, remembered`, async ({ hourline, page }) => {
      const listening = new Listening(hourline);
      await listening.add();
      await listening.attach(60);
      await listening.seek(15);
      await listening.play.click();
      await listening.reaches(15.1);
      await listening.pause.click();
      const heard = await listening.time();
      const sentence = await listening.startOfHeard();
      await listening.bar.getByRole('button', { name: 'Not in step?' }).click();
      const ask = page.getByRole('group', { name: 'Which sentence do you hear?' });
      await expect(ask).toContainText(`Sentence ${sentence} `);
      if (by === 'a tap') {
        await page.evaluate(() =>
          document.querySelector('[data-cue][data-start="12"]')!.scrollIntoView({ block: 'center' }),
        );
        await hourline.cue(12).click({ position: SECOND_LINE });
        expect(page.url()).not.toContain('t=');
      } else {
        await expect(ask.getByRole('button', { name: 'Sentence after' })).toBeFocused();
        await page.keyboard.press('Shift+Tab');
        for (let i = sentence; i > 12; i -= 1) await page.keyboard.press('Enter');
        await expect(ask).toContainText('Sentence 12');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
      }
      await expect(ask).toHaveCount(0);
      await expect(listening.bar.getByRole('status')).toHaveText('In step from 0:12 on.');
      // Now the sentence of 0:12 is what is heard at that time of the audio, and links keep the transcript's time.
      await expect.poll(() => listening.startOfHeard()).toBe(12);
      await page.evaluate(() => (location.hash = '#/towers?t=20,20.5'));
      await expect.poll(async () => Math.abs((await listening.time()) - (heard + 8))).toBeLessThan(0.1);
      await expect.poll(() => listening.startOfHeard()).toBe(20);
      await listening.options();
      await listening.bar.getByRole('button', { name: 'Undo' }).click();
      await page.evaluate(() => (location.hash = '#/towers?t=21'));
      await expect.poll(async () => Math.abs((await listening.time()) - 21)).toBeLessThan(0.1);
      await expect(listening.bar.getByRole('button', { name: 'Reset the offset' })).toHaveCount(0);
    });
  }

  test('an offset is stored and can be reset', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach(60);
    await listening.seek(18);
    await listening.play.click();
    await listening.bar.getByRole('button', { name: 'Not in step?' }).click();
    await page.getByRole('button', { name: 'Sentence before' }).click();
    await page.getByRole('button', { name: 'I hear this one' }).click();
    await expect(listening.bar).toContainText(/later here than in the transcript/);
    await listening.pause.click();
    await page.reload();
    await expect(hourline.cues).toHaveCount(28);
    await listening.attach(60);
    await expect(listening.bar).toContainText(/later here than in the transcript/);
    await listening.options();
    await listening.bar.getByRole('button', { name: 'Reset the offset' }).click();
    await expect(listening.bar).not.toContainText(/later here than/);
  });

  test('the position is kept for the episode', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach(60);
    await listening.seek(22);
    await listening.play.click();
    await listening.reaches(23);
    await listening.pause.click();
    const stopped = await listening.time();
    await page.reload();
    await expect(page.getByText("can't keep “towers.wav”")).toBeVisible();
    await listening.attach(60);
    await expect(listening.slider).toHaveValue(String(Math.round(stopped)));
    await listening.play.click();
    await listening.reaches(stopped);
  });

  test('a file that the browser can keep is there on the next visit, read when Play is pressed', async ({
    hourline,
    page,
  }) => {
    await page.addInitScript(() => {
      const kept = async () => (await navigator.storage.getDirectory()).getFileHandle('kept.wav', { create: true });
      Object.assign(window, { showOpenFilePicker: async () => [await kept()] });
    });
    const listening = new Listening(hourline);
    await listening.add();
    await page.evaluate(
      async (bytes) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle('kept.wav', { create: true });
        const stream = await handle.createWritable();
        await stream.write(new Uint8Array(bytes));
        await stream.close();
      },
      [...makeTone(12)],
    );
    await page.getByLabel('Attach the audio').click();
    await expect(listening.bar).toContainText('kept.wav');
    await listening.play.click();
    await listening.reaches(1);
    await listening.pause.click();
    await page.reload();
    await expect(listening.bar).toContainText('kept.wav');
    await expect(listening.audio).not.toHaveAttribute('src', /./);
    await listening.play.click();
    await listening.reaches(1.2);
    await listening.options();
    await listening.bar.getByRole('button', { name: 'Detach the file' }).click();
    await expect(listening.bar).toHaveCount(0);
  });

  test('everything goes by the keyboard', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Space');
    await expect(listening.pause).toBeVisible();
    await listening.reaches(0.3);
    await page.keyboard.press('Space');
    await expect(listening.play).toBeVisible();
    // In a field it is a letter, on a button it is the button's.
    await hourline.search.focus();
    await page.keyboard.press('Space');
    await expect(hourline.search).toHaveValue(' ');
    expect(await listening.isSilent()).toBe(true);
    await page.keyboard.press('Escape');
    await listening.options();
    for (const name of [
      'Previous segment',
      'Back 15 seconds',
      'Back 5 seconds',
      'Play',
      'Forward 5 seconds',
      'Forward 15 seconds',
      'Next segment',
    ])
      // prettier-ignore
      await expect(listening.bar.getByRole('button', { name, exact: true })).toBeVisible();
    await listening.bar.getByRole('button', { name: 'Forward 15 seconds' }).focus();
    await page.keyboard.press('Space');
    await listening.reaches(15);
    await expect(listening.play).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(listening.slider).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await listening.reaches(16);
    await page.keyboard.press('Tab');
    await expect(listening.bar.getByLabel('Speed')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(listening.bar.getByLabel('Skip sponsor segments')).toBeChecked();
    await hourline.transcript.getByRole('link').first().focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText('play or pause');
  });

  test("the device's own keys play, pause and seek, and its screen says what plays", async ({ hourline, page }) => {
    await page.addInitScript(() => {
      const handlers = new Map<string, MediaSessionActionHandler | null>();
      Object.assign(window, { mediaKeys: handlers });
      const set = MediaSession.prototype.setActionHandler;
      MediaSession.prototype.setActionHandler = function (action, handler) {
        handlers.set(action, handler);
        set.call(this, action, handler);
      };
    });
    const press = (action: string, detail = {}) =>
      page.evaluate(
        ([name, more]) => {
          const keys = (window as unknown as { mediaKeys: Map<string, (detail: object) => void> }).mediaKeys;
          keys.get(name)!({ action: name, ...more });
        },
        [action, detail] as const,
      );
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach();
    expect(await page.evaluate(() => navigator.mediaSession.metadata)).toBeNull();
    await listening.play.click();
    await listening.reaches(0.2);
    const told = () =>
      page.evaluate(() => {
        const { metadata, playbackState } = navigator.mediaSession;
        return [metadata?.title, metadata?.artist, metadata?.album, playbackState];
      });
    expect(await told()).toEqual(['Towers', 'Small Talk', 'Small Talk 7', 'playing']);
    await press('pause');
    await expect(listening.play).toBeVisible();
    expect((await told()).at(-1)).toBe('paused');
    await press('seekforward', { seekOffset: 10 });
    await listening.reaches(10);
    await press('nexttrack');
    await listening.reaches(12);
    await press('seekto', { seekTime: 3 });
    await expect.poll(() => listening.time()).toBeLessThan(4);
    await press('play');
    await expect(listening.pause).toBeVisible();
    // Another episode is silent, and holds no keys.
    await page.evaluate(() => (location.hash = '#/lup-603'));
    await expect(hourline.cues).toHaveCount(248);
    expect(await page.evaluate(() => navigator.mediaSession.metadata)).toBeNull();
  });
});

test.describe('progress', () => {
  /** Without a moment in which the page that is left shows the new address, where who stays has stopped. */
  const openAnew = async (page: Page, hash: string) => {
    const loaded = page.waitForEvent('load');
    await page.evaluate((to) => {
      location.hash = to;
      location.reload();
    }, hash);
    await loaded;
  };
  const offer = (hourline: HourlinePage) => hourline.page.getByRole('link', { name: /^Continue at/ });

  test('where reading stopped is offered on the next visit, and does not jump by itself', async ({
    hourline,
    page,
  }) => {
    await hourline.open('#/lup-603');
    await expect(offer(hourline)).toHaveCount(0);
    await page.evaluate(() => document.querySelector('[data-paragraph]:nth-of-type(40)')?.scrollIntoView());
    await page.evaluate(() => document.querySelectorAll('[data-paragraph]')[24]!.scrollIntoView());
    // Who opens a database before the page has made it makes another, without what the page puts into it.
    const stored = () =>
      page.evaluate(async (): Promise<{ stopped?: number; ranges?: { start: number; end: number }[] }> => {
        if (!(await indexedDB.databases()).some(({ name }) => name === 'hourline-listening')) return {};
        return new Promise((resolve) => {
          const request = indexedDB.open('hourline-listening');
          request.onsuccess = () => {
            const got = request.result.transaction('episodes').objectStore('episodes').get('listening:lup-603');
            got.onsuccess = () => {
              request.result.close();
              resolve((got.result as object | undefined) ?? {});
            };
          };
        });
      });
    await expect.poll(async () => (await stored()).stopped ?? 0, { timeout: 15_000 }).toBeGreaterThan(60);
    const { stopped, ranges } = await stored();
    expect(ranges!.length).toBeGreaterThan(0);
    // The next visit, which begins at the top: where a reload stays is the browser's doing.
    await page.evaluate(() => (history.scrollRestoration = 'manual'));
    await page.reload();
    await expect(offer(hourline)).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await offer(hourline).click();
    await expect(page).toHaveURL(new RegExp(`t=${Math.floor(stopped!)}`));
    await expect(hourline.transcript.locator('[aria-current="location"]')).toBeInViewport();
    await expect(offer(hourline)).toHaveCount(0);
  });

  test('a link with a time offers nothing else; an offer can be declined', async ({ hourline, page }) => {
    const listening = new Listening(hourline);
    await listening.add();
    await listening.attach(60);
    await listening.seek(21);
    await listening.play.click();
    await listening.reaches(22);
    await listening.pause.click();
    await openAnew(page, '#/towers?t=3');
    await expect(hourline.cues).toHaveCount(28);
    await expect(page.getByLabel('Attach the audio')).toBeVisible();
    await expect(offer(hourline)).toHaveCount(0);
    await openAnew(page, '#/towers');
    await expect(offer(hourline)).toHaveAccessibleName(/^Continue at 0:2\d, 2\d seconds$/);
    await page.getByRole('button', { name: "Don't continue there" }).click();
    await expect(offer(hourline)).toHaveCount(0);
  });
});
