import type { Page } from '@playwright/test';
import { expect, test } from '../page.ts';
import { JOURNEYS } from './journeys.ts';

/** What moves by itself now, and where scrolling is not at once. */
const moving = (page: Page) =>
  page.evaluate(() => [
    ...document.getAnimations().map(({ effect }) => {
      const { target } = effect as KeyframeEffect;
      return `${target?.tagName.toLowerCase()}.${target?.className} is animated`;
    }),
    ...[...document.querySelectorAll('*')]
      .filter((element) => getComputedStyle(element).scrollBehavior !== 'auto')
      .map(({ tagName }) => `${tagName.toLowerCase()} scrolls smoothly`),
  ]);

test.describe('who asks for less motion', () => {
  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // A script may ask for smoothness too.
    await page.addInitScript(() => {
      const asked: string[] = [];
      Object.assign(window, { asked });
      for (const [owner, name] of [
        [Element.prototype, 'scrollIntoView'],
        [Element.prototype, 'scrollTo'],
        [window, 'scrollTo'],
        [window, 'scrollBy'],
      ] as const) {
        const scroll = Reflect.get(owner, name) as (...all: unknown[]) => void;
        Reflect.set(owner, name, function (this: unknown, ...all: unknown[]) {
          if (JSON.stringify(all).includes('smooth')) asked.push(name);
          return scroll.apply(this, all);
        });
      }
    });
  });

  for (const name of ['searching', 'timeline', 'menus and dialogs', 'opening and listening'])
    test(`sees nothing move: ${name}`, async ({ hourline, page }, { project }) => {
      test.setTimeout(60_000);
      for await (const state of JOURNEYS[name]!(hourline, project.name === 'phone'))
        expect(await moving(page), state).toEqual([]);
      expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual([]);
    });

  test('a planted animation is found', async ({ hourline, page }) => {
    await hourline.open();
    await page.evaluate(() => {
      document.querySelector('h1')!.animate([{ opacity: 0 }, { opacity: 1 }], 60_000);
      document.body.style.scrollBehavior = 'smooth';
    });
    expect((await moving(page)).join()).toMatch(/h1.* is animated,body scrolls smoothly/);
  });
});
