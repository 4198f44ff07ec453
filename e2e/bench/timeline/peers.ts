import type { Browser } from '@playwright/test';
import { quantile } from 'd3';
import { build } from 'vite';
import type { FigureTable } from '../report/figures.ts';

const OUT = 'node_modules/.cache/hourline/bench-timeline/redraw';
const WAYS = [
  ['paths', 'one path for all lanes (ours)'],
  ['elements', 'an element per sign (d3 join)'],
  ['canvas', 'canvas'],
] as const;

/** Prints and gives how long it takes to move all signs of 24 lanes, drawn in the three ways that the field knows. */
export async function redrawPeers(browser: Browser): Promise<FigureTable> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: OUT,
      lib: { entry: 'e2e/bench/timeline/redraw.ts', formats: ['iife'], name: 'redraw', fileName: () => 'redraw.js' },
    },
  });
  const page = await browser.newPage();
  await page.addScriptTag({ path: `${OUT}/redraw.js` });
  console.log('Moving all signs, ms of work p50 (and as a multiple of ours)');
  console.log(`${''.padEnd(32)}${['600', '6,000', '60,000'].map((count) => count.padStart(16)).join('')}`);
  const counts = [600, 6000, 60_000];
  const ours: number[] = [];
  const peers = counts.map((): Record<string, number> => ({}));
  for (const [way, says] of WAYS) {
    let line = says.padEnd(32);
    for (const [i, count] of counts.entries()) {
      const durations = await page.evaluate(
        ([name, marks]) => (window as unknown as { redraw: typeof import('./redraw.ts') }).redraw.time(name, marks, 30),
        [way, count] as const,
      );
      const p50 = quantile(durations, 0.5)!;
      if (way === 'paths') ours[i] = p50;
      else peers[i]![says] = p50;
      line += `${p50.toFixed(1)} (${(p50 / ours[i]!).toFixed(1)} ×)`.padStart(16);
    }
    console.log(line);
  }
  await page.close();
  return {
    title: 'Moving all signs of 24 lanes',
    told: 'Work for one redraw, p50 of 30. Ours is one path for all lanes.',
    drawn: true,
    figures: counts.map((count, i) => ({
      what: `${count.toLocaleString('en')} signs`,
      ours: ours[i]!,
      peers: peers[i]!,
      unit: 'ms',
    })),
  };
}
