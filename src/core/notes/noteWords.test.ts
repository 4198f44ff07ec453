import { expect, test } from 'vitest';
import { noteWords, plainWords } from './noteWords.ts';

test.each([
  ['plain words', 'plain words'],
  ['**bold**, *leaning* and `code`', 'bold, leaning and code'],
  ['see [the patch](https://example.org/a) here', 'see the patch here'],
  ['# Title\n\n- one\n- two\n\nand a\nsecond line', 'Title\none\ntwo\nand a second line'],
  ['a snake_case_name and 2 * 3 * 4', 'a snake_case_name and 2 * 3 * 4'],
  ['5*3, `__init__`, *nix and `*args`', '5*3, __init__, *nix and *args'],
  ['one\r\n\r\ntwo', 'one\ntwo'],
  ['', ''],
  ['---', ''],
])('%j stands on a line as %j', (body, words) => {
  expect(plainWords(body)).toBe(words);
});

test('a note without words is called by those that it is about, and a long one is not read to its end', () => {
  const target = { start: 1, end: 2, quote: { exact: 'what was said', prefix: '', suffix: '' } };
  expect(noteWords({ body: ' \n', target })).toBe('what was said');
  expect(noteWords({ body: '**mine**', target })).toBe('mine');
  const long = plainWords('word '.repeat(100_000));
  expect(long.length).toBeLessThanOrEqual(502);
  expect(long).toMatch(/ word …$/);
  expect(plainWords(`[${'a '.repeat(245)}](https://example.org/${'b'.repeat(400)}) and more words`)).toMatch(
    /^(?:a )+and more …$/,
  );
  // A letter of two units that is cut is no letter any more.
  expect(plainWords('🎙️'.repeat(300))).not.toMatch(/\p{Surrogate}/u);
});
