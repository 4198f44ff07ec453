import { describe, expect, test } from 'vitest';
import { cacheName, cachePrefix, pathBelow, stemOf } from './offlineCopy.ts';

const scope = 'https://host/shows/';

describe('the copy for offline work', () => {
  test.each([
    ['https://host/shows/', ''],
    ['https://host/shows/index.html', ''],
    ['https://host/shows/?t=100#/lup-603', ''],
    ['https://host/shows/index.html?t=1', ''],
    ['https://host/shows/assets/index-AAAAAAAA.js', 'assets/index-AAAAAAAA.js'],
    ['https://host/shows/archive/', 'archive/'],
    ['https://host/', undefined],
    ['https://elsewhere/shows/', undefined],
  ])('%s is %j below the page', (url, path) => {
    expect(pathBelow(scope, url)).toBe(path);
  });

  test("a page's caches are told from those of a page below or beside it", () => {
    expect(cacheName(scope, 'v').startsWith(cachePrefix(scope))).toBe(true);
    for (const other of ['https://host/', 'https://host/shows/archive/', 'https://host/shows2/']) {
      expect(cacheName(other, 'v').startsWith(cachePrefix(scope))).toBe(false);
    }
  });

  test.each([
    ['assets/lup-603-BE9b9Soi.js', 'assets/lup-603'],
    ['assets/lup-603--E9b_Soi.js', 'assets/lup-603'],
    ['assets/a-b-c-AAAAAAAA.js', 'assets/a-b-c'],
  ])('%s is a version of %s', (path, stem) => {
    expect(stemOf(path)).toBe(stem);
  });
});
