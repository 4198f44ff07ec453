import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { formatVtt } from '../../src/core/transcript/formatTranscript.ts';
import { parseTranscript } from '../../src/core/transcript/transcript.ts';
import { findBrowser } from '../setup/browser.ts';
import { serve } from '../setup/server.ts';
import type { Aim, FigureTable } from './report/figures.ts';
import { talkLike } from './search/filler.ts';
import { printTable } from './search/table.ts';

const CUES = 9000;
const RUNS = 3;
const PORT = Number(process.env['PORT'] ?? 4175);
const CACHE = 'node_modules/.cache/hourline/bench-reading';

/** What one opening of the long talk was like. Milliseconds, from the start of the navigation where nothing else is said. */
interface Opening {
  readonly painted: number;
  readonly chosenToPainted: number;
  readonly whole: number;
  readonly longestTask: number;
  readonly frames: readonly number[];
  readonly deep: number;
}

/**
 * `npm run bench -- reading`: a generated talk of ten hours, 9,000 cues, in a real browser: when its first paragraph can
 * be read, when its last word is in the page, and how long frames take while scrolling; beside it the same page with
 * all words brought in at once and all laid out, which is what a plain document does.
 */
export async function run(): Promise<readonly FigureTable[]> {
  await buildLongTalk();
  const server = await serve({ '/': `${CACHE}/dist` }, PORT);
  const browser = await chromium.launch(findBrowser() ?? {});
  try {
    const rows: Record<string, Opening[]> = { Hourline: [], 'plain DOM': [] };
    for (let i = 0; i < RUNS; i += 1)
      for (const [name, list] of Object.entries(rows)) list.push(await open(browser, name === 'plain DOM'));
    const columns: readonly [string, (list: Opening[]) => number[], Aim?][] = [
      ['first paragraph', (list) => list.map(({ painted }) => painted), { most: 1000 }],
      ['from choosing', (list) => list.map(({ chosenToPainted }) => chosenToPainted)],
      ['every word', (list) => list.map(({ whole }) => whole)],
      ['longest task', (list) => list.map(({ longestTask }) => longestTask)],
      ['scroll p50', (list) => list.map(({ frames }) => quantile(frames, 0.5))],
      ['scroll p95', (list) => list.map(({ frames }) => quantile(frames, 0.95)), { most: 25 }],
      ['a link, landed', (list) => list.map(({ deep }) => deep)],
    ];
    const median = (values: readonly number[]) => quantile(values, 0.5);
    printTable(
      `${CUES} cues, ten hours; medians of ${RUNS} openings; ms`,
      ['', ...columns.map(([what]) => what)],
      Object.entries(rows).map(([name, list]) => [name, ...columns.map(([, of]) => median(of(list)).toFixed(0))]),
    );
    return [
      {
        title: 'A transcript of ten hours',
        told: `${CUES} cues, generated; medians of ${RUNS} openings. The plain DOM is the same page with all words brought in and laid out at once.`,
        drawn: true,
        figures: columns.map(([what, of, aim]) => ({
          what,
          ours: median(of(rows['Hourline']!)),
          peers: { 'plain DOM': median(of(rows['plain DOM']!)) },
          unit: 'ms',
          ...(aim && { aim }),
        })),
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function buildLongTalk(): Promise<void> {
  rmSync(CACHE, { recursive: true, force: true });
  mkdirSync(`${CACHE}/episodes/long-talk`, { recursive: true });
  const { cues } = parseTranscript(readFileSync('src/episodes/lup-603/transcript.vtt', 'utf8'));
  const talk = talkLike(cues, CUES).map((cue, i) => ({ ...cue, start: i * 4, end: i * 4 + 4 }));
  writeFileSync(`${CACHE}/episodes/long-talk/transcript.vtt`, formatVtt(talk));
  process.env['HOURLINE_EPISODES'] = `${CACHE}/episodes`;
  await build({ logLevel: 'error', build: { outDir: `${CACHE}/dist`, emptyOutDir: true } });
}

async function visit(browser: Browser, plain: boolean, hash: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript((asPlain) => {
    const seen = { longest: 0, whole: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    const style = asPlain ? '.stretch { content-visibility: visible !important }' : '';
    const watch = new MutationObserver(() => {
      const transcript = document.querySelector('section[aria-label="Transcript"]');
      if (!transcript) return;
      if (asPlain && !document.getElementById('plain')) {
        document.head.append(Object.assign(document.createElement('style'), { id: 'plain', textContent: style }));
        // Who prints gets every word at once; here before anything was painted.
        dispatchEvent(new Event('beforeprint'));
      }
      if (transcript.querySelector('.folded')) return;
      seen.whole = performance.now();
      watch.disconnect();
    });
    document.addEventListener('DOMContentLoaded', () =>
      watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] }),
    );
  }, plain);
  await page.goto(`http://127.0.0.1:${PORT}/${hash}`);
  return page;
}

async function open(browser: Browser, plain: boolean): Promise<Opening> {
  const page = await visit(browser, plain, '#/long-talk');
  await page.waitForFunction(() => (window as unknown as { seen: { whole: number } }).seen.whole > 0);
  await page.waitForFunction(() => performance.getEntriesByName('open-episode').length > 0);
  const words = await page.locator('[data-cue]').count();
  if (words !== CUES) throw new Error(`${words} of ${CUES} cues are in the page`);
  const { painted, chosenToPainted, whole, longestTask } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { longest: number; whole: number } };
    const [measure] = performance.getEntriesByName('open-episode');
    return {
      painted: measure!.startTime + measure!.duration,
      chosenToPainted: measure!.duration,
      whole: seen.whole,
      longestTask: seen.longest,
    };
  });
  const frames = await page.evaluate(scrollThrough);
  await page.close();

  const linked = await visit(browser, plain, '#/long-talk?t=30000.5');
  const deep = await linked
    .waitForFunction(() => {
      const box = document.querySelector('[aria-current="location"]')?.getBoundingClientRect();
      return box && box.top > 100 && box.bottom < innerHeight && performance.now();
    })
    .then((handle) => handle.jsonValue());
  await linked.close();
  return { painted, chosenToPainted, whole, longestTask, frames, deep: Number(deep) };
}

/** Scrolls as a wheel does, then in leaps as who drags the scroll bar does; gives back how long each frame took. */
async function scrollThrough(): Promise<number[]> {
  const frames: number[] = [];
  let last = performance.now();
  while (frames.length <= 400) {
    if (frames.length % 40 === 39) scrollTo(0, (document.body.scrollHeight * frames.length) / 400);
    else scrollBy(0, 240);
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.slice(1);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
