import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutHistogram, layoutTimeline, lettersInTwoLines } from './layoutTimeline.ts';

const part = (id: string, start: number, end: number, title: string) => ({
  id,
  start,
  end,
  title,
  kind: 'topic' as const,
  confidence: 1,
  origin: 'detected' as const,
});
const hour = {
  duration: 3600,
  chapters: [
    { id: 'a', start: 0, end: 60, title: 'Intro' },
    { id: 'b', start: 60, end: 3600, title: 'The rest of it' },
  ],
  sections: [
    {
      ...part('s1', 0, 900, 'All that was transcribed'),
      parts: [
        part('s1.1', 0, 300, 'A first part of it'),
        part('s1.2', 300, 320, 'A short one'),
        part('s1.3', 320, 900, 'The rest'),
      ],
    },
  ],
  uncovered: [{ start: 900, end: 3600 }],
};
const empty = { chapters: [], sections: [], uncovered: [] };

describe('an hour over 1200 pixels', () => {
  const layout = layoutTimeline(hour, 1200);
  test('has a tick each five minutes', () => {
    expect(layout.ticks.map(({ label, x }) => `${label}@${x}`).slice(0, 4)).toEqual([
      '0 min@0',
      '5 min@100',
      '10 min@200',
      '15 min@300',
    ]);
    expect(layout.ticks.at(-1)).toEqual({ at: 3600, x: 1200, label: '60 min' });
  });
  test('has bars as wide as what they stand for is long, named where there is room', () => {
    expect(layout.chapters.map(({ x, width, roomy }) => [x, width, roomy])).toEqual([
      [0, 20, false],
      [20, 1180, true],
    ]);
    expect(layout.uncovered.map(({ x, width }) => [x, width])).toEqual([[300, 900]]);
    expect(layout.parts.map(({ of, roomy }) => [of.id, roomy])).toEqual([
      ['s1.1', true],
      ['s1.2', false],
      ['s1.3', true],
    ]);
  });
  test('names parts where their words fit in two lines, and nowhere else', () => {
    for (const [title, letters] of [
      ['', 0],
      ['Incomprehensibilities', 21],
      ['A first part of it', 10],
      ['What the patch does', 10],
      ['Registration and side events', 15],
      ['a b', 1],
    ] as const)
      expect(lettersInTwoLines(title), title).toBe(letters);
    const named = (width: number) => layoutTimeline(hour, width).parts.map(({ roomy }) => roomy);
    // Ten letters take 66 pixels, and stand in a bar of 99: its edges take 3, and it wraps in steps of 24.
    expect(named((99 / 300) * 3600)[0]).toBe(true);
    expect(named((98 / 300) * 3600)[0]).toBe(false);
  });
});

describe('a view of a part of it', () => {
  const layout = layoutTimeline(hour, 1000, { start: 290, end: 390 });
  test('holds what reaches into it, cut at its edges', () => {
    expect(layout.parts.map(({ of, x, width }) => [of.id, x, width])).toEqual([
      ['s1.1', 0, 100],
      ['s1.2', 100, 200],
      ['s1.3', 300, 700],
    ]);
    expect(layout.uncovered).toEqual([]);
    expect(layout.chapters.map(({ of }) => of.id)).toEqual(['b']);
  });
  test('counts finer', () => {
    expect(layout.ticks.map(({ label }) => label)).toEqual([
      '4:50',
      '5:00',
      '5:10',
      '5:20',
      '5:30',
      '5:40',
      '5:50',
      '6:00',
      '6:10',
      '6:20',
      '6:30',
    ]);
  });
});

test('many hours are counted in hours', () => {
  const labels = layoutTimeline({ duration: 36_000, ...empty }, 1000).ticks.map(({ label }) => label);
  expect(labels).toEqual(['0 h', '1 h', '2 h', '3 h', '4 h', '5 h', '6 h', '7 h', '8 h', '9 h', '10 h']);
});

test('pixels and seconds go both ways and stay within the view', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40_000 }),
      fc.integer({ min: 50, max: 3000 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (duration, width, value) => {
        const { x, at, ticks } = layoutTimeline({ duration, ...empty }, width);
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
  expect(layoutTimeline({ duration: 0, ...empty }, 0).x(0)).toBe(0);
  expect(layoutHistogram([], 0, 0)).toEqual([]);
});

test('a histogram loses no moment', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 3600, noNaN: true })),
      fc.integer({ min: 1, max: 2000 }),
      (moments, width) => {
        const columns = layoutHistogram(moments, 3600, width);
        expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(moments.length);
        for (const { x, width: wide, share } of columns) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(Math.max(width, 1) + 1e-6);
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
