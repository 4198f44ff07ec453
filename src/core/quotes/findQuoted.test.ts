import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as tokens from '../text/tokens.ts';
import { formatPlace, parsePlace, type Moment, type QuotedWords } from '../link.ts';
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

/** The cues in which words are told apart, which is what costs time. */
function readFor(cues: ReturnType<typeof talk>, at: Moment, quoted: QuotedWords) {
  const tokenise = vi.spyOn(tokens, 'tokenise');
  const found = findQuoted(cues, at, quoted);
  const read = tokenise.mock.calls.map(([text]) => text);
  tokenise.mockRestore();
  return { found, read };
}

test('only cues that could hold them are read word by word, wherever the link points', () => {
  const long = talk(
    0,
    Array.from({ length: 4000 }, (_, i) => (i === 3000 ? '今天我们聊聊人工智能的未来' : '这是一个开放的平台')),
  );
  const quoted = quotedWordsOf('我们聊聊人工智能')!;
  for (const at of [
    { start: 0, end: 10 },
    { start: 0, end: 25_000 },
  ]) {
    const { found, read } = readFor(long, at, quoted);
    expect(found).toEqual({ start: 30_000, end: 30_010 });
    expect(read.length).toBeLessThan(10);
  }
  expect(readFor(long, { start: 0, end: 1e9 }, quotedWordsOf('There will be no Rust')!)).toEqual({ read: [] });
});

/** The same without any haste: every word of every cue, and every beginning beside every end. */
function slowly(cues: ReturnType<typeof talk>, { first, last }: QuotedWords) {
  const spoken = cues.flatMap((cue) => tokens.tokenise(cue.text).map(({ term }) => ({ term, cue })));
  const places = (terms: readonly string[]) =>
    [...spoken.keys()].filter(
      (at) =>
        at + terms.length <= spoken.length &&
        terms.filter((term, i) => spoken[at + i]!.term !== term).length <= Math.floor(terms.length / 4),
    );
  return places(first).flatMap((at) => {
    const end = last ? places(last).find((place) => place >= at + first.length) : at;
    if (end === undefined) return [];
    return { start: spoken[at]!.cue.start, end: spoken[end + (last ?? first).length - 1]!.cue.end };
  });
}

test('what is found in haste is what is there', () => {
  const word = fc.constantFrom(
    'a',
    'b',
    'c',
    'd',
    'e',
    "l'avenir",
    '½',
    'ΟΔΟΣ.Α',
    '人工知能',
    '…',
    "f's",
    "f's知",
    ' \u093eक\u093e',
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { maxLength: 5 }), { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.nat(120),
      (texts, quote, start) => {
        const quoted = quotedWordsOf(quote.join(' '));
        fc.pre(quoted !== undefined);
        const cues = talk(
          0,
          texts.map((parts) => parts.join(' ')),
        );
        // So long a moment before the talk that nothing takes too long, and nothing stands there yet.
        const moment = { start: -1000 - start, end: -1 };
        const [there] = slowly(cues, quoted);
        expect(findQuoted(cues, moment, quoted)).toEqual(there);
        expect(findQuoted(cues, { start: 0, end: 1000 }, quoted)).toBeUndefined();
      },
    ),
    { numRuns: 1000 },
  );
});

test('words on either side of cues that were not read do not follow each other', () => {
  expect(findQuoted(talk(0, ['b a', 'a', 'c', 'b', 'b a']), { start: -9 }, { first: ['a', 'b'] })).toBeUndefined();
});

test('many beginnings and many ends take no longer than their number', () => {
  const look = (cues: number) => {
    const same = talk(
      0,
      Array.from({ length: cues }, () => 'a b c d '.repeat(8)),
    );
    const before = performance.now();
    expect(findQuoted(same, { start: 0, end: 1 }, quotedWordsOf('a b c d e f g h i j a b c d')!)).toBeUndefined();
    findQuoted(same, { start: -10 }, { first: ['a', 'b', 'c', 'd'], last: ['a', 'b', 'c', 'd'] });
    return performance.now() - before;
  };
  look(500);
  // The best of three each, on whatever machine: eight times the cues would take 64 times as long if each met each.
  const best = (cues: number) => Math.min(...[1, 2, 3].map(() => look(cues)));
  expect(best(4000) / best(500)).toBeLessThan(24);
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
