import { expect, test } from 'vitest';
import { buildRows } from './rows.ts';
import { rust } from './testing/topics.ts';

test('rows hold what the keys can go to; empty ones are left out', () => {
  const rows = buildRows({ chapters: [] }, [], [rust], {
    hits: [],
    notes: [],
    links: [{ id: '3', start: 9, end: 9, sure: true }],
  });
  expect(rows.map(({ id, group, stops }) => [id, group, stops.map(({ key }) => key)])).toEqual([
    ['lane rust', 'lanes', ['lane rust', 'lane rust m300', 'lane rust m400']],
    ['links', 'links', ['links 3']],
  ]);
});
