import { describe, expect, test } from 'vitest';
import { coverageOf, parseTranscript, uncoveredSpans } from './transcript.ts';

/** `start-end text` for each cue: what a person would write down from the file. */
function read(...lines: string[]): string[] {
  return parseTranscript(lines.join('\n')).cues.map(
    ({ start, end, text, speaker }) => `${start}-${end} ${speaker ? `[${speaker}] ` : ''}${text.replaceAll('\n', '⏎')}`,
  );
}

const codes = (...lines: string[]) =>
  parseTranscript(lines.join('\n')).problems.map(({ code, line }) => `${line} ${code}`);

describe('what occurs in the wild is read', () => {
  test.each<[string, string[], string[]]>([
    [
      'a plain WebVTT file',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', 'one', '', '00:02.000 --> 00:03.000', 'two'],
      ['1-2 one', '2-3 two'],
    ],
    [
      'no blank lines at all',
      ['WEBVTT', '00:00:11.345 --> 00:00:15.825', 'one', '00:00:16.045 --> 00:00:16.725', 'two'],
      ['11.345-15.825 one', '16.045-16.725 two'],
    ],
    [
      'SubRip',
      ['1', '00:00:01,000 --> 00:00:02,500', 'one', 'more', '', '2', '00:00:03,000 --> 00:00:04,000', 'two'],
      ['1-2.5 one⏎more', '3-4 two'],
    ],
    [
      'SubRip without blank lines',
      ['1', '00:00:01,000 --> 00:00:02,000', 'one', '2', '00:00:03,000 --> 00:00:04,000', 'two'],
      ['1-2 one', '3-4 two'],
    ],
    [
      'a number that is text, not a counter',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', 'in', '1984', '00:02.000 --> 00:03.000', 'so'],
      ['1-2 in⏎1984', '2-3 so'],
    ],
    [
      'short times',
      ['WEBVTT', '', '0.860 --> 2.5', 'one', '', '3:19.460 --> 3:20', 'two'],
      ['0.86-2.5 one', '199.46-200 two'],
    ],
    [
      'a blank line behind the timing',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', '', 'one', '', '00:02.000 --> 00:03.000', '', 'two'],
      ['1-2 one', '2-3 two'],
    ],
    [
      'an empty cue before a note and an id',
      ['WEBVTT', '', '00:01.000 --> 00:02.000', '', 'NOTE hidden', '', 'id', '00:02.000 --> 00:03.000', 'two'],
      ['1-2 ', '2-3 two'],
    ],
    [
      'settings, ids, notes, styles, regions',
      [
        'WEBVTT - title',
        'Kind: captions',
        '',
        'STYLE',
        '::cue { color: red }',
        '',
        'REGION',
        'id:fred',
        '',
        'NOTE',
        'a',
        'b',
        '',
        'intro',
        '00:01.000 --> 00:02.000 align:start position:0%',
        'one',
      ],
      ['1-2 one'],
    ],
    [
      'CR, CRLF and a byte order mark',
      ['\uFEFFWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\none\r\r00:02.000 --> 00:03.000\rtwo'],
      ['1-2 one', '2-3 two'],
    ],
    [
      'cues out of order',
      ['WEBVTT', '', '00:05.000 --> 00:06.000', 'b', '', '00:01.000 --> 00:02.000', 'a'],
      ['1-2 a', '5-6 b'],
    ],
    ['a cue that ends before it starts', ['WEBVTT', '', '00:05.000 --> 00:02.000', 'b'], ['5-5.001 b']],
    [
      'voices, classes, inline times, references',
      [
        'WEBVTT',
        '',
        '00:01.000 --> 00:02.000',
        '<v.loud Mary  Ann>Hi <c.x>&amp; <00:01.500>bye</c>&lt;&#33; &eacute;&bogus;</v>',
      ],
      ['1-2 [Mary Ann] Hi & bye<! é&bogus;'],
    ],
    [
      'several voices in one cue, which share its time by the length of what they say',
      [
        'WEBVTT',
        '',
        '00:01.000 --> 00:04.000',
        '<v Ann>Is it?</v>',
        '<v Bob>No, it was.</v>',
        '<v Bob>Yes.',
        '',
        '00:02.000 --> 00:03.000',
        '<v Ann>Oh</v> <v Ann>well</v><v Bob> </v>',
      ],
      ['1-1.818 [Ann] Is it?', '1.818-4 [Bob] No, it was.⏎Yes.', '2-3 [Ann] Oh well'],
    ],
    ['override codes', ['1', '00:00:01,000 --> 00:00:02,000', '{\\an8}{\\i1}Up{\\i0} {c} {\\}'], ['1-2 Up {c} {\\}']],
    [
      'override codes of every kind',
      [
        '1',
        '00:00:01,000 --> 00:00:02,000',
        '{\\an8\\fs20}a{\\pos(192.5,-10)}b{\\fnTimes New Roman\\c&H00FF00&}c{\\fad(100,200)}d{\\t(0,50,\\fscx120)}e{\\r}f{\\1a&HFF&\\bord2.5 }g{\\k20}h',
      ],
      ['1-2 abcdefgh'],
    ],
    [
      'braces that are spoken or written, and no override codes',
      [
        'WEBVTT',
        '',
        '00:01.000 --> 00:02.000',
        'In LaTeX you write {\\em this}, {\\bf that}, {\\i} or {\\displaystyle x}.',
        'Or {\\r a}, {\\c c}, {\\alpha}, {\\rm x}, {\\footnotesize so}, {\\be}, {\\pos}, {\\an8 loud}, {\\fn x}',
      ],
      [
        '1-2 In LaTeX you write {\\em this}, {\\bf that}, {\\i} or {\\displaystyle x}.⏎Or {\\r a}, {\\c c}, {\\alpha}, {\\rm x}, {\\footnotesize so}, {\\be}, {\\pos}, {\\an8 loud}, {\\fn x}',
      ],
    ],
    [
      'a blank line within the text of SubRip, and a number behind that is none of it',
      [
        '1',
        '00:00:01,000 --> 00:00:02,000',
        'one',
        '',
        '<i>two</i>',
        '',
        '2',
        '00:00:02,000 --> 00:00:03,000',
        'three',
        '',
        '3',
      ],
      ['1-2 one⏎two', '2-3 three'],
    ],
    ...[
      '00:00:01:000 --> 00:02:000',
      '\u202b00:00:01,000 --> 00:00:02,000\u202c',
      '00:00: 01, 000 --> 00: 00:02,000 align:start',
      '00:00:01,000 -> 00:00:02,000',
      '00:00:01,000 - -> 00:00:02,000',
      '00:00:01,000 –> 00:00:02,000',
      '00:00:01,000 → 00:00:02,000',
    ].map((timing): [string, string[], string[]] => [
      `a timing as ${JSON.stringify(timing)}`,
      ['1', timing, 'x -> y'],
      ['1-2 x -> y'],
    ]),
    ['a lone angle bracket', ['WEBVTT', '', '00:01.000 --> 00:02.000', 'a < b > c <3'], ['1-2 a < b > c <3']],
  ])('%s', (_, lines, cues) => expect(read(...lines)).toEqual(cues));
});

describe('every fault is told with its line, and loses nothing else', () => {
  test.each<[string, string[], string[], string[]]>([
    [
      'bad-timing',
      ['WEBVTT', '', 'soon --> later', '', '00:01.000 --> 00:02.000', 'one'],
      ['3 bad-timing'],
      ['1-2 one'],
    ],
    [
      'text-without-timing',
      ['WEBVTT', '', 'lost words', '', '00:01.000 --> 00:02.000', 'one'],
      ['3 text-without-timing'],
      ['1-2 one'],
    ],
    [
      'cue-ends-before-start',
      ['WEBVTT', '', '00:05.000 --> 00:02.000', 'b'],
      ['3 cue-ends-before-start'],
      ['5-5.001 b'],
    ],
    [
      'cue-out-of-order',
      ['WEBVTT', '', '00:05.000 --> 00:06.000', 'b', '', '00:01.000 --> 00:02.000', 'a'],
      ['6 cue-out-of-order'],
      ['1-2 a', '5-6 b'],
    ],
    ['empty-cue', ['WEBVTT', '', '00:05.000 --> 00:06.000'], ['3 empty-cue'], ['5-6 ']],
    [
      'text-without-timing',
      ['1', '00:00:01,000 --> 00:00:02,000', 'one', '', '2', 'soon --> later', 'lost', '', 'too'],
      ['6 bad-timing', '7 text-without-timing', '9 text-without-timing'],
      ['1-2 one'],
    ],
    ['no-cues', ['hello'], ['1 text-without-timing', '0 no-cues'], []],
  ])('%s', (_, lines, problems, cues) => {
    expect(codes(...lines)).toEqual(problems);
    expect(read(...lines)).toEqual(cues);
  });
});

test('ids are unique', () => {
  const { cues } = parseTranscript('WEBVTT\n\n' + 'same\n00:01.000 --> 00:02.000\nx y\n\n'.repeat(50));
  expect(new Set(cues.map((cue) => cue.id)).size).toBe(50);
});

describe('coverage', () => {
  const cue = (start: number, end: number) => ({ id: `${start}`, start, end, text: 'x' });
  test('runs from the first start to the last end', () => {
    expect(coverageOf([cue(11, 15), cue(14, 90), cue(20, 30)])).toEqual({ start: 11, end: 90 });
    expect(coverageOf([])).toBeUndefined();
  });
  test('a gap counts from half a minute on', () => {
    expect(uncoveredSpans([cue(11, 15), cue(40, 90), cue(200, 300)], 3630)).toEqual([
      { start: 90, end: 200 },
      { start: 300, end: 3630 },
    ]);
    expect(uncoveredSpans([], 60)).toEqual([{ start: 0, end: 60 }]);
  });
});

test('too-many-cues: what is past the limit is left out, and told', () => {
  const { cues, problems } = parseTranscript('00:01.000 --> 00:02.000\na b\n'.repeat(100_001));
  expect(cues).toHaveLength(100_000);
  expect(problems.map(({ code }) => code)).toEqual(['too-many-cues']);
});

test('parts of one cue are not told to be out of order', () =>
  expect(codes('WEBVTT', '', '00:01.000 --> 00:09.000', '<v A>a<v B>b', '', '00:02.000 --> 00:03.000', 'c')).toEqual(
    [],
  ));

test('broken-characters: they are counted, with the line of the first', () =>
  expect(codes('WEBVTT', '', '00:01.000 --> 00:02.000', 'a \uFFFD\uFFFD b')).toEqual(['4 broken-characters']));

test('encoding-mended: a misread transcript is put right', () => {
  const { cues, problems } = parseTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\nA dash ‚Äî here');
  expect(cues[0]!.text).toBe('A dash — here');
  expect(problems.map(({ code }) => code)).toEqual(['encoding-mended']);
});
