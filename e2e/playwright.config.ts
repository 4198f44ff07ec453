import { defineConfig, devices } from '@playwright/test';
import { behindProxy, findBrowser } from './setup/browser.ts';
import { findFirefox } from './setup/firefox.ts';
import { PORT } from './setup/places.ts';

/** What knows no screen size: parsers, disks, workers, what runs or leaves; and the lanes, which are for screens with room. */
const SIZELESS = [
  'track',
  'lanes',
  'hostile',
  'private',
  'heavy',
  'anyLink',
  'notes-kept',
  'notes-windows',
  'offline',
  'single',
  'budget',
  'keyboard',
  'tree',
  'motion',
];

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
];
/**
 * What its driver has no way to: saved files, media and schemes of colour, leave to read the clipboard, the event of a field that
 * was changed and is left, and a store for the visit on a page that is not there yet.
 */
const UNDRIVEN =
  /notes can be exported|are taken away|colours are chosen|paper gets|never enter a copy|and cop(?:y|ied)|are corrected by|a boundary is moved|has not opened yet/;
const firefox = findFirefox();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Pictures that a reviewer can open: one set, whatever the machine, and compared with that in mind.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  globalTeardown: './setup/auditLedger.ts',
  fullyParallel: true,
  // Two cores may be busy with the other worker's build of a page.
  expect: { timeout: 10_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.3 } },
  workers: 2,
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    trace: 'retain-on-failure',
    launchOptions: behindProxy(findBrowser()),
    // A worker's requests pass by `page.route`, and each test's fresh browser would store the whole build before the test
    // ends. Work offline has tests of its own, in browsers of their own.
    serviceWorkers: 'block',
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      testIgnore: SIZELESS.map((name) => `${name}.spec.ts`),
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
    // Where a Firefox is at hand. It goes past the proxy, as it asks its makers for things that no switch keeps it from.
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
