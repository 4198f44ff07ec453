import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPlace, parsePlace } from '../link.ts';
import { findQuoted, quotedWordsOf } from './findQuoted.ts';

const said = [
  'Hello and welcome back.',
  'There will be no Rust code',
  'in the kernel DMA tree, he said,',
  'and that was that for the week.',
  'Hello and welcome back.',
];
const talk = (by: number, texts = said) =>
  texts.map((text, i) => ({ id: `c${i}`, start: by + i * 10, end: by + i * 10 + 10, text }));
const words = quotedWordsOf('There will be no Rust code in the kernel DMA tree, he said')!;
const moment = { start: 10, end: 30 };

test('a link carries the first and the last words, of a short quote all', () => {
  expect(words).toEqual({ first: ['there', 'will', 'be', 'no'], last: ['dma', 'tree', 'he', 'said'] });
  expect(quotedWordsOf("That's it, Zoë!")).toEqual({ first: ['that', 'it', 'zoe'] });
  expect(quotedWordsOf('…!')).toBeUndefined();
});

test('words that stand where the link says are looked for nowhere else', () => {
  expect(findQuoted(talk(0), moment, words)).toBeUndefined();
  expect(findQuoted(talk(0), { start: 0, end: 10 }, quotedWordsOf('Hello and welcome')!)).toBeUndefined();
});

test('in a transcript that begins later they are found later, the range as long', () => {
  expect(findQuoted(talk(30), moment, words)).toEqual({ start: 40, end: 60 });
  expect(findQuoted(talk(3600), moment, words)).toEqual({ start: 3610, end: 3630 });
});

test('of two the nearer one', () => {
  const hello = quotedWordsOf('Hello and welcome back')!;
  expect(findQuoted(talk(0), { start: 22 }, hello)).toEqual({ start: 40, end: 50 });
  expect(findQuoted(talk(100), { start: 2 }, hello)).toEqual({ start: 100, end: 110 });
});

test('a word that was corrected does not lose them, other words do', () => {
  const corrected = said.map((text) => text.replace('Rust', 'rusty').replace('There', 'Here'));
  expect(findQuoted(talk(30, corrected), moment, words)).toEqual({ start: 40, end: 60 });
  expect(findQuoted(talk(30, said.toReversed()), moment, words)).toBeUndefined();
  expect(findQuoted([], moment, words)).toBeUndefined();
});

test('a beginning here and an end an hour later are no passage', () => {
  const torn = [...talk(30, said.slice(0, 2)), ...talk(4000, said.slice(2))];
  expect(findQuoted(torn, moment, words)).toBeUndefined();
});

test('words survive the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const carried = quotedWordsOf(text);
      fc.pre(carried !== undefined);
      const place = { slug: 'x', moment: { start: 1, end: 2 }, words: carried };
      expect(parsePlace(formatPlace(place))).toEqual(place);
    }),
    { examples: [['\u{1F101}'], ['½'], ['⒈']] },
  );
  expect(formatPlace({ slug: 'lup-603', moment, words })).toBe('#/lup-603?t=10,30&w=there-will-be-no,dma-tree-he-said');
});
