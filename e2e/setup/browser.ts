import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { BROWSER_ITSELF, PROXY_PORT } from './places.ts';

/** Where a Chromium from npm is kept: with the other things that `npm ci` throws away. */
export const PACKED = join(import.meta.dirname, '../../node_modules/.cache/hourline/chromium');

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  .flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].map((folder) => join(folder, name)),
  )
  .concat(
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );

/** As root Chromium needs `--no-sandbox`; the rest keeps it from calling home, which fails offline and is no test's business. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/**
 * Behind the proxy that `setup/builds.ts` opens. Also what goes to this machine goes through it, or a page could reach a second
 * server here unseen. What the browser asks for of itself (updates, sign-in, what it knows of form fields) no switch keeps it
 * from, but it can be sent to a name that tells it from what a page asks for.
 */
export function behindProxy(options: LaunchOptions = {}): LaunchOptions {
  const own = ['--gaia-url', '--component-updater=url-source', '--autofill-server-url'];
  return {
    ...options,
    args: [...(options.args ?? []), ...own.map((name) => `${name}=http://${BROWSER_ITSELF}`)],
    proxy: { server: `http://127.0.0.1:${PROXY_PORT}`, bypass: '<-loopback>' },
  };
}

/**
 * How to launch the browser of the tests, or `undefined` where there is none. Only looks: it is read by
 * every test worker. In this order: Playwright's own, `CHROME_PATH`, a system Chrome or Chromium, a Chromium
 * from npm that the set-up unpacked.
 */
export function findBrowser(): LaunchOptions | undefined {
  const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS;
  const own = ownBrowser();
  if (own) return { args };
  const named = process.env['CHROME_PATH'];
  const system = [...(named ? [named] : []), ...SYSTEM].find((path) => existsSync(path));
  if (system) return { executablePath: system, args };
  const packed = join(PACKED, 'chromium');
  if (!existsSync(packed)) return undefined;
  return {
    executablePath: packed,
    args,
    env: { ...process.env, LD_LIBRARY_PATH: join(PACKED, 'al2023/lib') },
  };
}

/** Playwright's own headless build, if it was installed. */
function ownBrowser(): boolean {
  try {
    return existsSync(chromium.executablePath()) && existsSync(headlessShell());
  } catch {
    return false;
  }
}

/** Headless runs use a build of its own beside the full one; both come with one install. */
function headlessShell(): string {
  const full = chromium.executablePath();
  const revision = /chromium-(\d+)/.exec(full)?.[1] ?? '';
  const browsers = full.slice(0, full.indexOf(`chromium-${revision}`));
  return join(browsers, `chromium_headless_shell-${revision}`);
}

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
