import { describe, expect, test } from 'vitest';
import { detectFormat } from './format.ts';
import { parseTranscript } from './transcript.ts';

/** `start-end [speaker] text` for each cue. */
function read(source: string | object): string[] {
  const { cues } = parseTranscript(typeof source === 'string' ? source : JSON.stringify(source));
  return cues.map(
    ({ start, end, text, speaker }) => `${start}-${end} ${speaker ? `[${speaker}] ` : ''}${text.replaceAll('\n', '⏎')}`,
  );
}
const codes = (source: string) => parseTranscript(source).problems.map(({ line, code }) => `${line} ${code}`);

describe('JSON, in every dialect that is published', () => {
  test.each<[string, object, string[]]>([
    [
      'Podcasting 2.0, seconds',
      {
        version: '1.0.0',
        segments: [
          { speaker: 'Ann', startTime: 0.5, endTime: 2, body: 'Hi there.' },
          { speaker: 'Bob', startTime: 2, endTime: 3.25, body: 'Hello.' },
        ],
      },
      ['0.5-2 [Ann] Hi there.', '2-3.25 [Bob] Hello.'],
    ],
    [
      'a bare list in milliseconds',
      [
        { startTime: 500, endTime: 2000, body: 'one two' },
        { startTime: 2000, endTime: 3250, body: 'three' },
      ],
      ['0.5-2 one two', '2-3.25 three'],
    ],
    [
      'Whisper',
      {
        text: 'one two',
        segments: [
          { id: 0, start: 0, end: 2.5, text: ' one' },
          { id: 1, start: 2.5, end: 4, text: ' two' },
        ],
      },
      ['0-2.5 one', '2.5-4 two'],
    ],
    [
      'Podlove',
      [
        {
          start: '00:00:00.500',
          start_ms: 500,
          end: '00:00:02.000',
          end_ms: 2000,
          speaker: '',
          voice: 'Ann',
          text: 'Hi.',
        },
      ],
      ['0.5-2 [Ann] Hi.'],
    ],
    [
      'clock times and no end',
      {
        segments: [
          { startTime: '0:01', body: 'a b' },
          { startTime: '0:03', body: 'c d' },
        ],
      },
      ['1-3 a b', '3-3.001 c d'],
    ],
    ['nulls', { segments: [{ startTime: 1, endTime: 2, body: 'a', speaker: null }] }, ['1-2 a']],
  ])('%s', (_, source, cues) => expect(read(source)).toEqual(cues));

  test('one word for each piece becomes lines that can be read', () => {
    const words =
      'This is how some tools write. Each word has a time of its own, and nobody could read that at all.'.split(' ');
    const segments = words.map((body, i) => ({ startTime: i * 0.3, endTime: i * 0.3 + 0.25, body }));
    expect(read({ segments })).toEqual([
      '0-1.75 This is how some tools write.',
      '1.8-6.25 Each word has a time of its own, and nobody could read that at all.',
    ]);
  });

  test.each([
    ['{"segments": [\n{"startTime": 1}\n]}', ['2 bad-segment', '0 no-cues']],
    ['{"a": 1}', ['1 no-segments', '0 no-cues']],
    ['{"segments": [', ['1 bad-json', '0 no-cues']],
    ['[{"startTime": -1, "body": "x"}]', ['1 bad-segment', '0 no-cues']],
  ])('%s tells %j', (source, problems) => expect(codes(source)).toEqual(problems));
});

describe('HTML', () => {
  test('cite, time and p, in every nesting', () => {
    expect(
      read(
        '<!doctype html><body><cite>Ann:</cite>\n<time>0:00</time>\n<p>Hello &amp; <b>welcome</b>.</p><p>Still her.</p><cite>Bob</cite><time>0:05</time><p>Hi.</p></body>',
      ),
    ).toEqual(['0-5 [Ann] Hello & welcome.⏎Still her.', '5-6 [Bob] Hi.']);
  });
  test('scripts are no text, and nothing is markup', () => {
    expect(
      read('<cite>A</cite><time>0:01</time><p>one <script>alert(1)</script><img src=x onerror=alert(1)>two</p>'),
    ).toEqual(['1-2 [A] one two']);
  });
  test('bad-timing and text-without-timing are told', () => {
    expect(codes('<p>lost</p>\n<cite>A</cite><time>soon</time><p>words</p><time>0:02</time><p>x</p>')).toEqual([
      '1 text-without-timing',
      '2 bad-timing',
      '2 text-without-timing',
    ]);
  });
});

describe('plain text with time codes', () => {
  test.each<[string, string, string[]]>([
    ['brackets', '[00:00:01] one\n[00:00:04] two', ['1-4 one', '4-5 two']],
    ['bare, with a dash', '0:01 - one\nmore\n0:04 - two', ['1-4 one⏎more', '4-5 two']],
    [
      'a name and a time above the words',
      'Ann Example  0:01\nHello there.\n\nBob (0:04):\nHi.',
      ['1-4 [Ann Example] Hello there.', '4-5 [Bob] Hi.'],
    ],
    ['a name behind the time', '(0:01) Ann: one\n(0:04) Bob: two', ['1-4 [Ann] one', '4-5 [Bob] two']],
  ])('%s', (_, source, cues) => expect(read(source)).toEqual(cues));
  test('text before the first code is told', () =>
    expect(codes('A title\n0:01 one\n0:04 two')).toEqual(['1 text-without-timing']));
});

describe('speakers from prefixes', () => {
  const vtt = (...texts: string[]) =>
    `WEBVTT\n\n${texts.map((text, i) => `00:0${i}.000 --> 00:0${i}.500\n${text}\n`).join('\n')}`;
  test('where a file writes them throughout', () => {
    expect(read(vtt('Ann: Hello.', 'How are you?', 'Dr. Bob Miller: Fine.', 'Ann: Good.'))).toEqual([
      '0-0.5 [Ann] Hello.',
      '1-1.5 How are you?',
      '2-2.5 [Dr. Bob Miller] Fine.',
      '3-3.5 [Ann] Good.',
    ]);
  });
  test('not where a sentence only looks like it', () => {
    expect(read(vtt('Remember: be kind.', 'One thing: we go.', 'Yes.', 'No.', 'Right: left.'))[0]).toBe(
      '0-0.5 Remember: be kind.',
    );
  });
  test('not where voices name them', () => {
    expect(read(vtt('<v Ann>Bob: said he', '<v Ann>Bob: again'))).toEqual([
      '0-0.5 [Ann] Bob: said he',
      '1-1.5 [Ann] Bob: again',
    ]);
  });
});

test.each([
  ['WEBVTT\n\n', 'webvtt'],
  ['1\n00:00:01,000 --> 00:00:02,000\nhi', 'srt'],
  ['{"segments":[]}', 'json'],
  ['<cite>A</cite><time>0:00</time><p>x</p>', 'html'],
  ['[00:01] hi\n[00:02] ho', 'text'],
  ['# Show notes\n\nhello', undefined],
  ['', undefined],
  ['\x89PNG\r\n', undefined],
])('%j is %s', (source, format) => expect(detectFormat(source)).toBe(format));

describe('nothing that a file holds takes long', () => {
  // A second is a promise to people, with room for a busy machine; what is quadratic takes minutes here.
  test.each<[string, string]>([
    ['50,000 angle brackets', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<'.repeat(50_000)}`],
    ['50,000 opened tags without an end', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<b'.repeat(50_000)}`],
    ['80,000 blank lines', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'\n'.repeat(80_000)}hi`],
    ['100,000 nested tags', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<c>'.repeat(100_000)}hi`],
    ['100,000 nested elements', `<cite>A</cite><time>0:00</time><p>${'<div>'.repeat(100_000)}hi`],
    ['100,000 unclosed attributes', `<cite>A</cite><time>0:00</time>${'<p a="'.repeat(30_000)}`],
    ['30,000 quotes in tags', `<cite>A</cite><time>0:00</time><p ${'"\''.repeat(30_000)}>x</p>`],
    ['10,000 levels of JSON', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['10,000 levels of broken JSON', '{"a":'.repeat(10_000)],
    ['80,000 ampersands', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'&'.repeat(80_000)}`],
    ['80,000 arrows', '-->'.repeat(80_000)],
    ['80,000 lines of arrows', '-->\n'.repeat(80_000)],
    ['one line of 2,000,000 letters', 'a'.repeat(2_000_000)],
    ['2,000,000 digits', '1'.repeat(2_000_000)],
    ['80,000 colons', '1:'.repeat(80_000)],
    ['80,000 names', `${'Aa '.repeat(80_000)}0:00\nx\n1:00 y`],
    ['80,000 brackets', '[0:00 '.repeat(80_000)],
  ])('%s', (_, source) => {
    const start = performance.now();
    parseTranscript(source);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
