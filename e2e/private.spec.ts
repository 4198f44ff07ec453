import { readFile } from 'node:fs/promises';
import { chromium, test as bare } from '@playwright/test';
import { LEAKS } from './leaks.ts';
import { expect, test } from './page.ts';
import { findBrowser } from './setup/browser.ts';
import { hostsAsked } from './setup/ledger.ts';
import { PLANTED, UNSEALED_PATH } from './setup/places.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

const slug = (name: string) => name.toLowerCase().replace(/\W+/g, '-');
const names = Object.keys(LEAKS);
/** Goes by UDP, past every proxy; the browser's own log of the network has it. */
const PAST_A_PROXY = ['WebRTC'];
/** Hints that a browser may leave alone, as Chromium does when it is driven by a test; seen where it does not. */
const HINTS = ['dns-prefetch', 'preconnect'];

/** Plants every leak on a page without a policy. */
async function plant(page: import('@playwright/test').Page, address: string): Promise<void> {
  await page.goto(address);
  for (const name of names) {
    const host = `${slug(name)}${PLANTED}`;
    const leak = LEAKS[name]!.toString();
    // As text, so that each is one statement of the page's own and may fail without harm to the next.
    await page.evaluate(`{ const leak = ${leak}; try { void leak(${JSON.stringify(host)}); } catch {} }`);
  }
}

bare('the proxy sees what leaves a page, its frames and its workers', async ({ page }) => {
  await plant(page, UNSEALED_PATH);
  const unseen = () => {
    const hosts = hostsAsked();
    return names.filter((name) => !hosts.some((host) => host.startsWith(`${slug(name)}${PLANTED}`)));
  };
  const expected = [...PAST_A_PROXY, ...HINTS];
  await expect.poll(() => unseen().filter((name) => !expected.includes(name)), { timeout: 20_000 }).toEqual([]);
  console.log(
    `Of ${names.length} planted leaks the proxy saw ${names.length - unseen().length}, not: ${unseen().join()}.`,
  );
});

/** Every name that a browser looked up or spoke to, from its own log of the network. */
async function namesIn(log: string): Promise<string> {
  const text = await readFile(log, 'utf8');
  return [...text.matchAll(/"(?:host|host_and_port|url|hostname|dns_query_name)":"([^"]+)"/g)]
    .map(([, name]) => name!)
    .join('\n');
}

bare('the page looks up no name but its own, not even of the links that it shows', async ({ baseURL }, info) => {
  const look = async (file: string, plants: boolean) => {
    const launch = findBrowser() ?? {};
    const log = info.outputPath(file);
    const browser = await chromium.launch({ ...launch, args: [...(launch.args ?? []), `--log-net-log=${log}`] });
    const page = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }) });
    if (plants) {
      await plant(page, UNSEALED_PATH);
      // The leak that is looked for is done when all its ways have been tried.
      await page.evaluate(() => (window as unknown as { gathered: Promise<void> }).gathered);
    } else {
      await page.goto('');
      const links = page.locator('a[href^="http"]');
      await expect(links.first()).toBeAttached();
      for (const link of (await links.all()).slice(0, 5)) {
        await link.scrollIntoViewIfNeeded();
        await link.hover({ force: true });
        await link.focus();
      }
      expect(await page.context().cookies()).toEqual([]);
    }
    await browser.close();
    return namesIn(log);
  };
  const control = await look('planted.json', true);
  for (const name of PAST_A_PROXY) expect(control, name).toContain(`${slug(name)}${PLANTED}`);
  const own = await look('own.json', false);
  expect(own).toContain('127.0.0.1');
  const episode = await readFile('src/episodes/lup-603/show-notes.md', 'utf8');
  const linked = [...new Set([...episode.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host!))];
  expect(linked.length).toBeGreaterThan(5);
  expect(linked.filter((host) => own.includes(host))).toEqual([]);
});

test('a policy stands in the way of each of these', async ({ hourline, page }) => {
  await hourline.open();
  // What the page itself tries is refused, and this test alone is allowed to have it refused: it looks at headers only.
  const answer = await page.request.get('');
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['referrer-policy']).toBe('no-referrer');
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toContain(
    "require-trusted-types-for 'script'",
  );
});

test('links leave without referrer and opener, and there are no cookies', async ({ hourline, page, context }) => {
  await hourline.open();
  await hourline.panel('Show notes');
  const links = page.locator('a[target="_blank"]');
  // The parts of the side panel come one by one.
  await expect.poll(() => links.count()).toBeGreaterThan(5);
  for (const link of await links.all()) await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await hourline.search.fill('kernel');
  await expect(hourline.count).toContainText('results');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
