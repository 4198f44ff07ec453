import { describe, expect, test } from 'vitest';
import { growthOf, SQUARE } from '../testing/growth.ts';
import { detectFormat } from './format.ts';
import { parseTranscript } from './transcript.ts';

/** `start-end [speaker] text` for each cue. */
function read(source: string | object): string[] {
  const { cues } = parseTranscript(typeof source === 'string' ? source : JSON.stringify(source));
  return cues.map(
    ({ start, end, text, speaker }) => `${start}-${end} ${speaker ? `[${speaker}] ` : ''}${text.replaceAll('\n', '⏎')}`,
  );
}
const parse = (source: object) => parseTranscript(JSON.stringify(source));
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
      'Hugging Face',
      {
        text: ' one two',
        chunks: [
          { timestamp: [0, 2.5], text: ' one' },
          { timestamp: [2.5, null], text: ' two' },
        ],
      },
      ['0-2.5 one', '2.5-2.501 two'],
    ],
    [
      'youtube-transcript-api, with how long each lasts',
      [
        { text: 'one', start: 0.5, duration: 2 },
        { text: 'two', start: 60, duration: 1.5 },
      ],
      ['0.5-2.5 one', '60-61.5 two'],
    ],
    [
      'YouTube',
      {
        wireMagic: 'pb3',
        events: [
          { tStartMs: 0, dDurationMs: 9000, id: 1 },
          { tStartMs: 500, dDurationMs: 2000, segs: [{ utf8: 'one' }, { utf8: ' two', tOffsetMs: 400 }] },
          { tStartMs: 2500, aAppend: 1, segs: [{ utf8: '\n' }] },
          { tStartMs: 2600, dDurationMs: 1000, segs: [{ utf8: 'three' }] },
        ],
      },
      ['0.5-2.5 one two', '2.6-3.6 three'],
    ],
    [
      'Gladia',
      {
        result: {
          transcription: { full_transcript: 'one', utterances: [{ text: 'one', start: 0.5, end: 1, speaker: 0 }] },
        },
      },
      ['0.5-1 [Speaker 0] one'],
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
    [
      'whisper.cpp',
      {
        result: { language: 'en' },
        transcription: [
          {
            timestamps: { from: '00:00:00,000', to: '00:00:02,500' },
            offsets: { from: 0, to: 2500 },
            text: ' one two',
          },
          {
            timestamps: { from: '00:00:02,500', to: '00:00:04,000' },
            offsets: { from: 2500, to: 4000 },
            text: ' three',
          },
        ],
      },
      ['0-2.5 one two', '2.5-4 three'],
    ],
    [
      'Podlove with numbered speakers',
      { transcripts: [{ start_ms: 500, end_ms: 2000, speaker: '4', voice: 'Ann', text: 'Hi.' }] },
      ['0.5-2 [Ann] Hi.'],
    ],
    [
      'AssemblyAI, milliseconds, its voices lettered',
      {
        id: 'x',
        text: 'Good day. Hello.',
        words: [{ text: 'Good', start: 250, end: 650, speaker: 'A' }],
        utterances: [
          { speaker: 'A', text: 'Good day.', start: 250, end: 1250, words: [{ text: 'Good', start: 250, end: 650 }] },
          { speaker: 'B', text: 'Hello.', start: 1400, end: 2000 },
        ],
      },
      ['0.25-1.25 [Speaker A] Good day.', '1.4-2 [Speaker B] Hello.'],
    ],
    [
      'AssemblyAI without voices',
      { text: 'Good day.', utterances: null, words: [{ text: 'Good', start: 250, end: 650, speaker: null }] },
      ['0.25-0.65 Good'],
    ],
    [
      'Deepgram, seconds, its voices numbered',
      {
        metadata: { duration: 4 },
        results: {
          channels: [
            {
              alternatives: [
                { transcript: 'Good day.', words: [{ word: 'good', punctuated_word: 'Good', start: 0.2, end: 0.6 }] },
              ],
            },
          ],
          utterances: [{ start: 0.2, end: 1.2, transcript: 'Good day.', speaker: 0 }],
        },
      },
      ['0.2-1.2 [Speaker 0] Good day.'],
    ],
    [
      'Deepgram without utterances',
      {
        results: {
          channels: [
            {
              alternatives: [
                { transcript: 'Good day.', words: [{ word: 'good', punctuated_word: 'Good', start: 0.2, end: 0.6 }] },
              ],
            },
          ],
        },
      },
      ['0.2-0.6 Good'],
    ],
    [
      'Amazon Transcribe, by words',
      {
        results: {
          transcripts: [{ transcript: 'On hold.' }],
          items: [
            {
              type: 'pronunciation',
              alternatives: [{ content: 'On' }],
              start_time: '0.1',
              end_time: '0.3',
              speaker_label: 'spk_1',
            },
            {
              type: 'pronunciation',
              alternatives: [{ content: 'hold' }],
              start_time: '0.3',
              end_time: '0.7',
              speaker_label: 'spk_1',
            },
            { type: 'punctuation', alternatives: [{ content: '.' }], speaker_label: 'spk_1' },
          ],
        },
      },
      ['0.1-0.3 [Speaker 1] On', '0.3-0.7 [Speaker 1] hold.'],
    ],
    [
      'Speechmatics',
      {
        format: '2.9',
        results: [
          {
            type: 'word',
            start_time: 0.1,
            end_time: 0.3,
            alternatives: [{ content: 'Hi', speaker: 'S1' }, { content: 'High' }],
          },
          { type: 'punctuation', start_time: 0.3, end_time: 0.3, alternatives: [{ content: '.', speaker: 'S1' }] },
        ],
      },
      ['0.1-0.3 [Speaker 1] Hi.'],
    ],
    [
      'ElevenLabs',
      {
        text: 'Hi there',
        words: [
          { text: 'Hi', start: 0.1, end: 0.3, type: 'word', speaker_id: 'speaker_0' },
          { text: ' ', start: 0.3, end: 0.4, type: 'spacing', speaker_id: 'speaker_0' },
          { text: 'there', start: 0.4, end: 0.7, type: 'word', speaker_id: 'speaker_1' },
        ],
      },
      ['0.1-0.3 [Speaker 0] Hi', '0.4-0.7 [Speaker 1] there'],
    ],
    [
      'Google, with its words once more for their voices',
      {
        results: [
          { alternatives: [{ transcript: 'Hi', words: [{ startTime: '1.300s', endTime: '1.400s', word: 'Hi' }] }] },
          { alternatives: [{ transcript: 'you', words: [{ startTime: '2s', endTime: '2.5s', word: 'you' }] }] },
          {
            alternatives: [
              {
                words: [
                  { startTime: '1.300s', endTime: '1.400s', word: 'Hi', speakerTag: 1 },
                  { startTime: '2s', endTime: '2.5s', word: 'you', speakerTag: 2 },
                ],
              },
            ],
          },
        ],
      },
      ['1.3-1.4 [Speaker 1] Hi', '2-2.5 [Speaker 2] you'],
    ],
    [
      'Google, second version',
      {
        response: {
          results: [
            {
              alternatives: [
                { words: [{ startOffset: '0.300s', endOffset: '0.500s', word: 'Hi', speakerLabel: '1' }] },
                { words: [{ startOffset: '0.300s', endOffset: '0.500s', word: 'High' }] },
              ],
            },
          ],
        },
      },
      ['0.3-0.5 [Speaker 1] Hi'],
    ],
    [
      'Speechmatics in Spanish, with a voice that it does not know, and music',
      {
        results: [
          { type: 'audio_event', start_time: 0, end_time: 1 },
          { type: 'punctuation', attaches_to: 'next', start_time: 1, end_time: 1, alternatives: [{ content: '¿' }] },
          { type: 'word', start_time: 1, end_time: 2, alternatives: [{ content: 'Qué', speaker: 'UU' }] },
          {
            type: 'punctuation',
            attaches_to: 'previous',
            start_time: 2,
            end_time: 2,
            alternatives: [{ content: '?' }],
          },
        ],
      },
      ['1-2 ¿Qué?'],
    ],
    [
      'whisper.cpp, which did not tell the voices apart',
      { transcription: [{ timestamps: { from: '00:00:00,100', to: '00:00:02,000' }, text: ' Hi.', speaker: '?' }] },
      ['0.1-2 Hi.'],
    ],
    [
      'Amazon Transcribe',
      {
        results: {
          transcripts: [{ transcript: 'I have been on hold.' }],
          speaker_labels: { segments: [{ start_time: '4.87', end_time: '6.88', speaker_label: 'spk_0', items: [] }] },
          audio_segments: [
            {
              id: 0,
              transcript: 'I have been on hold.',
              start_time: '4.87',
              end_time: '6.88',
              speaker_label: 'spk_0',
              items: [0, 1],
            },
          ],
        },
      },
      ['4.87-6.88 [Speaker 0] I have been on hold.'],
    ],
    ['nulls', { segments: [{ startTime: 1, endTime: 2, body: 'a', speaker: null }] }, ['1-2 a']],
  ])('%s', (_, source, cues) => expect(read(source)).toEqual(cues));

  test('a piece that ends before it starts is parted in the order of its lines', () => {
    const segments = [
      { start: 5, end: 3, text: 'Ann: one\nBob: two three' },
      { start: 10, end: 11, text: 'Ann: a' },
      { start: 13, end: 14, text: 'Bob: b' },
    ];
    expect(read({ segments })).toEqual([
      '5-5.001 [Ann] one',
      '5-5.001 [Bob] two three',
      '10-11 [Ann] a',
      '13-14 [Bob] b',
    ]);
  });
  test('of very many pieces that end before they start, a hundred are told, and the number of the others', () => {
    const { cues, problems } = parseTranscript(
      JSON.stringify({ segments: Array.from({ length: 130 }, (_, i) => ({ start: i + 9, end: 1, text: 'a b' })) }),
    );
    expect(cues).toHaveLength(130);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)!.message).toContain('30 more');
  });

  test('what one voice says for long is parted by the times of its words', () => {
    const said = 'I will tell it all. It began in a garden, on a day like any other, when nobody was there but me.';
    const words = said.split(' ').map((text, i) => ({ text, start: i * 1500, end: i * 1500 + 1000 }));
    const long = { speaker: 'A', start: 0, end: words.length * 1500, text: said, words };
    expect(read({ utterances: [long] })).toEqual([
      '0-7 [Speaker A] I will tell it all.',
      '7.5-32.5 [Speaker A] It began in a garden, on a day like any other, when nobody was there but me.',
    ]);
    expect(read({ utterances: [{ ...long, end: 15_000 }] })).toEqual([`0-15 [Speaker A] ${said}`]);
    expect(read({ utterances: [{ ...long, words: [] }] })).toEqual([`0-33 [Speaker A] ${said}`]);
  });

  test('words part a text and change nothing of it: numbers without times, signs without spaces', () => {
    const start = 'It was a long-term plan of 50% and version 3.5 for $2,000 in 2014.';
    const text = `${start} Then we went on for a while and nobody knew how it would all come to its end.`;
    const words = [...text.matchAll(/\s?[\w']+|[^\w\s]+/g)].map(([word], i) =>
      /\d/.test(word) && i % 2 === 0 ? { word } : { word, start: i * 0.5, end: i * 0.5 + 0.4 },
    );
    const { cues } = parse({ segments: [{ start: 0, end: 30, text, words }] });
    expect(cues.map((cue) => cue.text)).toEqual([start, text.slice(start.length + 1)]);
    expect(cues[1]!.start).toBeGreaterThan(5);
  });

  test('what stands before the first word with a time goes with it', () => {
    const text = `2024 so this ${'is one long year '.repeat(6).trim()}. Then it was over and done.`;
    const words = text.split(' ').map((word, i) => (i === 0 ? { word } : { word, start: i, end: i + 0.9 }));
    const [first] = parse({ segments: [{ start: 0, end: 40, text, words }] }).cues;
    expect(first).toMatchObject({ start: 1, text: expect.stringMatching(/^2024 so/) as string });
    expect(first!.end).toBeLessThan(30);
  });

  test.each([
    ['words that leave something out', [{ word: 'One', start: 0, end: 1 }]],
    ['words that are others', 'Two three. Four five.'.split(' ').map((word, i) => ({ word, start: i, end: i + 1 }))],
    ['words that are none', [7, null, {}, { word: 'One', start: 0 }]],
  ])('%s part no text', (_, words) => {
    const { cues } = parse({ segments: [{ start: 0, end: 30, text: 'One two. Three four.', words }] });
    expect(cues.map(({ text }) => text)).toEqual(['One two. Three four.']);
  });

  const turn = 'As long as it takes to say. '.repeat(60);
  test.each<[string, object, number]>([
    [
      'long turns',
      {
        utterances: [
          { start: 0, end: 150, text: turn },
          { start: 150, end: 420, text: turn },
        ],
      },
      420,
    ],
    [
      'milliseconds within something else',
      { transcript: { utterances: [{ start: 2500, end: 6500, text: 'So.' }] } },
      6.5,
    ],
    [
      'milliseconds with fractions',
      [
        { start: 0, end: 1500.5, text: 'So.' },
        { start: 1500.5, end: 4000.25, text: 'So.' },
      ],
      4,
    ],
    ['results of a monologue', { results: { utterances: [{ start: 0, end: 130, transcript: 'A' }] } }, 130],
  ])('the unit of times: %s', (_, source, end) => expect(parse(source).cues.at(-1)!.end).toBe(end));

  test('all lists are read, where there are several', () => {
    const words = (at: number, ...said: string[]) =>
      said.map((word, i) => ({ word, start: at + i / 2, end: at + i / 2 + 0.4 }));
    const answer = (at: number, ...said: string[]) => ({
      alternatives: [{ transcript: said.join(' '), words: words(at, ...said) }],
    });
    const texts = (source: object) =>
      parse(source).cues.map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text));
    expect(texts({ results: [answer(0, 'One'), answer(5, 'two')] })).toEqual(['One', 'two']);
    expect(
      texts({
        segments: [
          { start: 0, end: 1, words: words(0, 'One') },
          { start: 5, words: words(5, 'two') },
        ],
      }),
    ).toEqual(['One', 'two']);
    expect(texts({ results: { channels: [answer(0, 'One', 'three'), answer(0.2, 'two')] } })).toEqual([
      'Speaker 0: One',
      'Speaker 1: two',
      'Speaker 0: three',
    ]);
    expect(
      texts({ results: { channels: [answer(0, 'One'), { alternatives: [{ transcript: '', words: [] }] }] } }),
    ).toEqual(['One']);
  });

  test('a turn that interrupts another goes on; the first readable name of a time and a voice counts', () => {
    const turn = (...words: [string, number][]) => ({
      words: words.map(([word, start]) => ({ word, start, end: start + 0.4 })),
    });
    const segments = [turn(['one', 0], ['two', 5.2]), turn(['yes', 5], ['no', 6]), turn(['go', 8])];
    expect(parse({ segments }).cues.map(({ text }) => text)).toEqual(['one', 'yes', 'two', 'no', 'go']);
    expect(
      read([
        { start_time: '10:00:00', end_time: '10:00:02', start: 0, end: 2, text: 'a', speaker: 'Ann', voice: 'alloy' },
      ]),
    ).toEqual(['0-2 [Ann] a']);
    expect(read({ utterances: [{ start_time: 0, end_time: 1705, text: '这是字节跳动' }] })).toEqual([
      '0-1.705 这是字节跳动',
    ]);
  });

  test('a list that begins anew is another talk, and told', () => {
    const segments = [
      { start: 0, end: 1, text: 'One' },
      { start: 1, end: 2, text: 'two' },
    ];
    const { cues, problems } = parse({
      transcripts: [
        { language: 'en', segments },
        { language: 'de', segments },
      ],
    });
    expect(cues.map(({ text }) => text)).toEqual(['One', 'two']);
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'more-lists: Another list begins anew here; the first is read.',
    ]);
    expect(parse([{ segments }, { segments }, { segments }]).problems[0]!.message).toMatch(/^2 more lists begin anew/);
  });

  test('of more than a hundred pieces without a time, the number of the others is told', () => {
    const { cues, problems } = parse([
      { start: 0, end: 1, text: 'A' },
      ...Array.from({ length: 103 }, () => ({ text: 'B' })),
    ]);
    expect(cues).toHaveLength(1);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)!.message).toBe('3 more pieces have no start or no text; they are left out.');
  });

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
    [
      '{"segments": [\n{"start": 5, "end": 3, "text": "x"},\n{"start": 6, "end": 6, "text": "y"},\n{"start": 7, "text": "z"}\n]}',
      ['2 cue-ends-before-start'],
    ],
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
  test.each([
    ['a break parts words', '<cite>A</cite><time>0:01</time><p>one<br>two</p>', ['1-2 [A] one two']],
    ['a time within a paragraph takes none of its words', '<p><time>0:01</time> one</p>', ['1-2 one']],
    ['nor does a name', '<p><cite>A:</cite> <time>0:01</time> one <b>two</b></p>', ['1-2 [A] one two']],
  ])('%s', (_, source, cues) => expect(read(source)).toEqual(cues));
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
    ['bold names', '[00:00:01] **Ann:** one\n**[00:00:04] Bob:** two', ['1-4 [Ann] one', '4-5 [Bob] two']],
    [
      'bold names before the time',
      '**Ann** [00:00:01]: one\n**Bob** [00:00:04]: two',
      ['1-4 [Ann] one', '4-5 [Bob] two'],
    ],
    [
      'a name and a time before the words',
      'Ann Lee: [0:01] one\nBob [0:04]: two',
      ['1-4 [Ann Lee] one', '4-5 [Bob] two'],
    ],
    [
      'Teams, with the name in a line of its own',
      ['Ann', 'Bob Jones', 'Ann', 'Bob Jones']
        .map((name, i) => `0:0:${i}.0 --> 0:0:${i}.5\n${name}\nword ${i}\n`)
        .join('\n'),
      ['0-0.5 [Ann] word 0', '1-1.5 [Bob Jones] word 1', '2-2.5 [Ann] word 2', '3-3.5 [Bob Jones] word 3'],
    ],
    [
      'Google Meet, in blocks of minutes',
      '00:00:00\n\nAnn Lee: Hi.\nBob: There are\ntwo: this.\nAnn Lee: Ok.\n\n00:00:10\n\nBob: Yes.\nAnn Lee: Oh.\n\nTranscription ended after 00:00:20',
      [
        '0-1.154 [Ann Lee] Hi.',
        '1.154-8.846 [Bob] There are⏎two: this.',
        '8.846-10 [Ann Lee] Ok.',
        '10-15.714 [Bob] Yes.',
        '15.714-20 [Ann Lee] Oh.',
      ],
    ],
    [
      'as YouTube’s page is copied, which says its times aloud',
      '0:04\n4 seconds\nhello\n4 seconds\n1:01\n1 minute, 1 second\nyou',
      ['4-61 hello⏎4 seconds', '61-62 you'],
    ],
    ['bare, with a dash', '0:01 - one\nmore\n0:04 - two', ['1-4 one⏎more', '4-5 two']],
    [
      'a name and a time above the words',
      'Ann Example  0:01\nHello there.\n\nBob (0:04):\nHi.',
      ['1-4 [Ann Example] Hello there.', '4-5 [Bob] Hi.'],
    ],
    ['a name behind the time', '(0:01) Ann: one\n(0:04) Bob: two', ['1-4 [Ann] one', '4-5 [Bob] two']],
    [
      'what Whisper prints',
      'Detecting language: English\n[00:00.000 --> 00:05.000]  And so my fellow Americans\n[00:06.500 --> 01:00:09.000]  ask not',
      ['0-5 And so my fellow Americans', '6.5-3609 ask not'],
    ],
    ['starts and ends', '[0:01 - 0:03] one\n[0:04 - 0:04] two', ['1-3 one', '4-5 two']],
    ['a bracket before the first time', '[Intro music]\n\n00:00:05 Ann: Welcome back.', ['5-6.2 [Ann] Welcome back.']],
    [
      'a spoken line that ends in a time',
      'Ann Example  0:02\nThe train leaves at 10:30\n\nBob  0:09\nIt does\nat 0:10\n\nAnn Example  0:15\nGood.',
      ['2-9 [Ann Example] The train leaves at 10:30', '9-15 [Bob] It does⏎at 0:10', '15-16 [Ann Example] Good.'],
    ],
    [
      'spoken lines that begin with a time, later or earlier than those around',
      'Ann  0:02\n10:30 was when we met.\n\nBob  0:09\n0:05 is early.\n10:31 is late.\n\nAnn  0:15\nYes.',
      ['2-9 [Ann] 10:30 was when we met.', '9-15 [Bob] 0:05 is early.⏎10:31 is late.', '15-16 [Ann] Yes.'],
    ],
    [
      'the same, where times stand at the heads of lines',
      '0:01 One\n10:30 was when\n11:30 too\n0:04 Two\n0:02 is early\n0:09 Three',
      ['1-4 One⏎10:30 was when⏎11:30 too', '4-9 Two⏎0:02 is early', '9-10 Three'],
    ],
    [
      'names in small letters, where they come again or stand apart',
      'host 0:01\nHi.\nguest  0:03\nHo.\nthe other (0:05)\nYes.\nhost 0:07\nBye.',
      ['1-3 [host] Hi.', '3-5 [guest] Ho.', '5-7 [the other] Yes.', '7-8 [host] Bye.'],
    ],
    [
      'two parts, each of which counts from nought',
      '0:00 a\n0:10 b\n0:20 c\n0:30 d\n0:40 e\n0:01 f\n0:11 g\n0:21 h\n0:31 i',
      ['0-10 a', '1-11 f', '10-20 b', '11-21 g', '20-30 c', '21-31 h', '30-40 d', '31-32 i', '40-41 e'],
    ],
    [
      'times in brackets are never text',
      '[0:01] one\n[10:30] two\n[0:04] three\n0:06 four',
      ['1-630 one', '4-6 three', '6-7 four', '630-631 two'],
    ],
    [
      'turns that overlap stay turns, by whom they are',
      'Ann Example 0:02\nHello there.\nBob Jones 0:10\nHi.\nAnn Example 0:14\nYes, sure.\nBob Jones 0:13\nNo!\nAnn Example 0:20\nOkay.',
      [
        '2-10 [Ann Example] Hello there.',
        '10-14 [Bob Jones] Hi.',
        '13-20 [Bob Jones] No!',
        '14-15 [Ann Example] Yes, sure.',
        '20-21 [Ann Example] Okay.',
      ],
    ],
    [
      'a turn of a known name stays, however far off',
      'Ann 0:02\na\nBob 0:10\nb\nAnn 59:00\nc\nZoe 30:00\nd\nBob 0:20\ne',
      ['2-10 [Ann] a', '10-3540 [Bob] b', '20-21 [Bob] e', '1800-1801 [Zoe] d', '3540-3541 [Ann] c'],
    ],
    [
      'codes without names that overlap',
      '0:02 Hello.\n0:10 Hi.\n0:14 Yes\n0:13 No!\n0:20 Okay.',
      ['2-10 Hello.', '10-14 Hi.', '13-20 No!', '14-15 Yes', '20-21 Okay.'],
    ],
    [
      'the same, where some go on in small letters',
      '0:02 Hello\n0:05 and hi.\n0:10 Hi\n0:14 Yes\n0:12 and no\n0:13 No!\n0:20 Okay.',
      ['2-5 Hello', '5-10 and hi.', '10-14 Hi', '12-13 and no', '13-20 No!', '14-15 Yes', '20-21 Okay.'],
    ],
    [
      'a spoken time minutes away that begins like a turn',
      '0:01 One\n10:30 PM was when\n0:04 Two\n0:09 Three\n5:00 Four\n5:02 Five\n1:00 PM was early\n5:05 Six',
      [
        '1-4 One⏎10:30 PM was when',
        '4-9 Two',
        '9-300 Three',
        '300-302 Four',
        '302-305 Five⏎1:00 PM was early',
        '305-306 Six',
      ],
    ],
    ...[
      ['0:00 5:00 10:00 15:00', '0:00 5:00 10:00 15:00'],
      ['0:00 5:00', '0:00 5:00'],
      ['0:00 2:10 7:45 9:00', '0:00 3:20 4:00 12:00'],
      ['0:02 5:00 10:00', '0:03 5:10 10:05 20:00'],
      ['0:00 1:00 30:00 45:00', '0:00 1:00 2:00 3:00 4:00'],
      ['0:00 1:00 2:00 3:00 4:00 5:00', '0:00 6:00 7:00'],
    ].map((parts): [string, string, string[]] => {
      const times = parts.join(' ').split(' ');
      const seconds = times.map((time) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]));
      const read = [...seconds.entries()].sort(([, a], [, b]) => a - b);
      const end = (i: number) => (seconds[i + 1]! > seconds[i]! ? seconds[i + 1]! : seconds[i]! + 1);
      return [
        `short parts that count from nought each: ${parts.join(' | ')}`,
        times.map((time, i) => `${time} T${i}`).join('\n'),
        read.map(([i, start]) => `${start}-${end(i)} T${i}`),
      ];
    }),
    [
      'as YouTube’s SBV',
      '0:00:00.599,0:00:04.160\nHi, my name is Ann.\n\n0:00:04.160,0:00:06.770\nHello.',
      ['0.599-4.16 Hi, my name is Ann.', '4.16-6.77 Hello.'],
    ],
    [
      'with frames, as editing programs export it',
      '00:00:01:05 - 00:00:03:10\nHello there.\n\n00:00:03:10 - 00:01:00;02\nYes.',
      ['1-3 Hello there.', '3-60 Yes.'],
    ],
    [
      'those who speak once, with small letters in their names',
      'Ann Example 0:02\nHello there.\nSandra dos Santos 0:10\nHi.\nAnn Example 0:14\nYes, sure.\nSpeaker one 0:30\nx\ncaller 0:40\nFoo\nMaría de los Ángeles García Pérez 0:50\nBar',
      [
        '2-10 [Ann Example] Hello there.',
        '10-14 [Sandra dos Santos] Hi.',
        '14-30 [Ann Example] Yes, sure.',
        '30-40 [Speaker one] x',
        '40-50 [caller] Foo',
        '50-51 [María de los Ángeles García Pérez] Bar',
      ],
    ],
    [
      'sentences that end in a time, though it fits',
      'Ann 0:02\nWe start at 0:03\nor by 0:04\nbetween 0:05\nand 0:06\nI really do like trains like 0:07\nTreffen wir uns um 0:08\ncaller 55:00\nBob 0:09\nHi.\n他们说 50:00\nAnn 0:15\nx',
      [
        '2-9 [Ann] We start at 0:03⏎or by 0:04⏎between 0:05⏎and 0:06⏎I really do like trains like 0:07⏎Treffen wir uns um 0:08⏎caller 55:00',
        '9-15 [Bob] Hi.⏎他们说 50:00',
        '15-16 [Ann] x',
      ],
    ],
  ])('%s', (_, source, cues) => expect(read(source)).toEqual(cues));
  test.each([
    [
      'Ann Lee  0:02\nHi all.\nNote this (4:30): wow.\nThen (5:30): wow\n\nBob  0:30\nok',
      '2 Hi all.⏎Note this (4:30): wow.⏎Then (5:30): wow',
    ],
    [
      '[00:10:00] We read.\nHe wrote in John (3:16): For so.\n[00:11:00] And so on.',
      '600 We read.⏎He wrote in John (3:16): For so.',
    ],
    ['[0:01] one\n[0:05] two\nand so the story ends 1:02:03', '3723 '],
  ])('a time within a sentence is no turn, and none is lost: %j', (source, cue) => {
    const cues = parseTranscript(source).cues.map(({ start, text }) => `${start} ${text.replaceAll('\n', '⏎')}`);
    expect(cues).toContain(cue);
  });

  test.each([
    'Ann talks with Bob.\nBest part: [12:30] the rant\n',
    'On John (3:16): what love means.',
    'Timestamps: [0:00] Intro, [2:10] Guest',
  ])('is no transcript: %j', (text) => expect(detectFormat(text)).toBeUndefined());

  test('text before the first code is told', () =>
    expect(codes('A title\n0:01 one\n0:04 two')).toEqual(['1 text-without-timing']));
  test('a time that is read as text is told', () =>
    expect(codes('0:01 one\n10:30 was when\n0:04 two')).toEqual(['2 time-in-text']));
  test('so is a sentence that ends in one', () =>
    expect(codes('Ann 0:01\nwe met at 0:02\nBob 0:04\ntwo')).toEqual(['2 time-in-text']));
  test('turns that overlap are told to be out of order, and nothing else', () =>
    expect(codes('Ann 0:01\na\nBob 0:14\nb\nAnn 0:13\nc\nBob 0:20\nd')).toEqual(['5 cue-out-of-order']));
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
  test.each([
    ['[SPEAKER_00]: Hi.', 'SPEAKER_00'],
    ['Ann van Dyke: Hi.', 'Ann van Dyke'],
    ['Bob Jones (he/him): Hi.', 'Bob Jones'],
    ['>> BOB (on phone): Hi.', 'BOB'],
  ])('however they are written: %s', (line, speaker) => {
    expect(read(vtt(line, 'Ann: Hello.', line))[0]).toBe(`0-0.5 [${speaker}] Hi.`);
  });
  test('of two in one cue, each by name, sharing its time by the length of what they say', () => {
    expect(read('1\n00:00:01,000 --> 00:00:03,000\n- Ann: Hi.\n- Bob: Hey\nyou.')).toEqual([
      '1-1.545 [Ann] Hi.',
      '1.545-3 [Bob] Hey⏎you.',
    ]);
    expect(read(vtt('- Hm.\n- Bob: Yes.', 'Ann: A\nBob: B', 'Ann: One\nThing: two'))).toEqual([
      '0-0.278 - Hm.',
      '0.278-0.5 [Bob] Yes.',
      '1-1.25 [Ann] A',
      '1.25-1.5 [Bob] B',
      '2-2.5 [Ann] One⏎Thing: two',
    ]);
  });
  test.each([
    ['dashed items of a list', '- Security: the hole is shut.\n- Speed: fine.'],
    ['a wrapped line, and the same again elsewhere', 'Python: it was slow.', 'Python: it was fast.'],
    ['marks of another kind', '>> Security: the hole.', '- Python: it was.'],
  ])('not below the first line of a cue: %s', (_, ...lines) => {
    const cues = vtt(...lines.map((line) => `Ann: We found two things.\n${line}`), 'Bob: I see.', 'Ann: Ok.');
    expect(parseTranscript(cues).cues.map(({ speaker }) => speaker)).toEqual([...lines.map(() => 'Ann'), 'Bob', 'Ann']);
  });
  test('below a dash in the first line, another dash names who answers', () =>
    expect(parseTranscript(vtt('- Ann: A\n- Bob: b', 'Ann: c\nBob: d')).cues.map(({ speaker }) => speaker)).toEqual([
      'Ann',
      'Bob',
      'Ann',
      'Bob',
    ]));
  test.each([
    ['张三', '：', '李四'],
    ['speaker 1', ': ', 'speaker 2'],
    ['مريم', ': ', 'علي'],
    ['राम शर्मा', ': ', 'सीता'],
  ])('in scripts and spellings without capitals: %s', (one, colon, other) => {
    const talk = [`${one}${colon}Aa.`, 'Bb.', `${other}${colon}Cc.`, `${one}${colon}Dd.`, `${other}${colon}Ee.`];
    expect(parseTranscript(vtt(...talk, ...talk)).cues.map(({ speaker, text }) => `${speaker ?? ''} ${text}`)).toEqual(
      [0, 1].flatMap(() => [`${one} Aa.`, ' Bb.', `${other} Cc.`, `${one} Dd.`, `${other} Ee.`]),
    );
  });
  test.each([
    ['他说：我们走。', '好的。', '他说：来。', '他说：看。', '我们走。', '好。', '是的。'],
    ['one thing: we go.', 'yes.', 'and then: no.', 'the other: this.'],
    ['問題：這個。', '答案：那個。', '好。', '是。'],
  ])('words without capitals before a colon are names only where they go on so: %s', (...lines) => {
    expect(parseTranscript(vtt(...lines)).cues.map(({ text }) => text)).toEqual(lines);
  });
  test.each([
    ['dashes', '- Yes.\n- You know it.', '- No.\n- You said it.'],
    ['capitals', 'WELCOME TO THE SHOW\nI AM YOUR HOST', 'YES\nI KNOW THAT'],
    ['sounds', '[MUSIC]\nhello there', '♪ ♪\nand so on'],
    ['a refrain', 'Freude, Freude,\nschöner Funken', 'Ja, ja!\nwir sind da'],
    ['dates', '2024-01-01 10:00\nhello there', '2024-01-01 10:01\nand so on'],
    ['times of day', '午前10：30から', '午後3：15まで'],
    ['stories', '他说：我们走。', '她说：好。'],
    ['one word now and then', 'music: hm.', 'and so on'],
  ])('first words and lines of captions are no names: %s', (_, ...lines) => {
    const cues = [...lines, ...lines, ...lines, ...lines];
    expect(parseTranscript(vtt(...cues)).cues.map(({ text }) => text)).toEqual(cues);
  });
  test('not where a sentence only looks like it', () => {
    expect(read(vtt('Remember: be kind.', 'One thing: we go.', 'Yes.', 'No.', 'Right: left.'))[0]).toBe(
      '0-0.5 Remember: be kind.',
    );
  });
  test('nor where one word alone comes back: nobody would answer it', () => {
    const talk = ['Bitcoin: it works.', ...Array<string>(8).fill('and so on'), 'Bitcoin: again.'];
    expect(parseTranscript(vtt(...talk)).cues.map(({ text }) => text)).toEqual(talk);
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
  ['[00:01 --> 00:02] hi', 'text'],
  ['[Intro music]\n0:01 hi', 'text'],
  ['[\n  {"start": 1, "text": "hi"}]', 'json'],
  ['# Show notes\n\nhello', undefined],
  ['', undefined],
  ['\x89PNG\r\n', undefined],
])('%j is %s', (source, format) => expect(detectFormat(source)).toBe(format));

describe('nothing that a file holds takes long', () => {
  // What is quadratic takes minutes here.
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
    ['9,000 times out of order', '9:59 a\n0:01 b\n5:00 c\n'.repeat(3_000)],
    ['80,000 opened override codes', `1\n00:01.000 --> 00:02.000\n${'{\\a'.repeat(80_000)}`],
    ['10,000 voices', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v A>a<v B>b'.repeat(5_000)}`],
    ['40,000 voices that say nothing', `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v a>!<v b>!'.repeat(20_000)}`],
    ['80,000 override codes in one brace', `1\n00:01.000 --> 00:02.000\n{${'\\an8\\fnA'.repeat(80_000)}`],
    ['80,000 arguments', `1\n00:01.000 --> 00:02.000\n${'{\\t(1\\pos(1'.repeat(80_000)}`],
    ['200,000 letters of a font', `1\n00:01.000 --> 00:02.000\n{\\fn${'A'.repeat(200_000)}`],
    ['200,000 blanks behind a font', `1\n00:01.000 --> 00:02.000\n{\\fnA${' '.repeat(200_000)}x`],
    [
      '80,000 words before a time',
      `${Array.from({ length: 80_000 }, (_, i) => `a${i} at`).join(' 0:01\n')} 0:00\nx\n1:00 y`,
    ],
    ['80,000 brackets', '[0:00 '.repeat(80_000)],
  ])('%s', (_, source) => {
    expect(growthOf(parseTranscript, source)).toBeLessThan(SQUARE);
  });
});
