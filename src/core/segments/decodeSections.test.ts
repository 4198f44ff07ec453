import { expect, test } from 'vitest';
import { decodeSections } from './decodeSections.ts';

const PART = { id: 's1.1', kind: 'topic', title: 'a part', start: 0, end: 5, confidence: 1, origin: 'edited' };
const SECTION = { ...PART, id: 's1', title: 'a section', parts: [PART] };
const LATER = { ...SECTION, id: 's2', start: 5, end: 9, parts: [] };

test('what was stored comes back', () => {
  expect(decodeSections([SECTION, LATER])).toEqual([SECTION, LATER]);
  expect(decodeSections([])).toEqual([]);
});

test('no two share an id', () => {
  const decoded = decodeSections([SECTION, { ...SECTION, parts: [PART, PART] }]) ?? [];
  expect(decoded.map(({ id, parts }) => [id, ...parts.map((part) => part.id)])).toEqual([
    ['s1', 's1.1'],
    ['s2', 's2.1', 's2.2'],
  ]);
});

test.each([
  ['no list', { 0: SECTION }],
  ['nothing', undefined],
  ['a hole', [SECTION, null]],
  ['a section without parts', [PART]],
  ['a part that is none', [{ ...SECTION, parts: [{}] }]],
  ['an unknown kind', [{ ...SECTION, kind: '__proto__' }]],
  ['a title that is no text', [{ ...SECTION, title: { toString: 1 } }]],
  ['a start that is no time', [{ ...SECTION, start: 'soon' }]],
  ['an end that JSON lost', [{ ...SECTION, end: null }]],
  ['starts out of order', [LATER, SECTION]],
])('%s is refused whole', (_, value) => {
  expect(decodeSections(value)).toBeUndefined();
});
