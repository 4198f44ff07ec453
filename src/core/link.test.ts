import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPlace, parsePlace } from './link.ts';

describe('parsePlace', () => {
  test.each([
    ['', '', {}],
    ['#/lup-603', '', { slug: 'lup-603' }],
    ['#/lup-603/', '', { slug: 'lup-603' }],
    ['#/lup-603?t=642&q=dma', '', { slug: 'lup-603', moment: { start: 642 }, query: 'dma' }],
    ['#/lup-603?t=662.1,668.4', '', { slug: 'lup-603', moment: { start: 662.1, end: 668.4 } }],
    ['#/lup-603?t=,20', '', { slug: 'lup-603', moment: { start: 0, end: 20 } }],
    ['#/lup-603?t=20,10', '', { slug: 'lup-603', moment: { start: 20 } }],
    ['#t=11:02', '', { moment: { start: 662 } }],
    ['#t=11:02-11:09', '', { moment: { start: 662, end: 669 } }],
    ['', '?t=1:02:03', { moment: { start: 3723 } }],
    ['#/lup-603', '?t=90', { slug: 'lup-603', moment: { start: 90 } }],
    ['#11:02', '', { moment: { start: 662 } }],
    ['#1h2m3s', '', { moment: { start: 3723 } }],
    ['#11:02–11:09', '', { moment: { start: 662, end: 669 } }],
    ['#/lup-603?q=a%20b+c%26', '', { slug: 'lup-603', query: 'a b c&' }],
    ['#/lup-603?q=100%', '', { slug: 'lup-603', query: '100%' }],
    ['#transcript', '', {}],
  ])('%j with search %j', (hash, search, place) => expect(parsePlace(hash, search)).toEqual(place));
});

test('any place that is written is read back the same', () => {
  const seconds = fc.integer({ min: 0, max: 360_000_000 }).map((ms) => ms / 1000);
  const moment = fc
    .tuple(seconds, fc.option(fc.integer({ min: 1, max: 9_999_999 }), { nil: undefined }))
    .map(([start, length]) =>
      length === undefined ? { start } : { start, end: Math.round(start * 1000 + length) / 1000 },
    );
  const place = fc.record(
    { slug: fc.stringMatching(/^[a-z0-9-]+$/), moment, query: fc.string({ minLength: 1, unit: 'grapheme' }) },
    { requiredKeys: ['slug'] },
  );
  fc.assert(fc.property(place, (value) => void expect(parsePlace(formatPlace(value))).toEqual(value)));
});

test('no hash throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void formatPlace(parsePlace(`#${text}`, text))));
});
