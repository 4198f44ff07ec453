import fc from 'fast-check';
import { expect, test } from './page.ts';

// What must never happen has no second try.
test.describe.configure({ retries: 0 });

/** Any text, and texts made of what a link is made of, so that some of them nearly are one. */
const links = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('#', '/', '?', '&', '=', '%', ',', '-', ':', 't=', 'q=', 'lup-603', '%E0%A4%A', '\0', '((('),
        fc.constantFrom('"]', "'", '\\', '1e308', '-0', 'NaN', '11:02', '1h2m3s', 'npt:', '\u202e', '\ud800', '{', '<'),
        fc.string({ maxLength: 5 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

test('a link can say anything: nothing throws, and the page still answers', async ({ hourline, page }) => {
  test.setTimeout(120_000);
  await hourline.open();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await fc.assert(
    fc.asyncProperty(links, async (link) => {
      const heading = await page.evaluate(async (hash) => {
        location.hash = hash;
        // The answer to a link is on the page with the task after it.
        for (let i = 0; i < 3; i += 1) await new Promise((resolve) => setTimeout(resolve));
        return document.querySelector('h1')?.textContent ?? '';
      }, link);
      expect(errors).toEqual([]);
      expect(heading).not.toBe('');
    }),
    { numRuns: 150 },
  );
  await page.evaluate(() => void (location.hash = '#/lup-603?t=662.1'));
  await expect(hourline.cues).toHaveCount(248);
  await expect(page).toHaveURL(/#\/lup-603\?t=662\.1$/);
});
