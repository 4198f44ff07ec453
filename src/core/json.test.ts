import { expect, test } from 'vitest';
import { parseJson } from './json.ts';

test.each([
  ['{"a": [1, 2', 1, 'The file breaks off: a closing bracket is missing.'],
  ['{"a": 1\n', 2, 'The file breaks off: a closing brace is missing.'],
  ['{"a":\n "b', 2, 'The file breaks off: a closing quotation mark is missing.'],
  ['{"a":', 1, 'The file breaks off: a value is missing.'],
  ['', 1, 'The file breaks off: a value is missing.'],
  ['{"a": 1\n "b": 2}', 2, 'This is not JSON: a comma is missing.'],
  ['{\n\n"a" 1}', 3, 'This is not JSON: a colon is missing.'],
  ['{a: 1}', 1, 'This is not JSON: an unknown word.'],
  ['{"a": 1}\n{}', 2, 'This is not JSON: something follows its end.'],
  ['{"a": "\u0001"}', 1, 'This is not JSON: a character that is not allowed.'],
])('%j is told in words', (source, line, message) => {
  expect(parseJson(source).problems).toEqual([{ code: 'bad-json', severity: 'error', line, message }]);
});
