import { expect, test } from 'vitest';
import { thingAt } from './thingAt.ts';

const stretch = (id: string, start: number, end: number) => ({ id, start, end, title: id });
const sign = (id: string, start: number) => ({ id, start, end: start, sure: true });
const bars = [{ id: 'chapters' as const, bars: [stretch('a', 10, 20), stretch('b', 30, 40)] }];
const signs = [
  { id: 'lane rust', signs: [sign('m', 15), sign('n', 50)] },
  { id: 'notes', signs: [] },
];

test.each([
  ['chapters', 9, undefined],
  ['chapters', 10, 'a'],
  ['chapters', 19.9, 'a'],
  ['chapters', 20, undefined],
  ['chapters', 30, 'b'],
  ['chapters', 40, undefined],
  ['lane rust', 12.9, undefined],
  ['lane rust', 13, 'm'],
  ['lane rust', 51, 'n'],
  ['notes', 15, undefined],
  ['a row that is not there', 15, undefined],
  [undefined, 15, undefined],
])('in %s at second %f is %s', (row, seconds, id) => expect(thingAt(bars, signs, row, seconds, 2)?.id).toBe(id));
