import { expect, test } from 'vitest';
import { buildRows } from './rows.ts';

test('rows hold what the keys can go to; empty ones are left out', () => {
  const rows = buildRows(
    [{ id: 'sections', bars: [{ id: 's1', start: 0 }] }],
    [{ id: 'lane rust', signs: [{ id: 'm300', start: 300 }] }],
    [
      { id: 'hits', signs: [] },
      { id: 'links', signs: [{ id: '3', start: 9 }] },
    ],
  );
  expect(rows).toEqual([
    { id: 'sections', group: 'sections', stops: [{ key: 'sections s1', start: 0 }] },
    { id: 'lane rust', group: 'lanes', stops: [{ key: 'lane rust' }, { key: 'lane rust m300', start: 300 }] },
    { id: 'links', group: 'links', stops: [{ key: 'links 3', start: 9 }] },
  ]);
});
