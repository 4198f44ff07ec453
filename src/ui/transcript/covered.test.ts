import { expect, test } from 'vitest';
import { stickyRoom } from './covered.ts';

test('what sticks to the top leaves room to read in, or scrolls away', () => {
  for (const [what, room, told] of [
    ['a desktop', { top: 300, search: 60, timeline: 200, window: 800 }, { low: false, loose: false, covered: 300 }],
    ['all lanes open', { top: 600, search: 60, timeline: 500, window: 800 }, { low: false, loose: true, covered: 0 }],
    ['a phone', { top: undefined, search: 60, timeline: 160, window: 844 }, { low: false, loose: false, covered: 220 }],
    [
      'a phone held across: the search alone sticks',
      { top: undefined, search: 60, timeline: 160, window: 390 },
      { low: true, loose: false, covered: 60 },
    ],
    [
      'large text: not even that',
      { top: undefined, search: 300, timeline: 160, window: 390 },
      { low: true, loose: true, covered: 0 },
    ],
  ] as const)
    expect(stickyRoom(room), what).toEqual(told);
});
