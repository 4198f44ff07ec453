import { audit } from './access/audit.ts';
import { JOURNEYS, type Journey } from './access/journeys.ts';
import { cutOff, LARGE, LEAST, NARROW, tooSmall } from './access/room.ts';
import { expect, test, type HourlinePage } from './page.ts';

/** The colours in which everything is looked at. */
const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** States in which the whole transcript is audited; in the others its beginning stands for it. */
const WITH_TRANSCRIPT = ['first visit', 'a linked passage'];

/** What is found at each state of a way through the page, by the state's name; nothing where all is well. */
async function lookAt(
  journey: Journey,
  hourline: HourlinePage,
  phone: boolean,
  look: (state: string) => Promise<string[]>,
) {
  const found: Record<string, string[]> = {};
  for await (const state of journey(hourline, phone)) {
    const faults = await look(state);
    if (faults.length > 0) found[state] = faults;
  }
  return found;
}

for (const [name, journey] of Object.entries(JOURNEYS)) {
  test(`${name}: axe finds nothing in any colours, and targets are large enough`, async ({ hourline, page }, {
    project,
  }) => {
    test.setTimeout(120_000);
    const phone = project.name === 'phone';
    const found = await lookAt(journey, hourline, phone, async (state) => {
      const faults = await tooSmall(page, phone ? LEAST.thumb : LEAST.pointer);
      for (const scheme of SCHEMES) {
        await page.emulateMedia(scheme);
        const { violations, incomplete } = await audit(page, !WITH_TRANSCRIPT.includes(state));
        faults.push(...violations, ...incomplete);
      }
      await page.emulateMedia(SCHEMES[0]);
      return [...new Set(faults)];
    });
    expect(found).toEqual({});
  });

  test(`${name}: nothing is cut off in large, spaced or narrow text`, async ({ hourline, page }, { project }) => {
    test.setTimeout(120_000);
    const phone = project.name === 'phone';
    const found = await lookAt(journey, hourline, phone, async () => {
      const faults: string[] = [];
      for (const [how, change] of Object.entries(phone ? NARROW : LARGE)) {
        const undo = await change(page);
        faults.push(...(await cutOff(page)).map((fault) => `${how}: ${fault}`));
        await undo();
      }
      return faults;
    });
    expect(found).toEqual({});
  });
}

test('faults that are planted are found', async ({ hourline, page }) => {
  await hourline.open();
  await page.evaluate(() => {
    const plant = (tag: string, style: string, text = '') => {
      const element = document.createElement(tag);
      element.id = `planted-${style.slice(0, 5)}`;
      element.style.cssText = style;
      element.textContent = text;
      document.querySelector('h1')!.after(element);
    };
    plant('button', 'width: 16px; min-width: 0; height: 16px; min-height: 0; padding: 0');
    plant('p', 'color: #999; background: #fff', 'too faint to be read');
    // What axe can't decide, by a background that it does not know: measured here.
    plant('p', 'background: linear-gradient(#fff, #eee); color: #888', 'too faint on a pattern');
    plant('p', 'overflow: hidden; width: 3rem; white-space: nowrap', 'this is cut off at its side');
  });
  const { violations, incomplete } = await hourline.axe();
  expect(violations.join()).toContain('button-name');
  expect(violations.join()).toContain('color-contrast: #planted-color');
  expect(incomplete.join()).toContain('color-contrast: #planted-backg');
  expect((await tooSmall(page, LEAST.pointer)).join()).toContain('16×16');
  expect((await cutOff(page)).join()).toContain('this is cut off');
  await page.evaluate(() =>
    document.querySelector('h1')!.after(Object.assign(document.createElement('p'), { textContent: 'x'.repeat(500) })),
  );
  expect((await cutOff(page)).join()).toContain('wide, the window');
});

test('the keys do what their list says', async ({ hourline, page }) => {
  await hourline.open();
  const current = hourline.transcript.locator('[aria-current="location"]');
  await page.keyboard.press('/');
  await expect(hourline.search).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(current).toBeInViewport();
  const first = Number(await current.getAttribute('data-start'));
  await page.keyboard.press('j');
  await expect(current).not.toHaveAttribute('data-start', String(first));
  await page.keyboard.press('k');
  await expect(current).toHaveAttribute('data-start', String(first));
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/t=63\.3/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/t=144\.71/);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/t=63\.3/);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(current).not.toBeInViewport();
  await page.keyboard.press('s');
  await expect(current).toBeInViewport();
  await page.keyboard.press('?');
  await page.getByLabel('Single keys work').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(hourline.search).not.toBeFocused();
});

test('colours can be switched, and stay so', async ({ hourline, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await hourline.open();
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Colours: system' }).click();
  await page.getByRole('button', { name: 'Colours: light' }).click();
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible();
  expect(await paper()).not.toBe(light);
  await page.reload();
  await expect(hourline.transcript).toBeVisible();
  expect(await paper()).not.toBe(light);
});
