import type { Page } from '@playwright/test';
import { expect, test } from '../page.ts';

// A picture of the page per key press takes longer than the key press.
test.use({ trace: 'off' });

/** Tab stops after which the end of the page should long have come. */
const FAR = 600;

interface Stop {
  readonly name: string;
  /** What is wrong with how its focus is shown. */
  readonly faults: readonly string[];
}

/** What has the focus, and whether that can be seen; `undefined` where the page has none. */
function focusNow(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    if (!element || element === document.body) return undefined;
    const faults: string[] = [];
    // What shows the focus of a field without a frame of its own, or of a hidden field, is what it stands in.
    const frame = element.matches('input') ? (element.closest('.box, label') ?? element) : element;
    const { outlineStyle, outlineWidth, outlineColor } =
      [frame, element].map((one) => getComputedStyle(one)).find((style) => style.outlineStyle !== 'none') ??
      getComputedStyle(frame);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) faults.push(`no outline (${outlineStyle})`);

    const brush = document.createElement('canvas').getContext('2d')!;
    const luminance = (colour: string) => {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const [line, paper] = [outlineColor, getComputedStyle(document.documentElement).backgroundColor].map(luminance);
    const contrast = (Math.max(line!, paper!) + 0.05) / (Math.min(line!, paper!) + 0.05);
    if (contrast < 3) faults.push(`an outline of contrast ${contrast.toFixed(2)}`);

    // WCAG 2.4.11: not entirely hidden. Nine points of what is on screen; one that is its own is enough.
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const shares = [0.1, 0.5, 0.9];
    const [x0, x1] = [Math.max(0, left), Math.min(innerWidth, right)];
    const [y0, y1] = [Math.max(0, top), Math.min(innerHeight, bottom)];
    const seen =
      x1 > x0 &&
      y1 > y0 &&
      shares.some((x) =>
        shares.some((y) => {
          const hit = document.elementFromPoint(x0 + (x1 - x0) * x, y0 + (y1 - y0) * y);
          return hit !== null && (frame.contains(hit) || hit.contains(frame));
        }),
      );
    if (!seen) faults.push(`hidden at ${Math.round(left)},${Math.round(top)}`);
    const name = element.getAttribute('aria-label') ?? element.textContent!.trim().slice(0, 40);
    return { name: `${element.tagName.toLowerCase()} “${name}”`, faults };
  });
}

async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < FAR; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focusNow(page);
    // Past the last the browser itself has the focus.
    if (!stop && stops.length > 0) return stops;
    if (stop) stops.push(stop);
  }
  throw new Error(`The focus does not leave the page; it was last on ${stops.at(-1)?.name}`);
}

for (const key of ['Tab', 'Shift+Tab'] as const)
  test(`${key} goes through the whole page, visibly, under nothing that sticks, and out of it`, async ({
    hourline,
    page,
  }, { project }) => {
    test.setTimeout(120_000);
    await hourline.open('#/lup-603?q=dma');
    await expect(hourline.count).toHaveText('8 results');
    await page.getByRole('region', { name: 'Audio', exact: true }).waitFor();
    if (project.name === 'phone') await hourline.panel('Notes');
    // From the start of the page, wherever that click was.
    await page.locator('.skip').first().focus();
    const stops = await walk(page, key);
    expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);

    // Everything that can have the focus had it: as many stops as the page says, one for each group of radio buttons.
    const names = new Set(stops.map(({ name }) => name.replace(/ “.*/, '')));
    for (const tag of ['summary', 'button', 'input', 'a']) expect([...names]).toContain(tag);
    const expected = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
      ];
      return all.filter(
        (element) =>
          element.tabIndex >= 0 &&
          !(element as HTMLButtonElement).disabled &&
          element.checkVisibility({ visibilityProperty: true }),
      ).length;
    });
    expect(stops.length).toBeGreaterThanOrEqual(expected * 0.98);
  });

test('a focus without an outline, and one under what sticks, are found', async ({ hourline, page }) => {
  await hourline.open();
  await page.evaluate(() => {
    document.querySelector('.top, .search')!.scrollIntoView();
    const plant = (style: string) => {
      const button = document.createElement('button');
      button.textContent = 'planted';
      button.style.cssText = style;
      document.body.append(button);
      return button;
    };
    plant('outline: none').dataset['planted'] = 'bare';
    plant('position: fixed; top: 5px; left: 300px; z-index: -1').dataset['planted'] = 'under';
  });
  await page.locator('[data-planted="bare"]').focus();
  expect((await focusNow(page))!.faults.join()).toContain('no outline');
  await page.locator('[data-planted="under"]').focus();
  expect((await focusNow(page))!.faults.join()).toContain('hidden');
});
