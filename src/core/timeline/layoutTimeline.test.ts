import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutTimeline } from './layoutTimeline.ts';

const hour = {
  duration: 3600,
  chapters: [
    { id: 'a', start: 0, end: 60, title: 'Intro' },
    { id: 'b', start: 60, end: 3600, title: 'The rest of it' },
  ],
  sections: [],
  uncovered: [{ start: 900, end: 3600 }],
};

test('an hour over 1200 pixels', () => {
  const layout = layoutTimeline(hour, 1200);
  expect(layout.ticks.map(({ label, x }) => `${label}@${x}`)).toEqual([
    '0 min@0',
    '5 min@100',
    '10 min@200',
    '15 min@300',
    '20 min@400',
    '25 min@500',
    '30 min@600',
    '35 min@700',
    '40 min@800',
    '45 min@900',
    '50 min@1000',
    '55 min@1100',
    '60 min@1200',
  ]);
  expect(layout.chapters.map(({ x, width, roomy }) => [x, width, roomy])).toEqual([
    [0, 20, false],
    [20, 1180, true],
  ]);
  expect(layout.uncovered.map(({ x, width }) => [x, width])).toEqual([[300, 900]]);
});

test('pixels and seconds go both ways and stay within the recording', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40_000 }),
      fc.integer({ min: 50, max: 3000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (duration, width, value) => {
        const { x, at, ticks } = layoutTimeline({ duration, chapters: [], sections: [], uncovered: [] }, width);
        expect(x(value)).toBeGreaterThanOrEqual(0);
        expect(x(value)).toBeLessThanOrEqual(width);
        expect(at(value)).toBeGreaterThanOrEqual(0);
        expect(at(value)).toBeLessThanOrEqual(duration);
        expect(at(x(duration / 3))).toBeCloseTo(duration / 3, 5);
        expect(ticks.length).toBeLessThan(width / 70 + 2);
      },
    ),
  );
});

test('no width and no length are no division by zero', () => {
  expect(layoutTimeline({ duration: 0, chapters: [], sections: [], uncovered: [] }, 0).x(0)).toBe(0);
});
