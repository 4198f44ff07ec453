import { defineConfig, devices } from '@playwright/test';
import { behindProxy, findBrowser } from './setup/browser.ts';
import { PORT } from './setup/places.ts';

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
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    // The parsers know no screen size, nor does the disk, nor what runs, leaves or takes long; the lanes are for screens that have room.
    {
      name: 'phone',
      testIgnore: ['track', 'lanes', 'hostile', 'private', 'heavy', 'anyLink', 'notes-kept'].map(
        (name) => `${name}.spec.ts`,
      ),
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
