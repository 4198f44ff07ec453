import type { Locator, Page } from '@playwright/test';
import type { HourlinePage } from '../page.ts';

/** What a visitor without a pointer does: presses keys, and nothing else. */

/** Tab stops after which something counts as out of reach. */
const FAR = 300;

/** Presses Tab, or Shift+Tab, until something has the focus. */
export async function tabTo(page: Page, what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await what.evaluateAll((found) => found.length === 1 && found[0] === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(what)} was not reached with ${FAR} times ${key}`);
}

export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The cue that the address names. */
export const current = ({ transcript }: HourlinePage) => transcript.locator('[aria-current="location"]');

export const button = (within: Locator | Page, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });
