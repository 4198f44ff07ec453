import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { findBrowser } from '../../setup/browser.ts';
import { chromium } from '@playwright/test';

/** Fetched when it is asked for: 185 MB are too many for everyone who only builds. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/**
 * What Lighthouse says of a page on a phone, on its slow 4G and at its fourfold slowdown. Scores 0 to 100. Both are applied
 * while the page loads. Simulated afterwards, as it does unless told otherwise, all scripts that came before the words were
 * painted count as if the words had waited for them, which here, where the host is near, is chance.
 */
export interface Verdict {
  readonly scores: Readonly<Record<(typeof CATEGORIES)[number], number>>;
  /** Milliseconds. */
  readonly paint: number;
  readonly largest: number;
  readonly blocking: number;
  readonly shift: number;
  /** Audits that took something off a score. */
  readonly faults: readonly string[];
}

interface Report {
  readonly categories: Record<
    string,
    { readonly score: number; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }
  >;
  readonly audits: Record<
    string,
    { readonly score: number | null; readonly title: string; readonly numericValue?: number }
  >;
}

/** Judges a page some times over, and gives the verdict in the middle; `undefined` where Lighthouse can't be had. */
export async function judgePage(url: string, times: number, folder: string): Promise<Verdict | undefined> {
  mkdirSync(folder, { recursive: true });
  const verdicts: Verdict[] = [];
  for (let i = 0; i < times; i += 1) {
    const file = `${folder}/lighthouse-${i}.json`;
    const flags = ['--headless=new', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
    try {
      // Not waited for in a way that stops this process: the page is served by it.
      await promisify(execFile)(
        'npx',
        [
          '--yes',
          LIGHTHOUSE,
          url,
          '--quiet',
          '--throttling-method=devtools',
          '--output=json',
          `--output-path=${file}`,
          `--chrome-flags=${flags}`,
        ],
        {
          shell: process.platform === 'win32',
          timeout: 180_000,
          env: { ...process.env, CHROME_PATH: findBrowser()?.executablePath ?? chromium.executablePath() },
        },
      );
    } catch (error) {
      console.log(`  Lighthouse gave no verdict: ${String(error).split('\n').slice(0, 3).join(' ')}`);
      continue;
    }
    verdicts.push(verdictOf(JSON.parse(readFileSync(file, 'utf8')) as Report));
  }
  verdicts.sort((a, b) => a.scores.performance - b.scores.performance || b.largest - a.largest);
  return verdicts[verdicts.length >> 1];
}

function verdictOf({ categories, audits }: Report): Verdict {
  const value = (id: string) => audits[id]?.numericValue ?? NaN;
  const scores = Object.fromEntries(
    CATEGORIES.map((id) => [id, Math.round(100 * (categories[id]?.score ?? NaN))]),
  ) as Verdict['scores'];
  const faults = CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id} (${audits[id]!.score})`);
  return {
    scores,
    paint: value('first-contentful-paint'),
    largest: value('largest-contentful-paint'),
    blocking: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    faults,
  };
}
