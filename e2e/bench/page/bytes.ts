import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pack } from './host.ts';

const isEpisode = (path: string) => path.startsWith('assets/lup-603-');
const isList = (path: string) => /\.(?:txt|json)$/.test(path);
const isScript = (path: string) => path.endsWith('.js');

/** The script that stands in the head of the page, as if it were a file. */
export const INLINE = 'index.html#script';

/** The page up to the end of its first screen of words, which is painted when so much has come. */
export const SCREEN = 'index.html#screen';

/** What is at a path of a build. */
export function bytesOf(folder: string, path: string): Buffer {
  if (path === SCREEN) {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    return Buffer.from(page.slice(0, page.indexOf('<template id="whole">')));
  }
  if (path !== INLINE) return readFileSync(join(folder, path));
  const [, script] = /<script>([^]*?)<\/script>/.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? [];
  if (script === undefined) throw new Error('The page holds no script.');
  return Buffer.from(script);
}

/** Paths of the build by what they are for. */
export interface Files {
  /** What the first paragraph of the plain address waits for: of the page itself what comes up to there. */
  readonly before: readonly string[];
  /** Scripts that it waits for, and the words of a link to a published episode. */
  readonly scriptsBefore: readonly string[];
  /** Scripts without which the program draws no words: a visitor's own episode has no poster. */
  readonly program: readonly string[];
  readonly scripts: readonly string[];
  /** Words and entities, fetched as data by the search and the reader of files. */
  readonly lists: readonly string[];
  readonly episode: readonly string[];
  /** Everything that a browser may come to fetch. */
  readonly all: readonly string[];
}

/**
 * The files that a browser must have before it paints the words that stand in a page as text: scripts before them that are
 * neither modules nor put off, and all styles that do not rest. What stands in the page itself is not among them.
 */
export function waitedFor(html: string): string[] {
  const words = html.indexOf('data-cue');
  if (words < 0) throw new Error('The page holds no words.');
  return [...html.slice(0, words).matchAll(/<(script|link)\b[^>]*>/g)].flatMap(([tag, name]) => {
    const waits =
      name === 'script'
        ? !/type="module"|\s(?:async|defer)\b/.test(tag)
        : /rel="stylesheet"/.test(tag) && !/\sdisabled\b/.test(tag);
    const path = /(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1];
    return waits && path !== undefined ? [path] : [];
  });
}

/** Opens the page anew; what was asked for before the program's words were in it, which the poster's are not. */
export async function askedBefore(page: Page, url: string): Promise<string[]> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-cue]:not(#poster *)')) return;
      observer.disconnect();
      performance.mark('first-cue');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url);
  await page.locator('[data-cue]:not(#poster *)').first().waitFor();
  const asked = await page.evaluate(() => {
    const [cue] = performance.getEntriesByName('first-cue');
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < cue!.startTime)
      .map(({ name }) => new URL(name).pathname.slice(1));
  });
  return [...new Set(asked)];
}

/** Sorts the files of a build, which is served at `url`; the service worker is not to hold them yet. */
export async function sortFiles(folder: string, page: Page, url: string): Promise<Files> {
  const before = [SCREEN, ...waitedFor(readFileSync(join(folder, 'index.html'), 'utf8'))];
  const asked = (await askedBefore(page, url)).filter((path) => existsSync(join(folder, path)));
  const assets = readdirSync(join(folder, 'assets')).map((file) => `assets/${file}`);
  const scripts = [...assets.filter(isScript), 'sw.js', INLINE].filter((path) => !isEpisode(path));
  return {
    before,
    scriptsBefore: [INLINE, ...before.filter((path) => isScript(path) && !isEpisode(path))],
    program: [INLINE, ...asked.filter((path) => isScript(path) && !isEpisode(path))],
    scripts,
    lists: assets.filter(isList),
    episode: assets.filter(isEpisode),
    all: ['index.html', 'icon.svg', 'manifest.webmanifest', 'sw.js', ...assets],
  };
}

/** Kilobytes (1000) that a host sends for files, each packed by itself. */
export function kilobytes(folder: string, paths: readonly string[], encoding: 'br' | 'gzip'): number {
  return paths.reduce((sum, path) => sum + pack(bytesOf(folder, path), encoding).length, 0) / 1000;
}
