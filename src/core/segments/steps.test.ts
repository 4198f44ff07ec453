import { describe, expect, test } from 'vitest';
import type { Cue } from '../transcript/cue.ts';
import { buildUnits } from './buildUnits.ts';
import { countWords } from './countWords.ts';
import { detectSegments } from './detectSegments.ts';
import { chooseKeyphrases, keyphrasesOf, measureSpread } from './keyphrases.ts';
import { nameKind } from './nameKind.ts';
import { nameSection } from './nameSegments.ts';
import { buildSegmentModel, cutProbabilities } from './segmentModel.ts';
import { readSpelling, spell } from './spelling.ts';
import { stem } from './stems.ts';

type Line = readonly [start: number, end: number, text: string, speaker?: string];
const cuesOf = (lines: readonly Line[]): Cue[] =>
  lines.map(([start, end, text, speaker], i) => ({
    id: `c${i + 1}`,
    start,
    end,
    text,
    ...(speaker === undefined ? {} : { speaker }),
  }));
const bare = { people: [], sponsors: [], links: [], tags: [] };

describe('cues become sentences', () => {
  test.each<[string, Line[], string[]]>([
    [
      'across cues',
      [
        [0, 2, 'We go to'],
        [2, 4, 'the sea. Now'],
      ],
      ['0–3.5 We go to the sea.', '3.5–4 Now'],
    ],
    ['not at a small letter', [[0, 4, 'see example.com. it is fine.']], ['0–4 see example.com. it is fine.']],
    ['not at abbreviations', [[0, 4, 'Ask Dr. Who. Really?']], ['0–2.6 Ask Dr. Who.', '2.6–4 Really?']],
    [
      'at a speaker',
      [
        [0, 1, 'and so', 'Ann'],
        [1, 2, 'yes', 'Bob'],
      ],
      ['0–1 and so', '1–2 yes'],
    ],
  ])('%s', (_, lines, expected) => {
    const round = (seconds: number) => Math.round(seconds * 10) / 10;
    expect(buildUnits(cuesOf(lines)).map(({ start, end, text }) => `${round(start)}–${round(end)} ${text}`)).toEqual(
      expected,
    );
  });

  test('a pause is told, and a long one parts a sentence', () => {
    const units = buildUnits(
      cuesOf([
        [0, 1, 'One.'],
        [2, 3, 'two and'],
        [6, 7, 'three.'],
      ]),
    );
    expect(units.map(({ text, pause }) => `${pause} ${text}`)).toEqual(['0 One.', '1 two and', '3 three.']);
  });

  test('without full stops they part where a cue ends', () => {
    const lines = Array.from({ length: 60 }, (_, i): Line => [
      i * 3,
      i * 3 + 3,
      'words without any stop that go on and on',
    ]);
    const units = buildUnits(cuesOf(lines));
    expect(units.length).toBeGreaterThan(15);
    expect(units.every(({ start }) => start % 3 === 0)).toBe(true);
  });
});

test.each([
  ['drivers', 'driver'],
  ['driver', 'driver'],
  ['mining', 'min'],
  ['mined', 'min'],
  ['planning', 'plan'],
  ['policies', 'policy'],
  ['boss', 'boss'],
  ['rust', 'rust'],
])('the stem of %s is %s', (word, expected) => expect(stem(word)).toBe(expected));

describe('kinds', () => {
  const kind = (said: string, rest: Partial<Parameters<typeof nameKind>[0]> = {}) =>
    nameKind({ opening: said, said, length: 100, first: false, last: false, ...rest });
  test.each<[string, string, Partial<Parameters<typeof nameKind>[0]>]>([
    ['intro', 'hello and welcome to the show', { first: true }],
    ['topic', 'hello and welcome to the show', {}],
    ['topic', `${'the wind had been up since noon '.repeat(40)}hello`, { first: true }],
    ['outro', 'thats all for today goodbye', { last: true }],
    ['picks', 'now our pick of the week is a small tool', {}],
    ['feedback', 'it is time for your letters one listener wrote in and the other emails too feedback', {}],
    ['housekeeping', 'let us know at the meetup in june', {}],
    ['topic', 'let us know at the meetup in june', { length: 600 }],
    ['news', 'the news from the kernel this week', {}],
    ['topic', 'pick up the phone', {}],
  ])('%s: %s', (expected, said, rest) => expect(kind(said, rest)).toBe(expected));
});

describe('sponsor reads', () => {
  const talk = (n: number, at: number): Line[] =>
    Array.from({ length: n }, (_, i) => [
      at + i * 6,
      at + i * 6 + 6,
      `The harbour wall number ${i} was built of granite and lime.`,
    ]);
  const read: Line[] = [
    [60, 66, 'A big thank you to our friends at Acme.'],
    [66, 72, 'Acme makes anvils that fall slowly, and'],
    [72, 78, 'you can try it for free. Go to acme.example slash harbour.'],
    [78, 84, 'That is acme.example slash harbour.'],
  ];
  const lines = [...talk(10, 0), ...read, ...talk(20, 84)];
  const kinds = (cues: Cue[], sponsors: { name: string; url?: string }[]) =>
    detectSegments({ ...bare, cues, sponsors, duration: 204 })
      .filter(({ kind }) => kind === 'sponsor')
      .map(({ start, end, title }) => `${start}–${end} ${title}`);

  test('are found and called by the name that the notes give', () =>
    expect(kinds(cuesOf(lines), [{ name: 'Acme Anvils', url: 'https://acme.example/harbour' }])).toEqual([
      '60–84 Acme Anvils',
    ]));
  test('a sponsor that is merely mentioned makes none', () =>
    expect(kinds(cuesOf([...talk(10, 0), [60, 66, 'Acme was there.'], ...talk(20, 66)]), [{ name: 'Acme' }])).toEqual(
      [],
    ));
});

test('greetings end before a sponsor read, though the strongest break be too near to it', () => {
  const talk = (n: number, at: number): Line[] =>
    Array.from({ length: n }, (_, i) => [at + i * 6, at + i * 6 + 6, `Granite wall number ${i} stands by the sea.`]);
  const lines: Line[] = [
    [0, 6, 'Hello and welcome to the show.'],
    ...talk(8, 6),
    ...talk(19, 56),
    ...talk(3, 175),
    [193, 198, 'This show is sponsored by Acme.'],
    [198, 204, 'Acme makes anvils, try it for free.'],
    [204, 210, 'Go to acme.com slash wall, thanks to Acme.'],
    ...talk(20, 210),
  ];
  const sections = detectSegments({ ...bare, cues: cuesOf(lines), sponsors: [{ name: 'Acme' }], duration: 330 });
  expect(sections.slice(0, 3).map(({ start, kind }) => `${start} ${kind}`)).toEqual([
    '0 intro',
    '56 topic',
    '193 sponsor',
  ]);
});

test('cuts are likely where the words change, whatever the evidence', () => {
  const lines = Array.from({ length: 40 }, (_, i): Line => [
    i * 5,
    i * 5 + 5,
    i < 20 ? 'Rust borrows memory.' : 'Slugs eat lettuce.',
  ]);
  const units = buildUnits(cuesOf(lines));
  const words = countWords(units);
  const times = Float64Array.from([...units.map(({ start }) => start), 200]);
  const starts = Uint32Array.from([0, 10, 20, 30]);
  const model = buildSegmentModel(words, times, starts, 40, new Float64Array(40), 10, 1000);
  const [, before, at, behind] = cutProbabilities(model, 0);
  expect(at).toBeGreaterThan(2 * before!);
  expect(at).toBeGreaterThan(2 * behind!);
});

test('keyphrases share no word with each other nor with what is taken', () => {
  const words = countWords(
    buildUnits(
      cuesOf([[0, 9, 'The device driver loads. A device driver needs memory. Memory is scarce. Firmware too.']]),
    ),
  );
  const phrases = keyphrasesOf(words, measureSpread(words), 0, words.first.length - 1);
  expect(phrases[0]!.written).toBe('device driver');
  const chosen = chooseKeyphrases(phrases, 3, ['memory']);
  expect(chosen.map(({ written }) => written)).not.toContain('Memory');
});

test.each([
  [
    'adverbs, which say how',
    'Honestly, roughly incredibly complex. Honestly. Roughly so. Incredibly complex.',
    ['complex'],
  ],
  [
    'numbers in words',
    'Twenty ships and fourteen ships. Twenty, or eleven percent of them. Eleven percent.',
    ['ships'],
  ],
  [
    'but words and names that only end like some',
    'The family of Emily saw Beverly. An assembly.',
    ['Beverly', 'Emily', 'family'],
  ],
])('keyphrases are no %s', (_, said, expected) => {
  const words = countWords(buildUnits(cuesOf([[0, 9, said]])));
  const phrases = keyphrasesOf(words, measureSpread(words), 0, words.first.length - 1);
  expect(
    chooseKeyphrases(phrases, 3)
      .map(({ written }) => written)
      .sort(),
  ).toEqual(expected);
});

test.each([
  [
    'de',
    `Und dann wird der Teig geschlagen, bis der Teig Blasen wirft, und wenn man den Teig nicht mit dem Löffel schlägt, dann
    ist das auch nicht der Teig für die Suppe, die wir heute aber noch mit dem Löffel essen wollen, und das ist die Suppe, die
    es bei uns immer gibt, wenn die Suppe noch auf dem Herd steht.`,
    ['Löffel', 'Suppe', 'Teig'],
  ],
  [
    'fr',
    `Et nous avons vu que la séance est ouverte, mais la séance, pour nous, c'est aussi les brancards dans le couloir, et les
    brancards que nous avons dans le couloir, vous les avez vus comme nous, parce que la séance est pour vous et pour ceux qui
    sont dans le couloir avec nous.`,
    ['brancards', 'couloir', 'séance'],
  ],
])('keyphrases of talk in another language are none of its fillers: %s', (_, said, expected) => {
  const words = countWords(buildUnits(cuesOf([[0, 60, said]])));
  const phrases = keyphrasesOf(words, measureSpread(words), 0, words.first.length - 1);
  expect(
    chooseKeyphrases(phrases, 3)
      .map(({ written }) => written)
      .sort(),
  ).toEqual(expected);
});

test('what would be a filler elsewhere says something in English', () => {
  const said =
    'Then we saw the son of a man at sea, and the son said to us that the sea is what he knows, so that was it. ';
  const words = countWords(buildUnits(cuesOf([[0, 60, said.repeat(4)]])));
  const phrases = keyphrasesOf(words, measureSpread(words), 0, words.first.length - 1);
  expect(
    chooseKeyphrases(phrases, 2)
      .map(({ written }) => written)
      .sort(),
  ).toEqual(['sea', 'son']);
});

describe('keyphrases are written as they stand in the talk', () => {
  const best = (said: string, count = 3) => {
    const words = countWords(buildUnits(cuesOf([[0, 60, said]])));
    const phrases = keyphrasesOf(words, measureSpread(words), 0, words.first.length - 1);
    return chooseKeyphrases(phrases, count).map(({ written, terms }) => `${written} (${terms.join(' ')})`);
  };
  test.each<[string, string, string[]]>([
    [
      'a name behind an O',
      "And Tim O'Reilly came. Then Tim O'Reilly left. Platforms, Tim O'Reilly wrote.",
      ["Tim O'Reilly (tim o reilly)"],
    ],
    ['such a name alone', "We read O'Reilly. And O'Reilly again, and O'Reilly.", ["O'Reilly (o reilly)"]],
    ['with another apostrophe', 'We met D’Angelo. And D’Angelo sang. Oh, D’Angelo.', ['D’Angelo (d angelo)']],
    ['with a possessive', "We met D'Angelo's dog. And D'Angelo's cat.", ["D'Angelo (d angelo)"]],
    ['in small letters', "we read o'reilly. and o'reilly again, and o'reilly.", ["o'reilly (o reilly)"]],
    ['a name with one within', "la Côte d'Ivoire, à la Côte d'Ivoire", ["Côte d'Ivoire (cote d ivoire)"]],
    ['a thing with one within', "un chemin d'accès, ce chemin d'accès", ["chemin d'accès (chemin d acces)"]],
    ['an article as none of it', "parler de l'avenir, d'avenir", ['avenir (avenir)']],
    ['one of two letters as none of it', "qu'Internet, qu'Internet, qu'Internet", ['Internet (internet)']],
    ['words without spaces', '人工知能、人工知能、人工知能。', ['人工知能 (人工 知能)']],
    ['those of two scripts', 'Linuxカーネル、Linuxカーネル。', ['Linuxカーネル (linux カーネル)']],
    ['a hyphen as a space', 'a mailing-list, the mailing-list', ['mailing list (mailing list)']],
    ['an address in one', 'see kernel.org, or kernel.org', ['kernel.org (kernel org)']],
    ['a constant in one', 'the OP_RETURN, an OP_RETURN', ['OP_RETURN (op return)']],
    ['no sounds in brackets', '[Music] a kernel (laughs) [Music] (laughs) kernel [Music]', ['kernel (kernel)']],
  ])('%s', (_, said, phrases) => expect(best(said, 1)).toEqual(phrases));

  test('two names do not share their O', () =>
    expect(best("Here O'Reilly met O'Brien. Then O'Reilly left, O'Brien too.", 2).sort()).toEqual([
      "O'Brien (o brien)",
      "O'Reilly (o reilly)",
    ]));
});

test.each([
  ['with a large letter, whatever follows', 'A block CSV. Then block CSV, and block CSV.', 'Block CSV'],
  ['but as it is where it has one within', 'An iPhone. Then iPhone, and iPhone.', 'iPhone'],
])('a title begins %s', (_, said, title) => {
  const words = countWords(buildUnits(cuesOf([[0, 60, said]])));
  const titling = { words, spread: measureSpread(words), spelling: new Map<string, string>() };
  expect(nameSection(titling, { kind: 'topic', from: 0, to: words.first.length - 1 })).toBe(title);
});

test('names that elide are spelt as the show notes spell them', () => {
  const people = [
    { name: "Tim O'Reilly", role: 'guest' },
    { name: 'Tom D. Smith', role: 'host' },
  ] as const;
  const links = [{ title: "D'Angelo on Linux", url: 'https://d.example' }];
  const spelling = readSpelling(
    { people, sponsors: [], links, tags: [] },
    countWords(buildUnits(cuesOf([[0, 9, "We met L'Oréal there."]]))),
  );
  const of = (phrase: string) => spell(phrase, spelling);
  expect(["o'reilly", "tim o'reilly books", "d'angelo", "chemin d'accès", "l'oréal", 'linuxカーネル'].map(of)).toEqual([
    "O'Reilly",
    "Tim O'Reilly books",
    "D'Angelo",
    "chemin d'accès",
    "L'Oréal",
    'linuxカーネル',
  ]);
});

test('words are spelt as the show notes spell them', () => {
  const spelling = readSpelling(
    {
      people: [{ name: 'Greg Kroah-Hartman', role: 'guest' }],
      sponsors: [{ name: 'Tailscale' }],
      links: [{ title: 'SCALE 22x Makes New Friends', url: 'https://scale.example' }],
      tags: [{ name: 'asahi linux' }],
    },
    countWords(buildUnits(cuesOf([[0, 9, 'We met Linus there. And linus spoke.']]))),
  );
  const of = (phrase: string) => spell(phrase, spelling);
  expect(['tailScale', 'scale 22X', 'greg kroah hartman', 'linus', 'friends'].map(of)).toEqual([
    'Tailscale',
    'SCALE 22x',
    'Greg Kroah-Hartman',
    'Linus',
    'friends',
  ]);
});
