import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSize, sizeOf } from './sizeOf.ts';

describe('sizeOf', () => {
  test('counts a text as UTF-8 does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sizeOf(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  test.each([
    ['a buffer', new ArrayBuffer(10), 10],
    ['bytes', new Uint8Array(7), 7],
    ['a record', { ab: 'cd', n: 1 }, 2 + 2 + 1 + 8],
    ['a list of records', [{ a: 'b' }, { a: 'ü' }], 2 + 3],
    ['a map', new Map([['ab', 1]]), 10],
    ['nothing', undefined, 0],
    ['null', null, 1],
  ])('counts %s', (_, value, bytes) => {
    expect(sizeOf(value)).toBe(bytes);
  });
});

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1.0 kB'],
  [9949, '9.9 kB'],
  [9950, '10 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [12_345_678, '12 MB'],
])('%d bytes are told as %s', (bytes, told) => {
  expect(formatSize(bytes)).toBe(told);
});
