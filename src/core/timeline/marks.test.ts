import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinMarks, marksIn, nearestMark, snapToMark, talkedAbout, type Mark } from './marks.ts';
import { captionRooms, columnPath, signPaths, stretchPath } from './markPath.ts';

const at = (...starts: number[]): Mark[] =>
  starts.map((start) => ({ id: `m${start}`, start, end: start + 1, sure: true }));

test('marks in view are those that start in it', () => {
  const marks = at(1, 5, 5, 9);
  expect(marksIn(marks, { start: 2, end: 6 }).map(({ start }) => start)).toEqual([5, 5]);
  expect(marksIn(marks, { start: 0, end: 10 })).toBe(marks);
  expect(marksIn(marks, { start: 10, end: 20 })).toEqual([]);
});

test('close mentions are one stretch, a lone one is none', () => {
  expect(joinMarks(at(10, 40, 80, 300))).toEqual([{ start: 10, end: 81 }]);
  expect(talkedAbout(at(10, 300), 5)).toEqual([
    { start: 5, end: 16 },
    { start: 295, end: 306 },
  ]);
});

test('the nearest mark by bisection is the nearest by looking at all', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      fc.integer({ min: -50, max: 1050 }),
      fc.integer({ min: 0, max: 40 }),
      (starts, seconds, within) => {
        const marks = at(...starts.sort((a, b) => a - b));
        const least = Math.min(...starts.map((start) => Math.abs(start - seconds)));
        const found = nearestMark(marks, seconds, within);
        if (least > within) expect(found).toBeUndefined();
        else expect(Math.abs(found!.start - seconds)).toBe(least);
      },
    ),
  );
});

test('close to a sign of any list the sign is meant, else the whole second', () => {
  const lists = [at(10.4, 50), [], at(12.5)];
  expect(snapToMark(lists, 11, 2)).toBe(10.4);
  expect(snapToMark(lists, 12, 2)).toBe(12.5);
  expect(snapToMark(lists, 30.6, 2)).toBe(31);
});

const double = (seconds: number) => seconds * 2;

test('a lane is two paths: strokes for what is sure, rings for what is not', () => {
  const [sure] = at(10);
  expect(signPaths([sure!, { ...sure!, start: 20, sure: false }], double, 24, 'mention')).toEqual({
    sure: 'M20,4v16',
    unsure: 'M35.5,12a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0',
  });
  expect(signPaths([sure!], double, 24, 'mention', 48).sure).toBe('M20,52v16');
  expect(stretchPath([{ start: 10, end: 30 }], double, 24)).toBe('M20,12H60');
  expect(stretchPath([{ start: 10, end: 30 }], double, 24, 24)).toBe('M20,36H60');
  expect(stretchPath([{ start: 10, end: 30 }], () => 500, 24)).toBe('');
  // Its round end does not stick out where it begins before the view.
  expect(stretchPath([{ start: 0, end: 30 }], double, 24)).toBe('M5.5,12H60');
  expect(stretchPath([{ start: 0, end: 2 }], double, 24)).toBe('');
});

test('signs that would fall on the same spot are drawn once', () => {
  const many = at(...Array.from({ length: 6000 }, (_, i) => i / 10));
  expect(signPaths(many, (seconds) => seconds, 24, 'mention').sure.split('M').length).toBeLessThanOrEqual(752);
});

test('words stand beside a sign where the next one leaves room', () => {
  expect(captionRooms(at(10, 20, 100), double, 300).map(({ index, x, room }) => [index, x, room])).toEqual([
    [1, 50, 140],
    [2, 210, 90],
  ]);
});

test('columns stand on the ground, the smallest still seen', () => {
  expect(columnPath([{ x: 6, width: 6, share: 0.01 }], 30)).toBe('M6,30v-3h5v3z');
});
