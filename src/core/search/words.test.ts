import { describe, expect, test } from 'vitest';
import { isCommon } from './commonWords.ts';
import { baseForms, nounForms } from './inflection.ts';
import { buildLexicon } from './lexicon.ts';
import { digitsOf, ordinalOf, otherNumerals, spokenForms, writtenOrdinal } from './numbers.ts';
import { parseQuery } from './query.ts';

test.each(['rust', 'just', 'them', 'drivers', 'planned', 'colonel', 'theyre', 'dont', 'friday', 'a', '22nd'])(
  '%s is common English',
  (word) => expect(isCommon(word)).toBe(true),
);
// The list leaves out what is a form of another word: "thing" of "the", as the rules have it, and "interest" of "inter".
test.each(['things', 'interesting', 'properly', 'meetings', 'mondays'])('%s, a form of a form, is too', (word) =>
  expect(isCommon(word)).toBe(true),
);
test.each(['hellwig', 'systemd', 'linux', 'fosdem', 'constructorx', 'wes', 'nyx', ''])('%j is not', (word) =>
  expect(isCommon(word)).toBe(word === ''),
);

test('inflected forms lead to their bases', () => {
  expect(baseForms('drivers')).toContain('driver');
  expect(baseForms('planned')).toContain('plan');
  expect(baseForms('queries')).toContain('query');
  expect(nounForms('tomatos')).toContain('tomatoes');
  expect(nounForms('policy')).toContain('policies');
  expect(nounForms('bus')).toContain('buses');
});

describe('numbers', () => {
  test.each<[string, string[]]>([
    ['2', ['two', 'ii']],
    ['two', ['2', 'ii']],
    ['viii', ['8', 'eight', '8th', 'eighth']],
    ['second', ['2nd', 'ii']],
    ['12th', ['twelfth', 'xii']],
    ['22nd', []],
    ['vi', []],
    ['apple', []],
  ])('%s may as well be written %j', (word, forms) => expect(otherNumerals(word)).toEqual(forms));

  test.each<[string, string[]]>([
    ['1st', ['first']],
    ['22', ['twenty', 'second']],
    ['30th', ['thirtieth']],
    ['45th', ['forty', 'fifth']],
    ['0', []],
    ['6gb', []],
  ])('%s as an ordinal is said %j', (written, words) => {
    expect(ordinalOf(written)).toEqual(words);
  });
  test.each(['1st', '2nd', '3rd', '11th', '12th', '21st', '43rd', '99th'])('%s is written so', (written) =>
    expect(writtenOrdinal(ordinalOf(written))).toBe(written),
  );

  test.each<[string, string[]]>([
    ['411', ['four one one', 'four hundred eleven', 'four hundred and eleven', 'four eleven']],
    ['22', ['two two', 'twenty two']],
    [
      '2017',
      [
        'two zero one seven',
        'two thousand seventeen',
        'two thousand and seventeen',
        'twenty seventeen',
        'two oh one seven',
      ],
    ],
    [
      '1905',
      [
        'one nine zero five',
        'one thousand nine hundred five',
        'one thousand nine hundred and five',
        'nineteen oh five',
        'nineteen hundred five',
        'nineteen hundred and five',
        'one nine oh five',
        'a thousand nine hundred five',
        'a thousand nine hundred and five',
      ],
    ],
    ['7', ['seven']],
    ['10000', ['ten thousand']],
    [
      '120500',
      [
        'one hundred twenty thousand five hundred',
        'one hundred and twenty thousand five hundred',
        'a hundred twenty thousand five hundred',
        'a hundred and twenty thousand five hundred',
      ],
    ],
    ['01234', []],
    ['1234567', []],
    ['x', []],
  ])('%s is said %j', (digits, forms) => expect(spokenForms(digits).map((form) => form.join(' '))).toEqual(forms));

  test.each<[string, string | undefined]>([
    ['four one one', '411'],
    ['twenty two', '22'],
    ['twenty seventeen', '2017'],
    ['six thirteen', '613'],
    ['six apples', undefined],
    ['three hundred', '300'],
    ['a hundred and five', '105'],
    ['nineteen hundred', '1900'],
    ['twelve hundred and fifty', '1250'],
    ['a thousand', '1000'],
    ['a', undefined],
    ['nineteen oh five', '1905'],
    ['four oh four', '404'],
    ['nine thousand nine hundred and ninety nine', '9999'],
    ['ten thousand', '10000'],
    ['hundred', undefined],
    ['oh five', undefined],
    ['hundred three', undefined],
    ['three hundred apples', undefined],
    ['ten thousand hundred', undefined],
    ['', undefined],
  ])('%j is %s', (words, digits) => expect(digitsOf(words.split(' ').filter(Boolean))).toBe(digits));
});

describe('a query', () => {
  const words = (query: string) =>
    parseQuery(query).words.map(({ term, quoted, unfinished }) => `${quoted ?? ''}${term}${unfinished ? '…' : ''}`);
  test.each<[string, string[], string[][]]>([
    ['linux ker', ['linux', 'ker…'], []],
    ['linux kernel ', ['linux', 'kernel'], []],
    ['"linux kernel" rust', ['1linux', '1kernel', 'rust…'], []],
    ['"linux ker', ['1linux', '1ker…'], []],
    ['“linux kernel”', ['1linux', '1kernel'], []],
    ['rust -kernel', ['rust'], [['kernel']]],
    ['rust -"dma patch"', ['rust'], [['dma', 'patch']]],
    ['mailing-list', ['mailing', 'list…'], []],
    ['- rust', ['rust…'], []],
  ])('%j asks for %j without %j', (query, asked, excluded) => {
    expect(words(query)).toEqual(asked);
    expect(parseQuery(query).excluded).toEqual(excluded);
  });
});

test('of titles only words that are no common English are names, and persons are named by a part', () => {
  const lexicon = buildLexicon([
    { text: 'How Ojeda works on the kernel', kind: 'title' },
    { text: 'Wes Payne', kind: 'person' },
    { text: 'linus torvalds', kind: 'name' },
    { text: 'asahi linux', kind: 'name' },
    { text: 'linux kernel', kind: 'name' },
  ]);
  expect(['ojeda', 'works', 'wes', 'kernel'].map((word) => lexicon.has(word))).toEqual([true, false, true, true]);
  expect(lexicon.aloneOf(['wes', 'payne'])).toEqual(['wes', 'payne']);
  expect(lexicon.aloneOf(['linus', 'torvalds'])).toEqual(['linus', 'torvalds']);
  expect(lexicon.aloneOf(['asahi', 'linux'])).toEqual([]);
  expect(lexicon.meant('torvlads')).toBe('torvalds');
  expect(lexicon.begunBy('torv')).toEqual(['torvalds']);
});
