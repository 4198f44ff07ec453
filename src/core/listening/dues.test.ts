import { describe, expect, test } from 'vitest';
import { dueAt, momentsAfter, type Dues } from './dues.ts';

const READ = { start: 60, end: 90 };
const dues = (some: Partial<Dues> = {}): Dues => ({
  until: undefined,
  sleepAt: undefined,
  skipped: [READ],
  welcome: undefined,
  ...some,
});

describe('what is due', () => {
  test.each([
    ['nothing', dues(), 59, undefined],
    ['a read is passed over', dues(), 60, { is: 'skip', read: READ }],
    ['not one that is all but over', dues(), 89.7, undefined],
    ['not one that was gone to', dues({ welcome: 60 }), 70, undefined],
    ['but the one after it', dues({ welcome: 10 }), 70, { is: 'skip', read: READ }],
    ['not within a passage that was asked for', dues({ until: 80 }), 70, undefined],
    ['which ends a trifle early', dues({ until: 80 }), 79.995, { is: 'passage-end', at: 80 }],
    ['not earlier', dues({ until: 80 }), 79.9, undefined],
    ['sleep', dues({ sleepAt: 50 }), 50, { is: 'sleep', at: 50 }],
    ['sleep before what would be passed over', dues({ sleepAt: 60 }), 60, { is: 'sleep', at: 60 }],
  ])('%s', (_, given, at, due) => {
    expect(dueAt(given, at)).toEqual(due);
  });
});

test('the moments that matter next: a cue, an end, a read', () => {
  const cues = [0, 10, 20].map((start, i) => ({ id: `c${i}`, start, end: start + 8, text: 'x' }));
  expect(momentsAfter(dues({ until: 15, sleepAt: 40 }), cues, 12)).toEqual([20, 15, 40, 60]);
  expect(momentsAfter(dues(), cues, 61)).toEqual([]);
  expect(momentsAfter(dues({ skipped: [] }), [{ id: 'c', start: 5, end: 6, text: 'x' }], 1)).toEqual([5]);
});
