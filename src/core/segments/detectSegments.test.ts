import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEpisode } from '../episode/readEpisode.ts';
import type { Cue } from '../transcript/cue.ts';
import { describeSegments } from './testing/describeSegments.ts';
import { buildSegmenter, detectSegments } from './detectSegments.ts';
import type { SegmentSource } from './talk.ts';

const folder = 'src/episodes/lup-603';
const documents = ['transcript.vtt', 'show-notes.md', 'episode.json'].map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));
const { episode } = readEpisode('lup-603', documents);
const source = (cues: Cue[]): SegmentSource => ({ cues, people: [], sponsors: [], links: [], tags: [], duration: 0 });

test('LINUX Unplugged 603 is cut as its golden file says', async () => {
  await expect(describeSegments(detectSegments(episode!))).toMatchFileSnapshot('golden/lup-603.txt');
});

describe('fineness', () => {
  const cut = buildSegmenter(episode!);
  const count = (fineness: number) => cut({ fineness }).flatMap(({ parts }) => parts).length;

  test('makes more parts or fewer', () => {
    expect(count(0)).toBe(0);
    expect(count(0.5)).toBeLessThan(count(1));
    expect(count(2)).toBeGreaterThan(count(1));
  });

  test('leaves the sections alone', () => {
    const sections = (fineness: number) => cut({ fineness }).map(({ parts: _, ...section }) => section);
    expect(sections(2)).toEqual(sections(0.5));
  });
});

describe('whatever the cues', () => {
  const words = fc.array(
    fc.constantFrom(
      'So',
      'rust',
      'kernel.',
      'welcome',
      'to',
      'the',
      'show',
      'Sponsor',
      'dot',
      'com',
      'slash',
      'thanks',
      'for having me.',
      'What?',
      '…',
      'Dr.',
      '東京。',
    ),
    { maxLength: 12 },
  );
  const cue = fc.record(
    {
      start: fc.integer({ min: 0, max: 900 }),
      length: fc.integer({ min: 0, max: 40 }),
      text: words.map((list) => list.join(' ')),
      speaker: fc.option(fc.constantFrom('Ann', 'Bob'), { nil: undefined }),
    },
    { noNullPrototype: true },
  );
  const cues = fc.array(cue, { maxLength: 60 }).map((list) =>
    [...list]
      .sort((a, b) => a.start - b.start)
      .map(({ start, length, text, speaker }, i): Cue => ({
        id: `c${i}`,
        start,
        end: start + length,
        text,
        ...(speaker === undefined ? {} : { speaker }),
      })),
  );

  test('sections tile them from the first to the last, and parts tile their section', () => {
    fc.assert(
      fc.property(cues, fc.constantFrom(0, 0.3, 1, 4), (list, fineness) => {
        const sections = detectSegments(source(list), { fineness });
        const worded = list.some(({ text }) => /[\p{L}\p{N}…。]/u.test(text));
        expect(sections.length > 0).toBe(worded);
        if (!worded) return;
        const tile = (pieces: readonly { start: number; end: number }[], start: number, end: number) => {
          expect(pieces[0]!.start).toBe(start);
          expect(pieces.at(-1)!.end).toBe(end);
          pieces.forEach((piece, i) => {
            expect(piece.end).toBeGreaterThanOrEqual(piece.start);
            if (i > 0) expect(piece.start).toBe(pieces[i - 1]!.end);
          });
        };
        tile(sections, list[0]!.start, Math.max(list[0]!.start, ...list.map(({ end }) => end)));
        for (const { parts, start, end, title, confidence } of sections) {
          expect(title).not.toBe('');
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          if (parts.length > 0) tile(parts, start, end);
          expect(parts.every((part) => part.confidence >= 0 && part.confidence <= 1 && part.title !== '')).toBe(true);
        }
        const ids = sections.flatMap(({ id, parts }) => [id, ...parts.map((part) => part.id)]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  test('cues that end before they start do no harm', () => {
    fc.assert(
      fc.property(cues, (list) => {
        const backwards = list.map((cue) => ({ ...cue, end: cue.start - 3 }));
        for (const { start, end } of detectSegments(source(backwards))) expect(end).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 20 },
    );
  });

  test('the same cues give the same segments', () => {
    fc.assert(
      fc.property(cues, (list) => {
        expect(detectSegments(source(list))).toEqual(detectSegments(source(list)));
      }),
      { numRuns: 20 },
    );
  });
});
