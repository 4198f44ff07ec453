import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pack } from './host.ts';

const isEpisode = (path: string) => path.startsWith('assets/lup-603-');
const isList = (path: string) => /\.(?:txt|json)$/.test(path);
const isScript = (path: string) => path.endsWith('.js');

/** Paths of the build by what they are for. */
export interface Files {
  /** Asked for before the first paragraph is in the page, the page itself first. */
  readonly before: readonly string[];
  readonly scriptsBefore: readonly string[];
  readonly scripts: readonly string[];
  /** Words and entities, fetched as data by the search and the reader of files. */
  readonly lists: readonly string[];
  readonly episode: readonly string[];
  /** Everything that a browser may come to fetch. */
  readonly all: readonly string[];
}

/** Loads the page anew and sorts the files of its build; the service worker is not to hold them yet. */
export async function sortFiles(folder: string, page: Page, url: string): Promise<Files> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-cue]')) return;
      observer.disconnect();
      performance.mark('first-cue');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.locator('[data-cue]').first().waitFor();
  const asked = await page.evaluate(() => {
    const [cue] = performance.getEntriesByName('first-cue');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < cue!.startTime)
      .map(({ name }) => new URL(name).pathname.slice(1));
  });
  const before = ['index.html', ...new Set(asked)].filter((path) => existsSync(join(folder, path)));
  const assets = readdirSync(join(folder, 'assets')).map((file) => `assets/${file}`);
  const scripts = [...assets.filter(isScript), 'sw.js', 'theme.js'].filter((path) => !isEpisode(path));
  return {
    before,
    scriptsBefore: before.filter((path) => isScript(path) && !isEpisode(path)),
    scripts,
    lists: assets.filter(isList),
    episode: assets.filter(isEpisode),
    all: ['index.html', 'icon.svg', 'manifest.webmanifest', 'sw.js', 'theme.js', ...assets],
  };
}

/** Kilobytes (1000) that a host sends for files, each packed by itself. */
export function kilobytes(folder: string, paths: readonly string[], encoding: 'br' | 'gzip'): number {
  return paths.reduce((sum, path) => sum + pack(readFileSync(join(folder, path)), encoding).length, 0) / 1000;
}
