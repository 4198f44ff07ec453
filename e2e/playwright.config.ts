import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './setup/browser.ts';
import { PORT } from './setup/places.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  // Pictures that a reviewer can open: one set, whatever the machine, and compared with that in mind.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  // Two cores may be busy with the other worker's build of a page.
  expect: { timeout: 10_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, threshold: 0.3 } },
  workers: 2,
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    trace: 'retain-on-failure',
    // A worker's requests pass by `page.route`, and each test's fresh browser would store the whole build before the test
    // ends. Work offline has tests of its own, in browsers of their own.
    serviceWorkers: 'block',
    ...(browser ? { launchOptions: browser } : {}),
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    // Parsers, workers and storage know no screen size, and the lanes are for screens that have room.
    {
      name: 'phone',
      testIgnore: ['track.spec.ts', 'lanes.spec.ts', 'offline.spec.ts', 'single.spec.ts'],
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: 'npx tsx e2e/setup/builds.ts',
    cwd: '..',
    port: PORT,
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
