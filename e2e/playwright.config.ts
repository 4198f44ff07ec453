import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './setup/browser.ts';
import { PORT, PROXY_PORT } from './setup/places.ts';

const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalTeardown: './setup/auditLedger.ts',
  fullyParallel: true,
  // Two cores may be busy with the other worker's build of a page.
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: !!process.env['CI'],
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    trace: 'retain-on-failure',
    // Also what goes to this machine goes through it, or a page could reach a second server here unseen.
    launchOptions: { ...browser, proxy: { server: `http://127.0.0.1:${PROXY_PORT}`, bypass: '<-loopback>' } },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    // The parsers know no screen size.
    {
      name: 'phone',
      testIgnore: 'track.spec.ts',
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
