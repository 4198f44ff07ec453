/**
 * What keeping notes costs, in a real browser on this machine's disk: writes one after the other and ten at a time, how
 * long until a note is on disk, and ten thousand notes opened and filtered; beside bare idb-keyval in the same run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Harness } from '../harness/main.ts';
import { findBrowser } from '../setup/browser.ts';
import { buildHarness, HARNESS } from '../setup/harness.ts';
import { serve } from '../setup/server.ts';
import type { FigureTable } from './report/figures.ts';

const PORT = Number(process.env['PORT'] ?? 4199);
const WRITES = 400;
const MANY = 10_000;
const ROUNDS = 5;

export async function run(): Promise<readonly FigureTable[]> {
  await buildHarness();
  const server = await serve({ '/': HARNESS }, PORT);
  // With a profile: a browser without one keeps its databases in memory.
  const profile = mkdtempSync(join(tmpdir(), 'hourline-bench-'));
  const browser = await chromium.launchPersistentContext(profile, findBrowser() ?? {});
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${PORT}/`);
    const figures = await page.evaluate((sizes) => (window as unknown as { harness: Harness }).harness.measure(sizes), {
      writes: WRITES,
      many: MANY,
      rounds: ROUNDS,
    });
    const rows = figures.map(({ what, ours, bare, unit }) => ({
      what,
      Hourline: `${ours.toFixed(1)} ${unit}`,
      'bare idb-keyval': bare === undefined ? '–' : `${bare.toFixed(1)} ${unit}`,
      ratio: bare === undefined ? '–' : (ours / bare).toFixed(2),
    }));
    console.log(
      `Chromium ${browser.browser()?.version() ?? ''}, ${WRITES} writes, ${MANY} notes, medians of ${ROUNDS} rounds\n`,
    );
    console.table(rows);
    return [
      {
        title: 'Keeping notes on disk',
        told: `${WRITES} writes, ${MANY} notes, medians of ${ROUNDS} rounds, in turns with bare idb-keyval, which promises less: its writes are not strictly durable, not mirrored, and have no revisions.`,
        figures: figures.map(({ what, ours, bare, unit }) => ({
          what,
          ours,
          unit,
          ...(bare !== undefined && { peers: { 'bare idb-keyval': bare } }),
        })),
      },
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
