import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLOSEST, fitView, isWhole, panView, viewAround, viewWith, wholeView, zoomView } from './view.ts';

const hour = 3600;

test('zooming keeps the second under the pointer where it is', () => {
  expect(zoomView({ start: 0, end: 3600 }, 2, 900, hour)).toEqual({ start: 450, end: 2250 });
  expect(zoomView({ start: 450, end: 2250 }, 0.5, 900, hour)).toEqual({ start: 0, end: 3600 });
});

test('panning stops at the ends and keeps the length', () => {
  expect(panView({ start: 100, end: 400 }, 50, hour)).toEqual({ start: 150, end: 450 });
  expect(panView({ start: 100, end: 400 }, -500, hour)).toEqual({ start: 0, end: 300 });
  expect(panView({ start: 100, end: 400 }, 9999, hour)).toEqual({ start: 3300, end: 3600 });
});

test('a moment out of sight comes to the middle, one in sight moves nothing', () => {
  const view = { start: 100, end: 400 };
  expect(viewWith(view, 200, hour)).toBe(view);
  expect(viewWith(view, 1000, hour)).toEqual({ start: 850, end: 1150 });
});

test('a segment is shown with a little air', () => {
  expect(viewAround({ start: 1000, end: 1100 }, hour)).toEqual({ start: 995, end: 1105 });
});

test('the whole is told from a part', () => {
  expect(isWhole(wholeView(hour), hour)).toBe(true);
  expect(isWhole({ start: 0, end: 3599 }, hour)).toBe(false);
});

describe('whatever is done to it', () => {
  const view = fc
    .tuple(fc.double({ min: -1e5, max: 1e5, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true }))
    .map(([start, length]) => ({ start, end: start + length }));
  const duration = fc.double({ min: 1, max: 40_000, noNaN: true });

  test('a view lies within the recording, no closer than the closest look', () => {
    fc.assert(
      fc.property(
        view,
        duration,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (wished, length, factor, about) => {
          const fit = fitView(wished, length);
          for (const seen of [fit, zoomView(fit, factor, about, length), panView(fit, about, length)]) {
            expect(seen.start).toBeGreaterThanOrEqual(0);
            expect(seen.end).toBeLessThanOrEqual(length + 1e-6);
            expect(seen.end - seen.start).toBeGreaterThanOrEqual(Math.min(CLOSEST, length) - 1e-6);
          }
        },
      ),
    );
  });

  test('zooming in and out again about the same second comes back, where no end is in the way', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1.01, max: 8, noNaN: true }),
        fc.double({ min: 1000, max: 2000, noNaN: true }),
        (factor, about) => {
          const before = { start: 900, end: 2100 };
          const after = zoomView(zoomView(before, factor, about, 1e6), 1 / factor, about, 1e6);
          expect(after.start).toBeCloseTo(before.start, 6);
          expect(after.end).toBeCloseTo(before.end, 6);
        },
      ),
    );
  });
});
