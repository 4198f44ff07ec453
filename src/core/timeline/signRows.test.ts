import { expect, test } from 'vitest';
import { noteOf } from '../notes/testing/anyNote.ts';
import type { Hit } from '../search/search.ts';
import { buildSignRows } from './signRows.ts';
import { hitSigns, noteSigns } from './signs.ts';

const hit = { id: 'h1', start: 61, end: 62, match: 'fuzzy' } as Hit;
const target = { start: 9, end: 12, quote: { exact: 'what was said', prefix: '', suffix: '' } };
const notes = [noteOf({ body: 'about **this**', target }), noteOf({ body: '', target })];
const link = { id: '0', start: 120, end: 120, sure: true, title: 'A page' };

test('signs are called by what they stand for, with their words beside them where they have some', () => {
  const signs = { hits: hitSigns([hit]), notes: noteSigns(notes), links: [link] };
  const called = buildSignRows([hit], notes, signs).map(({ id, signs, nameOf, captionOf }) => [
    id,
    ...signs.map((_, i) => [nameOf(i), captionOf?.(i)]),
  ]);
  expect(called).toEqual([
    ['hits', ['Result 1 of 1, 1 minute 1 second, spelt nearly so', undefined]],
    ['notes', ['Note, 9 seconds, about this', 'about this'], ['Note, 9 seconds, what was said', 'what was said']],
    ['links', ['A page, 2 minutes', 'A page']],
  ]);
});

test('a row without signs is none, but that of the results stays', () => {
  const rows = buildSignRows([], [], { hits: [], notes: [], links: [] });
  expect(rows.map(({ id }) => id)).toEqual(['hits']);
});
