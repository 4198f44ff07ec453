import { expect, test } from 'vitest';
import type { Found } from '../search/answer.ts';
import { mentionRows, tableOf } from './tableOf.ts';

const cue = (start: number, text: string) => ({ id: `c${start}`, start, end: start + 5, text });

const episode = {
  cues: [cue(70, 'So this is about the DMA. It is'), cue(80, 'not the DNA that you know.')],
  chapters: [{ id: '1', start: 0, end: 600, title: 'Oxidizing' }],
  topics: [
    {
      id: '1',
      name: 'DMA',
      kind: 'tag',
      links: [],
      mentions: [
        { id: '1', start: 70, end: 71, cue: 'c2', how: 'exact', heard: 'DMA', marks: [[21, 24]] },
        { id: '2', start: 80, end: 81, cue: 'c3', how: 'heard-as', heard: 'DNA', marks: [[40, 43]] },
      ],
    },
  ],
  links: [{ title: 'A patch', url: 'https://example.org/' }],
  uncovered: [{ start: 300, end: 600 }],
} as const;
const segment = (id: string, start: number, end: number, title: string) =>
  ({ id, start, end, title, kind: 'topic', confidence: 1, origin: 'detected' }) as const;
const sections = [{ ...segment('1', 0, 300, 'Kernel'), parts: [segment('1.1', 0, 300, 'patch')] }];
const hit: Found = {
  id: '1',
  rank: 1,
  tier: 'main',
  start: 70,
  end: 75,
  cue: 'c2',
  match: 'sounds-like',
  heard: ['DMA'],
  isSlip: false,
  isPartial: false,
  marks: [[21, 24]],
  cueMarks: [],
  excerpt: [
    { text: 'So this is about the ', hit: false },
    { text: 'DMA', hit: true },
    { text: '.', hit: false },
  ],
};
const note = {
  id: '1',
  episode: 'e',
  body: '**see** [this](https://example.org/)',
  tags: ['rust'],
  target: { start: 90, end: 95, quote: { exact: 'so', prefix: '', suffix: '' } },
  created: '',
  modified: '',
  revision: 1,
};

test('all that the timeline draws stands in the table, in the order of time, what is wider first', () => {
  const rows = tableOf(
    episode,
    sections,
    mentionRows(episode),
    [hit],
    [note],
    [{ link: 0, start: 72, confidence: 1, origin: 'detected' }],
  );
  expect(rows.map(({ start, end, what, name }) => `${start}–${end} ${what}: ${name}`)).toEqual([
    '0–600 Chapter: Oxidizing',
    '0–300 Section: Topic: Kernel',
    '0–300 Part: patch',
    '70–75 Result: So this is about the DMA. · sounds like it, heard as “DMA”',
    '70–71 Mention: DMA: So this is about the DMA.',
    '72–72 Link: A patch',
    '80–81 Mention: DMA, as “DNA”: It is not the DNA that you know.',
    expect.stringMatching(/^90–95 Note: see this/),
    '300–600 No transcript: ',
  ]);
});

test('each row has an id of its own, whatever else is called the same', () => {
  const rows = tableOf(
    episode,
    sections,
    mentionRows(episode),
    [hit],
    [note],
    [{ link: 1, start: 72, confidence: 1, origin: 'detected' }],
  );
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});
