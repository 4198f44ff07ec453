import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthOf, SQUARE } from '../testing/growth.ts';
import type { Span } from './blocks.ts';
import { emphasis } from './emphasis.ts';
import { readMarkdownBlocks } from './markdownBlocks.ts';

const spansOf = (source: string) => readMarkdownBlocks(source, (text) => text, emphasis).flatMap(({ spans }) => spans);
const drawn = ({ text, url, em, strong, code }: Span) => {
  const words = url === undefined ? (code ? `<code>${text}</code>` : text) : `<a>${text}</a>`;
  const leaning = em ? `<em>${words}</em>` : words;
  return strong ? `<strong>${leaning}</strong>` : leaning;
};
const read = (source: string) => spansOf(source).map(drawn).join('');

test.each([
  ['an *em* and a _second_', 'an <em>em</em> and a <em>second</em>'],
  ['a **strong** and a __second__', 'a <strong>strong</strong> and a <strong>second</strong>'],
  ['***both*** of them', '<strong><em>both</em></strong> of them'],
  ['**strong and *both***', '<strong>strong and </strong><strong><em>both</em></strong>'],
  ['*em and **both** again*', '<em>em and </em><strong><em>both</em></strong><em> again</em>'],
  ['in*side* a word', 'in<em>side</em> a word'],
  ['snake_case_name and __init__.py', 'snake_case_name and <strong>init</strong>.py'],
  ['2 * 3 * 4, a ** b', '2 * 3 * 4, a ** b'],
  ['*begun only', '*begun only'],
  ['ended only*', 'ended only*'],
  ['**more than* it ends', '*<em>more than</em> it ends'],
  ['*a _b* c_', '<em>a _b</em> c_'],
  ['\\*not\\* and \\`not\\`', '*not* and `not`'],
  ['*over\ntwo lines*', '<em>over\ntwo lines</em>'],
  ['code: `a *b* [c](d) <e>`', 'code: <code>a *b* [c](d) <e></code>'],
  ['`` with ` in it ``', '<code>with ` in it</code>'],
  ['`begun only', '`begun only'],
  ['``two and one`', '``two and one`'],
  ['*em with `code*` in it*', '<em>em with </em><em><code>code*</code></em><em> in it</em>'],
  ['**[a link](https://a.test/x_y_z) too**', '<strong><a>a link</a></strong><strong> too</strong>'],
  ['https://a.test/x_y_z*w* stays', '<a>https://a.test/x_y_z*w</a>* stays'],
  ['## *leaning* heading', '<em>leaning</em> heading'],
  ['- **item**', '<strong>item</strong>'],
  ['*שלום* and *👩‍👩‍👧*', '<em>שלום</em> and <em>👩‍👩‍👧</em>'],
])('%s', (source, expected) => expect(read(source)).toBe(expected));

test('without being asked for, emphasis goes, as in show notes', () => {
  const [block] = readMarkdownBlocks('an *em*, **strong** and `code`', (text) => text);
  expect(block!.spans).toEqual([{ text: 'an em, strong and code' }]);
});

test('only signs of emphasis are taken away, and each at most once', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('*', '**', '_', '`', 'a', ' b', '\\') }), (source) => {
      const text = spansOf(`x${source}`)
        .map((span) => span.text)
        .join('');
      const letters = (of: string) => of.replace(/[^ab]/g, '');
      expect(letters(text)).toBe(letters(source));
      expect(text.length).toBeLessThanOrEqual(source.length + 1);
    }),
    { numRuns: 1000 },
  );
});

const N = 20_000;
test.each([
  ['asterisks', '*'.repeat(100_000)],
  ['asterisks round a word', `${'*'.repeat(N)}a${'*'.repeat(N)}`],
  ['begun and never ended', '*a '.repeat(N)],
  ['ended and never begun', 'a* '.repeat(N)],
  ['begun in turns', '*a _b '.repeat(N)],
  ['nested', `${'**a '.repeat(N)}${'b** '.repeat(N)}`],
  ['crossed', `${'*a '.repeat(N)}${'_b '.repeat(N)}${'c* '.repeat(N)}${'d_ '.repeat(N)}`],
  ['backticks', '`'.repeat(N)],
  ['backticks of all lengths', Array.from({ length: 450 }, (_, i) => '`'.repeat(i)).join(' ')],
  ['code that never ends', '`` ` ``` '.repeat(N)],
  ['code, over and over', '`a` '.repeat(100_000)],
  ['underscores in words', 'a_'.repeat(N)],
])('%s take no longer than their length', (_, source) => {
  expect(spansOf(`x ${source}`).length).toBeGreaterThan(0);
  expect(growthOf(spansOf, `x ${source}`)).toBeLessThan(SQUARE);
});
