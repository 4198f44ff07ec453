import { expect, test } from 'vitest';
import { ZOOM_KEYS, zoomOfWheel } from './zoomBy.ts';

test.each([
  [0, 1],
  [-200, 2],
  [200, 1 / 2],
  [-400, 4],
])('a wheel that turns by %i pixels zooms by %f', (pixels, factor) => expect(zoomOfWheel(pixels)).toBe(factor));

test('plus and minus undo each other', () => expect(ZOOM_KEYS['+']! * ZOOM_KEYS['-']!).toBe(1));
