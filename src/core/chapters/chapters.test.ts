import { describe, expect, test } from 'vitest';
import { formatChapters } from './formatChapters.ts';
import { parseChapters } from './parseChapters.ts';

test('Podcasting 2.0 chapters; nulls are absent, silent ones are left out', () => {
  const source = JSON.stringify({
    version: '1.2.0',
    chapters: [
      { startTime: 0, title: 'Intro', img: null, url: null, endTime: null },
      { startTime: 60.5, endTime: 90, title: ' News ' },
      { startTime: 70, title: 'Advert', toc: false },
    ],
  });
  expect(parseChapters(source)).toEqual({
    chapters: [
      { startTime: 0, title: 'Intro' },
      { startTime: 60.5, endTime: 90, title: 'News' },
    ],
    problems: [],
  });
});

test("Podlove's list", () => {
  expect(parseChapters('[{"start":"00:01:02.500","title":"A","href":"","image":""}]').chapters).toEqual([
    { startTime: 62.5, title: 'A' },
  ]);
});

test('WebVTT, in which a cue is a chapter', () => {
  const source =
    'WEBVTT\n\n1\n00:00.000 --> 05:00.000\nIntro\n\n05:00.000 --> 09:00.000\nThe <b>kernel</b>,\nand Rust\n';
  expect(parseChapters(source)).toEqual({
    chapters: [
      { startTime: 0, endTime: 300, title: 'Intro' },
      { startTime: 300, endTime: 540, title: 'The kernel, and Rust' },
    ],
    problems: [],
  });
});

test('lines with a comma before parts of a second', () => {
  expect(parseChapters('00:00:00,000 Intro\n00:05:00,500 News').chapters).toEqual([
    { startTime: 0, title: 'Intro' },
    { startTime: 300.5, title: 'News' },
  ]);
});

test('lines of text, as mp4chaps and Podlove write them', () => {
  const source =
    '00:00:00.000 Intro <https://example.org/>\r\n\r\n00:01:02.500 A < B\n1:00:00 <b>\n5 What\n 2:05:00 End';
  expect(parseChapters(source).chapters).toEqual([
    { startTime: 0, title: 'Intro' },
    { startTime: 62.5, title: 'A < B' },
    { startTime: 7500, title: 'End' },
  ]);
  expect(parseChapters(source).problems.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '4 bad-chapter',
    '5 bad-chapter',
  ]);
});

test('lines as people write them under a video', () => {
  const source = '[0:00] Intro\n(1:02) News\n- 2:00 - The kernel\n• 3:00 – Rust: why\n1:00:00 | End\nThanks!';
  expect(parseChapters(source).chapters).toEqual([
    { startTime: 0, title: 'Intro' },
    { startTime: 62, title: 'News' },
    { startTime: 120, title: 'The kernel' },
    { startTime: 180, title: 'Rust: why' },
    { startTime: 3600, title: 'End' },
  ]);
  expect(parseChapters(source).problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['6 bad-chapter']);
});

test.each([
  '[00:00 - 02:30] Intro',
  '(0:00 – 2:30) Intro',
  '0:00 - 2:30 Intro',
  '[0:00](https://video.test/?t=0) Intro',
  '0:00: Intro',
  '0:00- Intro',
  '0:00—Intro',
  '0:00 -- Intro',
  '0:00 • Intro',
  '0:00 → Intro',
  '1. 0:00 Intro',
  '01) 00:00 Intro',
  '▶️ 0:00 Intro',
  '– 0:00 Intro',
  '[0:00]Intro',
])('%j is the chapter “Intro”', (line) =>
  expect(parseChapters(line).chapters).toEqual([{ startTime: 0, title: 'Intro' }]),
);

test.each([
  ['Intro – 0:00\nNews – 1:02'],
  ['- Intro: (0:00)\n- News: (1:02)'],
  ['Intro [0:00:00]\nNews [0:01:02]'],
  ['Intro 0:00 - 1:02\nNews 1:02 - 2:00'],
  ['Intro (0:00–1:02)\nNews (1:02–2:00)'],
])('times may stand last: %j', (source) =>
  expect(parseChapters(source).chapters).toEqual([
    { startTime: 0, title: 'Intro' },
    { startTime: 62, title: 'News' },
  ]),
);

test('beside chapters, a sentence that ends in a time is none', () => {
  const { chapters, problems } = parseChapters('0:00 Intro\nRecorded at 10:30\n1:02 News\nTotal length: 1:23:45');
  expect(chapters.map(({ title }) => title)).toEqual(['Intro', 'News']);
  expect(problems.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 bad-chapter', '4 bad-chapter']);
});

test.each([
  ['45:10 - 3:10 to Yuma', 2710, '3:10 to Yuma'],
  ['0:00 <https://example.org/> Intro <https://example.org/>', undefined, undefined],
])('%j', (line, startTime, title) => expect(parseChapters(line).chapters[0]).toEqual(title && { startTime, title }));

test.each([
  ['0:00 -5 degrees', '-5 degrees'],
  ['0:00 3. The end', '3. The end'],
  ['0:00 12:30 to Berlin', '12:30 to Berlin'],
  ['0:00 [live] at (2) o’clock', '[live] at (2) o’clock'],
])('%j is called %j', (line, title) => expect(parseChapters(line).chapters).toEqual([{ startTime: 0, title }]));

test('of very many lines that are no chapters, twenty are told, and the number of the others', () => {
  const { chapters, problems } = parseChapters(`0:00 Intro\n${'words\n'.repeat(25)}`);
  expect(chapters).toHaveLength(1);
  expect(problems.map(({ message }) => message).slice(19)).toEqual([
    expect.stringMatching(/^“words”/),
    '5 more lines are no chapters; they are left out.',
  ]);
});

describe('faults', () => {
  test.each([
    ['{"chapters": 7}', ['1 no-chapters']],
    ['[\n{"title": "x"},\n{"startTime": 1}]', ['2 bad-chapter', '3 bad-chapter']],
    ['{', ['1 bad-json']],
    ['Chapters\n0:00 Intro', ['1 bad-chapter']],
    ['', ['1 no-chapters']],
    ['0:00 <b>Intro</b>', ['1 no-chapters']],
    ['0:00am Intro\n0:00 Intro\n0:00:5000 Intro', ['1 bad-chapter', '3 bad-chapter']],
    ['<!doctype html>\n<p>Not found</p>\n<p>404</p>', ['1 no-chapters']],
    [`0:00 ${'x'.repeat(1000)}\n0:00 Intro`, ['1 bad-chapter']],
  ])('%j tells %j', (source, problems) =>
    expect(parseChapters(source).problems.map(({ line, code }) => `${line} ${code}`)).toEqual(problems),
  );
});

test('what is written reads back the same', () => {
  const chapters = [
    { id: 'a', start: 0, end: 60, title: 'One' },
    { id: 'b', start: 60, end: 100.25, title: 'Two' },
  ];
  expect(parseChapters(formatChapters(chapters, 'T')).chapters).toEqual([
    { startTime: 0, endTime: 60, title: 'One' },
    { startTime: 60, endTime: 100.25, title: 'Two' },
  ]);
});
