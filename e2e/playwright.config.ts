import { defineConfig, devices } from '@playwright/test';
import { behindProxy, findBrowser } from './setup/browser.ts';
import { findFirefox } from './setup/firefox.ts';
import { PORT } from './setup/places.ts';

/** What knows no screen size: parsers, disks, workers, what runs or leaves; what sets its own; and the lanes, which are for screens with room. */
const SIZELESS = [
  'track',
  'lanes',
  'panel',
  'hostile',
  'private',
  'anyLink',
  'notes-kept',
  'notes-windows',
  'offline',
  'single',
  'budget',
  'keyboard',
  'tree',
  'memory',
  'motion',
];

/** What judges time by the clock: `npm test` runs it before the rest, so that no other test takes its processor. */
const ALONE = ['heavy.spec.ts'];

/** What is tried in Firefox: what visitors do. What asks Chromium's own tools for heaps, disks, faults and clipboards stays there. */
const EVERYWHERE = [
  'open',
  'reading',
  'search',
  'links',
  'anyLink',
  'timeline',
  'segments',
  'topics',
  'notes',
  'quotes',
  'poster',
];
/**
 * What its driver has no way to: saved files, media and schemes of colour, leave to read the clipboard, the event of a field that
 * was changed and is left, a store for the visit on a page that is not there yet, and a page without scripts. A page that waits
 * with its first frame for a part of itself (`rel="expect"`) is one that Firefox does not know yet.
 */
const UNDRIVEN =
  /notes can be exported|saved as a picture|are taken away|forced colours|colours are chosen|paper gets|never enter a copy|and cop(?:y|ied)|are corrected by|a boundary is moved|has not opened yet|without any script|comes in pieces/;
// Only when asked for by name, so that what `npm test` runs does not hang on what else is installed; workers see no arguments.
if (process.argv.some((argument) => /^(?:--project=)?firefox$/.test(argument))) process.env['HOURLINE_FIREFOX'] = 'yes';
const firefox = process.env['HOURLINE_FIREFOX'] ? findFirefox() : undefined;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Pictures that a reviewer can open: one set, whatever the machine, and compared with that in mind.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  globalTeardown: './setup/auditLedger.ts',
  fullyParallel: true,
  // Ends what hangs, on the slowest machine too; it judges nothing.
  timeout: 90_000,
  // Two cores may be busy with the other worker's build of a page.
  expect: { timeout: 10_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.3 } },
  workers: 2,
  // Of several hundred tests in a real browser one now and then meets a moment of its own; it is told as flaky. What must
  // never happen, such as a lost note or a request to elsewhere, has no second try: its files say so.
  retries: 1,
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    // Recorded when a test is tried again only: of a page with all its cues, a recording of each step costs as much as the test.
    trace: 'on-first-retry',
    launchOptions: behindProxy(findBrowser()),
    // A worker's requests pass by `page.route`, and each test's fresh browser would store the whole build before the test
    // ends. Work offline has tests of its own, in browsers of their own.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'alone',
      testMatch: ALONE,
      workers: 1,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'desktop',
      testIgnore: ALONE,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      testIgnore: [...ALONE, ...SIZELESS.map((name) => `${name}.spec.ts`)],
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    // It goes past the proxy, as it asks its makers for things that no switch keeps it from.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: EVERYWHERE.map((name) => `${name}.spec.ts`),
            grepInvert: UNDRIVEN,
            use: { browserName: 'firefox' as const, viewport: { width: 1280, height: 800 }, ...firefox },
          },
        ]
      : []),
  ],
  webServer: {
    command: 'npx tsx e2e/setup/builds.ts',
    cwd: '..',
    port: PORT,
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
