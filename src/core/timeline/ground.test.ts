import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsBeside, groundOf, placeBars, placeOf } from './ground.ts';
import { layoutTimeline } from './layoutTimeline.ts';

const bare = { chapters: [], sections: [], uncovered: [] };

test('what stands on the ground in per cent is where the layout has it in pixels', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 100_000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0, max: 0.9, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (duration, width, from, share) => {
        const view = { start: from * duration, end: from * duration + Math.max(10, 0.1 * duration) };
        const start = view.start + share * (view.end - view.start);
        const ground = groundOf(view, width, duration);
        const place = placeOf({ start, end: view.end }, duration);
        const layout = layoutTimeline({ ...bare, duration }, width, view);
        expect(ground.left + (place.from / 100) * ground.width).toBeCloseTo(layout.x(start), 3);
        expect((place.wide / 100) * ground.width).toBeCloseTo(layout.x(view.end) - layout.x(start), 3);
      },
    ),
  );
});

test('bars stay the same objects whatever the view, but for those that it cuts off', () => {
  const chapters = [0, 100, 200, 300].map((start) => ({ title: `${start}`, start, end: start + 100, id: `${start}` }));
  const duration = 400;
  const look = (start: number, end: number, before?: ReturnType<typeof placeBars>, moving = true) => {
    const view = { start, end };
    const { chapters: bars } = layoutTimeline({ ...bare, duration, chapters }, 1000, view);
    return placeBars(chapters, bars, view, groundOf(view, 1000, duration), duration, before, moving);
  };
  const whole = look(0, 400);
  expect(whole.map(({ left, width }) => `${left} ${width}`)).toEqual(['0% 25%', '25% 25%', '50% 25%', '75% 25%']);
  const closer = look(50, 350, whole);
  expect(closer.map((bar, i) => bar === whole[i])).toEqual([false, true, true, false]);
  // What is seen of the first is its last 50 seconds of the view's 300.
  expect(Number.parseFloat(closer[0]!.left)).toBeCloseTo(1000 * (50 / 300));
  expect(Number.parseFloat(closer[0]!.width)).toBeCloseTo(1000 * (50 / 300));
  const closest = look(150, 190, closer);
  expect(closest.map(({ seen }) => seen)).toEqual([false, true, false, false]);
  expect(closest[1]!.width).toBe('1000px');
  expect(closest[2]).toEqual({ ...closer[2], seen: false });
  expect(look(150, 180, closest).map((bar, i) => bar === closest[i])).toEqual([true, false, true, true]);
  // What was never in view is not made, and what was put by goes when the view stands still.
  expect(look(50, 350, look(150, 190)).map(({ of }) => of.start)).toEqual([0, 100, 200, 300]);
  expect(look(150, 180).map(({ of }) => of.start)).toEqual([100]);
  expect(look(150, 180, closest, false).map(({ of }) => of.start)).toEqual([100]);
  // In so narrow a window no name has room, and a bar that loses its name is another.
  const narrow = { start: 0, end: 400 };
  const small = placeBars(
    chapters,
    layoutTimeline({ ...bare, duration, chapters }, 40, narrow).chapters,
    narrow,
    groundOf(narrow, 40, duration),
    duration,
    whole,
  );
  expect(small.map(({ roomy }, i) => roomy || small[i] === whole[i])).toEqual([false, false, false, false]);
});

test('the whole recording in view is a ground as wide as the view', () => {
  expect(groundOf({ start: 0, end: 3630 }, 1000, 3630)).toEqual({ left: -0, width: 1000 });
  expect(groundOf({ start: 0, end: 1 }, 1000, 0)).toEqual({ left: -0, width: 1000 });
});

test('a mark has the room up to the nearer one beside it', () => {
  expect(gapsBeside([{ start: 10 }, { start: 14 }, { start: 15 }, { start: 40 }])).toEqual([4, 1, 1, 25]);
  expect(gapsBeside([{ start: 10 }])).toEqual([Infinity]);
});
