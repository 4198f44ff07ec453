import { expect, test } from 'vitest';
import { nextStop, type StepKey } from './nextStop.ts';
import type { Row } from './rows.ts';

const rows: Row[] = [
  { id: 'sections', group: 'sections', stops: [0, 100, 200].map((start) => ({ key: `s${start}`, start })) },
  {
    id: 'lane a',
    group: 'lanes',
    stops: [{ key: 'A' }, ...[10, 20, 110, 120, 290].map((start) => ({ key: `a${start}`, start }))],
  },
  { id: 'lane b', group: 'lanes', stops: [{ key: 'B' }, { key: 'b208', start: 208 }] },
];
const borders = [0, 100, 200];

test.each<[from: string, key: StepKey, to: string | undefined]>([
  ['A', 'ArrowRight', 'a10'],
  ['a10', 'ArrowLeft', 'A'],
  ['A', 'ArrowLeft', undefined],
  ['a290', 'ArrowRight', undefined],
  ['A', 'ArrowDown', 'B'],
  ['B', 'ArrowUp', 'A'],
  ['b208', 'ArrowUp', 'a290'],
  ['a110', 'ArrowUp', 's100'],
  ['s200', 'ArrowUp', undefined],
  ['s200', 'ArrowDown', 'a120'],
  ['a20', 'Home', 'A'],
  ['a20', 'End', 'a290'],
  ['a10', 'PageDown', 'a110'],
  ['A', 'PageDown', 'a10'],
  ['a110', 'PageDown', 'a290'],
  ['a290', 'PageDown', undefined],
  ['a290', 'PageUp', 'a110'],
  ['a120', 'PageUp', 'a110'],
  ['a110', 'PageUp', 'a10'],
  ['a10', 'PageUp', undefined],
  ['s100', 'PageUp', 's0'],
  ['nowhere', 'Home', undefined],
])('from %s by %s to %s', (from, key, to) => {
  expect(nextStop(rows, from, key, borders)?.key).toBe(to);
});
