import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutTimeline } from './layoutTimeline.ts';
import { placeTicks, type TickPlace } from './placeTicks.ts';

const DURATION = 3600;

function look(start: number, end: number, before?: readonly TickPlace[], width = 1000) {
  const { ticks } = layoutTimeline({ chapters: [], sections: [], uncovered: [], duration: DURATION }, width, {
    start,
    end,
  });
  return { ticks, places: placeTicks(ticks, width, DURATION, before) };
}

test('each tick has one label, in per cent of the whole', () => {
  const { places } = look(0, 1800);
  expect(places.map(({ label, left, edge }) => `${label} ${left.toFixed(1)} ${edge}`)).toEqual([
    '0 min 0.0 start',
    '5 min 8.3 center',
    '10 min 16.7 center',
    '15 min 25.0 center',
    '20 min 33.3 center',
    '25 min 41.7 center',
    '30 min 50.0 end',
  ]);
});

test('what stays in view stays the same object in the same place, and what comes takes the place of what went', () => {
  const { places: first } = look(290, 390);
  const { places: then } = look(310, 410, first);
  expect(first.map(({ label }) => label).join(' ')).toBe('4:50 5:00 5:10 5:20 5:30 5:40 5:50 6:00 6:10 6:20 6:30');
  expect(then.map(({ label }) => label).join(' ')).toBe('6:40 6:50 5:10 5:20 5:30 5:40 5:50 6:00 6:10 6:20 6:30');
  expect(then.filter((place, i) => place === first[i]).map(({ label }) => label)).toEqual(
    // Those at an edge are aligned otherwise.
    ['5:20', '5:30', '5:40', '5:50', '6:00', '6:10', '6:20'],
  );
});

test('labels that nobody needs are empty, and are there for whoever comes', () => {
  const { places: fine } = look(0, 1800);
  const { places: coarse } = look(0, 1800, fine, 300);
  expect(coarse.map(({ label }) => label)).toEqual(['0 min', '', '10 min', '', '20 min', '', '30 min']);
  expect(look(0, 1800, coarse).places).toEqual(fine);
});

test('whatever was looked at before, the labels are those of the ticks', () => {
  const view = fc.tuple(
    fc.integer({ min: 0, max: 3000 }),
    fc.integer({ min: 10, max: 3600 }),
    fc.integer({ min: 1, max: 2000 }),
  );
  fc.assert(
    fc.property(fc.array(view, { minLength: 1 }), (views) => {
      let before: readonly TickPlace[] | undefined;
      for (const [start, length, width] of views) {
        const { ticks, places } = look(start, Math.min(start + length, DURATION), before, width);
        const written = places.filter(({ label }) => label !== '').sort((a, b) => a.at - b.at);
        expect(written).toEqual(placeTicks(ticks, width, DURATION));
        expect(places.length).toBe(Math.max(before?.length ?? 0, ticks.length));
        before = places;
      }
    }),
  );
});
