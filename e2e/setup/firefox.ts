import { existsSync } from 'node:fs';
import { firefox, type LaunchOptions } from '@playwright/test';

const SYSTEM = [
  ...['firefox-esr', 'firefox'].flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((at) => `${at}/${name}`),
  ),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * How to launch a Firefox, or `undefined` where there is none. Only looks. In this order: Playwright's own, `FIREFOX_PATH`, a
 * system Firefox, which is driven through WebDriver BiDi.
 */
export function findFirefox(): { readonly channel?: string; readonly launchOptions: LaunchOptions } | undefined {
  try {
    if (existsSync(firefox.executablePath())) return { launchOptions: {} };
  } catch {
    // Playwright knows no Firefox for this system.
  }
  const named = process.env['FIREFOX_PATH'];
  const system = [...(named ? [named] : []), ...SYSTEM].find((path) => existsSync(path));
  return system === undefined ? undefined : { channel: 'moz-firefox', launchOptions: { executablePath: system } };
}
