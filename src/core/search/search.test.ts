import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShowNotes } from '../shownotes/parseShowNotes.ts';
import { parseTranscript } from '../transcript/transcript.ts';
import { cueMarks, excerptOf } from './excerpt.ts';
import { buildSearchIndex, namesOf, searchTalk, type PublishedName } from './search.ts';

const cues = (...texts: string[]) =>
  texts.map((text, i) => ({ id: `c${i + 1}`, start: i * 10, end: i * 10 + 10, text }));
const index = buildSearchIndex(
  cues(
    'There have been Rust developments',
    'in the Linux kernel. Christoph',
    'helwig, though, trusts the mailing-list',
    "of the Kernel's core, they're told.",
    '',
  ),
);
/** `cue:match:matched letters` for each hit, in the order of time; `?` before what is only a maybe. */
const foundIn = (within: typeof index, query: string) =>
  searchTalk(within, query).map(
    ({ cue, match, marks, tier }) =>
      `${tier === 'maybe' ? '?' : ''}${cue}:${match}:${marks.map(([from, to]) => within.talk.text.slice(from, to)).join('+')}`,
  );
const found = (query: string) => foundIn(index, query);

describe('searchTalk finds', () => {
  test.each<[string, string, string[]]>([
    ['a word, whatever its case', 'RUST', ['c1:exact:Rust']],
    ['every place of a word, possessive or not', 'kernel', ['c2:exact:kernel', 'c4:exact:Kernel']],
    ['a word as it is typed', 'ker', ['c2:prefix:ker', 'c4:prefix:Ker']],
    ['no prefix once a space says that the word is done', 'ker ', []],
    ['a phrase across cues', 'developments in the', ['c1:exact:developments+in+the']],
    ['a misspelling of what was said', 'hellwig', ['c3:fuzzy:helwig']],
    ['a name across a cue border, misspelt', 'Christoph Hellwig', ['c2:fuzzy:Christoph+helwig']],
    ['words parted by a hyphen', 'mailing list', ['c3:exact:mailing+list']],
    ['words joined that a hyphen parts', 'mailinglist', ['c3:exact:mailing+list']],
    ['an apostrophe or none', 'theyre', ["c4:exact:they're"]],
    ['words in another order', 'kernel linux', ['c2:exact:Linux+kernel']],
    ['what is there already, while the first letter of the next word is typed', 'rust d', ['c1:exact:Rust']],
    ['that letter where it is said', 'christoph h', ['c2:exact:Christoph']],
    ['nothing where a letter that is done is missing', 'rust q ', []],
    ['the other number of a noun', 'kernels', ['c2:fuzzy:kernel', 'c4:fuzzy:Kernel']],
    ['nothing that is only a part of a word', 'velop', []],
    ['nothing where one of the words is missing', 'linux kangaroo', []],
    ['no common English word for another', 'just', []],
    ['nothing for no words', ' .,- ', []],
  ])('%s', (_, query, hits) => {
    expect(found(query)).toEqual(hits);
  });
});

describe('searchTalk, over what a recogniser wrote,', () => {
  const names: PublishedName[] = [
    { text: 'miguel ojeda', kind: 'name' },
    { text: 'kernel', kind: 'name' },
    { text: 'kindle', kind: 'name' },
    { text: 'Planet Nix', kind: 'title' },
    { text: 'Jo Hart', kind: 'person' },
  ];
  const talk = buildSearchIndex(
    cues(
      'the four-on-one on tail scale and Planet Nyx',
      'the kernel, a kernel, this kernel, my kernel and one colonel',
      'by miguel odeja is that oyeda at fostum',
      'they are anti-Russ and want D M A on scale 22 x',
      'twenty two files of wireguard, says Jo',
      'cooper netties and a free b s d box on IP v 6',
      'of all the 305 patches',
      'whereas sidechains, HTLCs or scriptPubKeys',
    ),
    names,
  );
  test.each<[string, string, string[]]>([
    ['digits', '411', ['c1:sounds-like:four+on+one']],
    ['a name in two', 'Tailscale', ['c1:exact:tail+scale']],
    ['a name of the show notes', 'ojeda', ['c3:alias:odeja', 'c3:alias:oyeda']],
    ['a name by its sound', 'fosdem', ['c3:sounds-like:fostum']],
    ['a name in a phrase', 'planet nix', ['c1:alias:Planet+Nyx']],
    ['a word of a phrase', 'anti-rust', ['c4:sounds-like:anti+Russ']],
    ['letters said one by one', 'dma', ['c4:exact:D+M+A']],
    ['a number and a letter', '22x', ['c4:exact:22+x']],
    ['a number in words', '22 files', ['c5:alias:twenty+two+files']],
    ['a number that the query says', 'three hundred and five patches', ['c7:alias:305+patches']],
    ['a name that the query parts', 'wire guard', ['c5:exact:wireguard']],
    ['a name that is parted, while it is typed', 'wire gua', ['c5:prefix:wiregua']],
    ['the other number of a name that is parted', 'side chain', ['c8:prefix:sidechain']],
    ['the other number of letters', 'h.t.l.c.', ['c8:prefix:HTLC']],
    ['a name in three', 'script pub keys', ['c8:exact:scriptPubKeys']],
    ['no longer word for short ones', 'where a ', []],
    ['a name in two by its sound', 'kubernetes', ['c6:sounds-like:cooper+netties']],
    ['letters and digits', 'IPv6', ['c6:exact:IP+v+6']],
    ['a word and letters', 'freebsd', ['c6:exact:free+b+s+d']],
    ['a host by the first name', 'jo hart', ['c5:exact:Jo']],
    ['no name that was never said', 'kindle', []],
    ['no name beside a common word', 'box kindle', []],
  ])('finds %s', (_, query, hits) => {
    expect(foundIn(talk, query)).toEqual(hits);
  });

  test('finds the colonel for the kernel, as a name that was misheard once', () => {
    expect(foundIn(talk, 'kernel').filter((hit) => hit.includes('colonel'))).toEqual(['c2:alias:colonel']);
  });
  test('finds a name of the show notes while it is typed', () => {
    expect(foundIn(talk, 'ojed')).toEqual(['c3:alias:odeja', 'c3:alias:oyeda']);
  });
});

describe('in the languages of the world', () => {
  test.each<[string, string, string, string[]]>([
    ['words without spaces', '東京', '今日は東京から放送しています。', ['c1:exact:東京']],
    ['words of a script within another', 'Linux', '今日はLinuxの話', ['c1:exact:Linux']],
    ['no other words in their place', '大阪', '今日は東京から放送しています。', []],
    ['a word behind an elided one', 'école', 'On va à l’école ce matin', ['c1:exact:école']],
    ['both of them', "l'ecole", 'On va à l’école ce matin', ['c1:exact:l+école']],
    ['a name behind an O', 'reilly', "a book by O'Reilly", ['c1:exact:Reilly']],
    ['ß as ss', 'Strasse', 'auf der Straße', ['c1:exact:Straße']],
    ['ss as ß', 'straße', 'AUF DER STRASSE', ['c1:exact:STRASSE']],
    ['letters with dots that are typed as two', 'Mueller', 'Frau Müller', ['c1:fuzzy:Müller']],
    ['no word for two of its letters that are none with dots', 'poets', 'in the pots', []],
    ['letters with a stroke', 'Lukasz Orsted', 'Łukasz Ørsted', ['c1:exact:Łukasz+Ørsted']],
    ['no other word for one with other vowels', 'कम', 'काम करना', []],
    ['a word with its vowels', 'काम', 'काम करना', ['c1:exact:काम']],
    ['a word with a dot that is left out', 'कलम', 'यह क़लम है', ['c1:exact:क़लम']],
    ['a word without a dot that belongs there', 'क़लम', 'यह कलम है', ['c1:exact:कलम']],
    ['a word behind its article', 'avenir', "parler de l'avenir", ['c1:exact:avenir']],
  ])('finds %s', (_, query, text, hits) => {
    expect(foundIn(buildSearchIndex(cues(text)), query)).toEqual(hits);
  });
});

test('in another language words have to be more alike', () => {
  const said =
    'Wir lassen die Maultaschen lange in der Brühe, wenn man sie vom Herd nimmt, und essen sie mit Zwiebeln. ';
  const names: PublishedName[] = [{ text: 'Linsen', kind: 'name' }];
  expect(foundIn(buildSearchIndex(cues(said.repeat(6)), names), 'linsen')[0]).toBe('?c1:alias:lassen');
  expect(foundIn(buildSearchIndex(cues('We are lassen in the bath'), names), 'linsen')).toEqual(['c1:alias:lassen']);
});

test('words that are written in one are sure only side by side', () => {
  const talk = buildSearchIndex(cues('we shipped 6 boxes, and about 14 people complained of kernel 6.14'));
  expect(foundIn(talk, '6.14')).toEqual(['?c1:exact:6+14', 'c1:exact:6+14']);
});

test.each<[string, string[]]>([
  ['6.14', ['c1:exact:6+14']],
  ['tailscale.com/unplugged', ['c2:exact:tailscale+com+unplugged']],
  ['https://www.tailscale.com/unplugged', ['c2:exact:tailscale+com+unplugged']],
  ['1.5 terabytes', ['c3:alias:one+five+terabytes']],
  ['jim-smith', ['c4:exact:jim+smith']],
  ['6.1', []],
  ['c.i.a.', []],
])('%s, which is written in one, may be said with its signs', (query, hits) => {
  const talk = cues(
    'kernel 6 dot 14 for 61 people',
    'tailscale dot com slash unplugged',
    'one point five terabytes',
    'jim dash smith, and a C compiler',
  );
  expect(foundIn(buildSearchIndex(talk), query).filter((hit) => !hit.startsWith('?'))).toEqual(hits);
});

test.each<[string, string[]]>([
  ['2,000', ['c1:exact:2,000', 'c2:alias:two+thousand', 'c3:exact:2000']],
  ['2000', ['c1:exact:2,000', 'c2:alias:two+thousand', 'c3:exact:2000']],
  ['two thousand', ['c1:alias:2,000', 'c2:exact:two+thousand', 'c3:alias:2000']],
])('%s is found however the number is written', (query, hits) => {
  const talk = cues('there were 2,000 people', 'then two thousand more', 'in the year 2000 or 2001,000', 'and 12,000');
  expect(foundIn(buildSearchIndex(talk), query)).toEqual(hits);
});

test.each<[string, string, string]>([
  ['51 percent', 'a 51% attack', '51'],
  ['50 percent', 'fifty percent of it', 'fifty+percent'],
  ['gpt4', 'it is GPT four', 'GPT+four'],
  ['1password', 'in One Password', 'One+Password'],
  ['20 people', 'some twenty people', 'twenty+people'],
  ['64gb', 'sixty four GB of memory', 'sixty+four+GB'],
  ['15mg', 'a dose of 15 milligrams', '15+milligrams'],
  ['2.4 mg', 'some 2.4 milligrams', '2+4+milligrams'],
  ['Dr. Watson', 'and doctor watson came', 'doctor+watson'],
  ['Saint Kilda', 'off St. Kilda', 'St+Kilda'],
  ['22-CV-1047', 'number twenty two c v one oh four seven', 'twenty+two+c+v+one+oh+four+seven'],
  ['April 6', 'on the sixth of april', 'sixth+april'],
  ['6 April', 'on April 6th', 'April+6th'],
  ['April 6th', 'on April 6', 'April+6'],
  ['28th of May', 'the twenty eighth of may', 'twenty+eighth+of+may'],
  ['may twenty eighth', 'on May 28th', 'May+28th'],
  ['Jan 16', 'on january sixteenth', 'january+sixteenth'],
  ['world war two', 'in World War II', 'World+War+II'],
  ['World War II', 'in world war two', 'world+war+two'],
  ['Henry VIII', 'henry the eighth', 'henry+eighth'],
  ['harbour', 'in the harbor', 'harbor'],
  ['organizations', 'two organisations', 'organisations'],
  ['traveled', 'she travelled', 'travelled'],
  ['acme.es', 'acme punto es', 'acme+es'],
])('%s is found in “%s”', (query, text, marked) => {
  const [hit] = foundIn(buildSearchIndex(cues(text)), query);
  expect(hit?.split(':')[2]).toBe(marked);
});

test.each<[string, string, string]>([
  ['a day', '20 April', 'the twenty second of april'],
  ['tens', '20 years', 'for twenty two years'],
  ['a number that counts nothing of a month', '6 people', 'the sixth of them, people'],
  ['another word with our', 'mourning', 'in the morning'],
])('does not take another number or word for %s', (_, query, said) =>
  expect(foundIn(buildSearchIndex(cues(said)), query)).toEqual([]),
);

test.each<[string, string, string[]]>([
  ['testifying', 'she will testify', ['?c1:fuzzy:testify']],
  ['plunder', 'they plundered', ['?c1:fuzzy:plundered']],
  ['plunder', 'they plundered, and plunder again', ['c1:exact:plunder']],
])('another tense is only possibly meant: %s in “%s”', (query, said, hits) =>
  expect(foundIn(buildSearchIndex(cues(said)), `${query} `)).toEqual(hits),
);

describe('quotes and exclusion', () => {
  test.each<[string, string, string[]]>([
    ['words in this order only', '"linux kernel"', ['c2:exact:Linux+kernel']],
    ['not in another', '"kernel linux"', []],
    ['this spelling only', '"hellwig"', []],
    ['an open quote as it is typed', '"linux ker', ['c2:prefix:Linux+ker']],
    ['a phrase beside a word', '"linux kernel" christoph', ['c2:exact:Linux+kernel+Christoph']],
    ['a word of the phrase only where it is said once more', 'christoph kernel "linux kernel"', []],
    ['places without a word', 'kernel -linux', ['c4:exact:Kernel']],
    ['places without a phrase', 'kernel -"linux kernel"', ['c4:exact:Kernel']],
    ['places with its words, but not in one', 'kernel -"kernel linux"', ['c2:exact:kernel', 'c4:exact:Kernel']],
    ['places without a word that was never said', 'told -kangaroo', ['c4:exact:told']],
    ['a hyphen within a word as a word', 'mailing-list', ['c3:exact:mailing+list']],
    ['nothing where there is only what is not wanted', '-kernel', []],
  ])('find %s', (_, query, hits) => {
    expect(found(query)).toEqual(hits);
  });
});

test('a hit says what was heard', () => expect(searchTalk(index, 'hellwig')[0]!.heard).toEqual(['helwig']));

test('a phrase in place ranks before the same words farther apart, and those before the words turned round', () => {
  const spread = buildSearchIndex(
    cues(
      'the patch of DMA',
      ...Array(9).fill('and so it went on'),
      'DMA was a patch',
      ...Array(9).fill('on and on'),
      'the DMA patch',
    ),
  );
  const ranks = searchTalk(spread, 'dma patch').map(({ cue, rank }) => [cue, rank]);
  expect(ranks.at(-1)).toEqual(['c21', 1]);
  expect(ranks.map(([, rank]) => rank).sort()).toEqual([1, 2, 3]);
});

describe('any string at all', () => {
  const inText = (query: string) => {
    const hits = searchTalk(index, query);
    expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
    for (const { marks, start, end } of hits) {
      expect(marks.every(([from, to], i) => from < to && (i === 0 || from >= marks[i - 1]![1]))).toBe(true);
      expect(marks.at(-1)![1]).toBeLessThanOrEqual(index.talk.text.length);
      expect(end).toBeGreaterThanOrEqual(start);
    }
  };
  test('is answered, with marks inside the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), inText));
    const words = fc.constantFrom(
      'kernel',
      'kernle',
      'the',
      '"',
      '-',
      'linux',
      'helwik',
      '22',
      'mailing',
      'li',
      "'s",
      '\0',
    );
    fc.assert(fc.property(fc.array(words, { maxLength: 8 }), (parts) => inText(parts.join(' '))));
  });
  test.each([
    '(((',
    '[^]*',
    '\\',
    '$&',
    '💥'.repeat(50),
    'שלום עולם',
    '\0kernel\0',
    '"""',
    '- - -',
    '-"',
    '__proto__',
    'constructor',
  ])('is safe: %j', inText);
  test('is capped', () => {
    expect(searchTalk(index, 'kernel '.repeat(2000))).toEqual([]);
    expect(searchTalk(index, 'x'.repeat(10_000))).toEqual([]);
    expect(searchTalk(buildSearchIndex([]), 'kernel')).toEqual([]);
  });
  test('any run of words of the talk is found', () => {
    const { talk } = index;
    fc.assert(
      fc.property(fc.nat(talk.termAt.length - 1), fc.integer({ min: 1, max: 6 }), (from, length) => {
        const to = Math.min(talk.termAt.length, from + length) - 1;
        const said = talk.text.slice(talk.from[from], talk.to[to]);
        const starts = searchTalk(index, `${said} `).flatMap(({ marks }) => marks.map(([start]) => start));
        expect(starts).toContain(talk.from[from]);
      }),
    );
  });
});

describe('the bundled talk', () => {
  const folder = 'src/episodes/lup-603';
  const whole = buildSearchIndex(
    parseTranscript(readFileSync(`${folder}/transcript.vtt`, 'utf8')).cues,
    namesOf(parseShowNotes(readFileSync(`${folder}/show-notes.md`, 'utf8')).notes),
  );
  const { talk } = whole;
  const heard = (query: string) => searchTalk(whole, query).flatMap((hit) => (hit.tier === 'main' ? hit.heard : []));

  test('has every run of four words, across cues too, where it is said', () => {
    const missed: string[] = [];
    for (let position = 0; position + 4 <= talk.termAt.length; position += 5) {
      const phrase = [0, 1, 2, 3].map((i) => talk.terms[talk.termAt[position + i]!]).join(' ');
      const here = searchTalk(whole, `${phrase} `).some(({ marks }) => marks[0]![0] === talk.from[position]);
      if (!here) missed.push(phrase);
    }
    expect(missed).toEqual([]);
  });

  test.each([
    ['Hellwig', ['Hillwig', 'helwig']],
    ['Ojeda', ['odeja', 'oyeda']],
    ['Planet Nix', ['Nyx']],
    ['FOSDEM', ['fostum']],
    ['anti-Rust', ['Russ']],
    ['411', ['four-on-one']],
    ['kernel', ['colonel']],
  ])('has %s, heard as %j', (query, forms) => expect([...new Set(heard(query))]).toEqual(forms));

  test.each([
    // What was misheard, and what was typed amiss or in another form.
    ['Hellwig', false, false],
    ['kernal', true, false],
    // Two of its words are said nowhere near.
    ['rust dma hellwig patch january', false, true],
    ['dma patch', false, false],
  ])('of %s tells whether the query has a slip, and whether it is all there', (query, isSlip, isPartial) => {
    const [best] = searchTalk(whole, query).toSorted((a, b) => a.rank - b.rank);
    expect([best?.isSlip, best?.isPartial]).toEqual([isSlip, isPartial]);
  });

  test.each(['kindle', 'phoronix', '1password', 'asahi linux', 'kangaroo', 'quantum computing', 'bitcoin'])(
    'has nothing for %s, which was never said',
    (query) => expect(searchTalk(whole, query)).toEqual([]),
  );
});

describe('excerpts', () => {
  const { talk } = index;
  const shown = (query: string) =>
    excerptOf(talk, searchTalk(index, query)[0]!.marks)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('');
  test('show the sentence, across cues, with the letters that matched', () => {
    expect(shown('hellwig')).toBe(
      "Christoph [helwig], though, trusts the mailing-list of the Kernel's core, they're told.",
    );
    expect(shown('rust')).toBe('There have been [Rust] developments in the Linux kernel.');
  });
  test('marks stay within their cues', () => {
    expect(cueMarks(talk, searchTalk(index, 'christoph hellwig')[0]!.marks)).toEqual([
      { cue: 'c2', from: 21, to: 30 },
      { cue: 'c3', from: 0, to: 6 },
    ]);
  });
});
