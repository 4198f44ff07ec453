import { expect, test } from 'vitest';
import { momentAt } from './posterArrival.ts';

test('the poster answers for its own episode, in the one form in which moments are passed on', () => {
  for (const [hash, moment] of [
    // Its beginning.
    ['', undefined],
    ['#/', undefined],
    ['#/a-b', undefined],
    ['#/a-b?t=662.1', { start: 662.1 }],
    ['#/a-b?t=0', { start: 0 }],
    ['#/a-b?t=662.1,668.4', { start: 662.1, end: 668.4 }],
    ['#/a-b?t=5&w=there-will-be&q=d%26a', { start: 5 }],
    // What may be elsewhere, or has to be read first.
    ['#/a-b?q=dma', null],
    ['#/a-b?t=5&x=1', null],
    ['#/a-b?t=11:02', null],
    ['#/a-b?t=,20', null],
    ['#/a-bc?t=5', null],
    ['#/c?t=5', null],
    ['#t=5', null],
    ['#11:02', null],
  ] as const)
    expect(momentAt(hash, '#/a-b'), hash).toEqual(moment);
});
