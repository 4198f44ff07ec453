import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenTimes } from './spokenTimes.ts';
import type { Code } from './timeCode.ts';

const spoken = (codes: readonly Partial<Code>[]) => [
  ...spokenTimes(codes.map((code, i) => [i, { start: 0, text: 'A', sure: false, ...code }])),
];
const rising = fc
  .array(fc.oneof(fc.nat(9), fc.nat(2000)), { maxLength: 12 })
  .map((steps) => steps.map((_, i) => steps.slice(0, i).reduce((sum, step) => sum + step, 0)));

test('turns that overlap by less than a minute are all kept', () =>
  fc.assert(
    fc.property(rising, fc.array(fc.nat(59), { minLength: 12, maxLength: 12 }), (starts, late) => {
      expect(spoken(starts.map((start, i) => ({ start: start + late[i]! })))).toEqual([]);
    }),
  ));

test('parts that count anew are all kept, however short they are', () =>
  fc.assert(
    fc.property(rising, fc.integer({ min: 2, max: 4 }), (starts, times) => {
      expect(spoken(Array.from({ length: times }, () => starts.map((start) => ({ start }))).flat())).toEqual([]);
    }),
  ));

test('a turn with a name is kept wherever it lies, and so is a sure time', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { maxLength: 12 }), fc.boolean(), (starts, sure) => {
      expect(spoken(starts.map((start) => (sure ? { start, sure } : { start, speaker: 'Ann' })))).toEqual([]);
    }),
  ));

test.each<[string, Partial<Code>[], number[]]>([
  ['one far off', [{ start: 1 }, { start: 630 }, { start: 4 }], [1]],
  [
    'three far off',
    [
      { start: 1 },
      { start: 630 },
      { start: 640 },
      { start: 650 },
      { start: 4 },
      { start: 5 },
      { start: 6 },
      { start: 7 },
    ],
    [1, 2, 3],
  ],
  ['one far below', [{ start: 1 }, { start: 600 }, { start: 605 }, { start: 201 }, { start: 610 }], [3]],
  ['one below all, where a part may begin', [{ start: 600 }, { start: 605 }, { start: 201 }, { start: 610 }], []],
  [
    'words that go on, as others do, and overlap',
    [{ start: 1 }, { start: 4, text: 'a' }, { start: 14 }, { start: 16 }, { start: 12, text: 'a' }, { start: 20 }],
    [],
  ],
  [
    'words that go on where a part ends',
    [{ start: 1 }, { start: 9 }, { start: 900 }, { start: 990, text: 'a' }, { start: 1 }, { start: 9 }, { start: 20 }],
    [],
  ],
  [
    'a name in a script without capital letters',
    [
      { start: 1, speaker: 'A' },
      { start: 9, speaker: 'A' },
      { start: 630, speaker: '他们说' },
      { start: 12, speaker: 'A' },
    ],
    [2],
  ],
])('%s: %j', (_, codes, lines) => expect(spoken(codes)).toEqual(lines));
