import { scaleLinear } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linearScale } from './linearScale.ts';

const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
const ends = fc.tuple(number, number);

test('gives what d3’s clamped linear scale gives, there and back', () => {
  fc.assert(
    fc.property(ends, ends, number, (domain, range, value) => {
      const [ours, theirs] = [linearScale(domain, range), scaleLinear(domain, range).clamp(true)];
      expect(ours(value)).toBeCloseTo(theirs(value), 4);
      expect(ours.invert(value)).toBeCloseTo(theirs.invert(value), 4);
    }),
  );
});
