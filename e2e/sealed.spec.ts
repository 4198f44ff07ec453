import { expect, test } from './page.ts';
import { ARCHIVE_PATH } from './setup/places.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

const archive = ARCHIVE_PATH.slice(1);

// Each of these is refused, which must fail its test: what fails here is the test that does not fail. The archive's host sends
// no headers, so it is the page's own tag that refuses, and nothing is reported to the server.
for (const [what, deed] of [
  ['markup made of text', "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')"],
  [
    'an inline script',
    "document.head.append(Object.assign(document.createElement('script'), { textContent: 'void 0' }))",
  ],
  ['an inline style', "document.head.append(Object.assign(document.createElement('style'), { textContent: 'b{}' }))"],
  ['a style attribute', "document.body.setAttribute('style', 'color: red')"],
  ['a picture from elsewhere', "new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='"],
  ['a policy of its own', "trustedTypes.createPolicy('any', { createHTML: (text) => text })"],
  ['a worker from a text', "new Worker('./assets/x.js')"],
] as const) {
  test(`a page that is refused ${what} fails its test`, async ({ hourline, page }) => {
    test.fail();
    await hourline.open('', archive);
    await page.evaluate(`try { ${deed} } catch {} new Promise((resolve) => setTimeout(resolve))`);
  });
}

// In a context of its own: in the test's, what is refused fails the test.
test('where a host sends the headers of an older build, the style comes as a file', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => refused.push(message.text()));
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': "style-src 'self'" },
    });
  });
  await page.goto('');
  await expect(page.locator('main')).toHaveCSS('position', 'relative');
  expect(refused.join('\n')).toMatch(/style-src/);
  await context.close();
});

test('the page asks for no more than the policy lets in', async ({ hourline }) => {
  await hourline.open('', archive);
  await hourline.search.fill('kernel');
  await expect(hourline.count).toContainText('results');
});
