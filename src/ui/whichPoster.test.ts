import { expect, test } from 'vitest';
import { parsePlace } from '../core/link.ts';
import { posterOf } from './whichPoster.ts';

const POSTERS = { poster: 'a-b', posters: '?v1 c d%20e%26%C3%A9' };

test('each published episode has a poster, whatever an address asks of it', () => {
  for (const [hash, search, where] of [
    ['', '', 'here'],
    ['#/', '', 'here'],
    ['#/a-b', '', 'here'],
    ['#/a-b?t=662.1,668.4&w=there-will-be&q=d%26a', '', 'here'],
    ['#/a-b?q=dma', '', 'here'],
    ['#11:02', '', 'here'],
    ['', '?t=5', 'here'],
    ['#/c?t=5', '', 'posters/c.txt?v1'],
    ['#/c', '', 'posters/c.txt?v1'],
    ['#/d%20e%26%C3%A9', '', 'posters/d%20e%26%C3%A9.txt?v1'],
    // Nobody's, or the visitor's own: no host is asked.
    ['#/a', '', undefined],
    ['#/v1', '', undefined],
    ['#/?v1', '', 'here'],
    ['#/%3Fv1', '', undefined],
    ['#/c%20d', '', undefined],
    ['#/../c', '', undefined],
    ['#/%E0%A4%A', '', undefined],
  ] as const)
    expect(posterOf(parsePlace(hash, search), POSTERS), hash).toBe(where);
});

test('a page with one episode, and one without any, has no others', () => {
  expect(posterOf({}, { poster: 'a-b' })).toBe('here');
  expect(posterOf({ slug: 'c' }, { poster: 'a-b' })).toBeUndefined();
  expect(posterOf({}, {})).toBeUndefined();
});
