import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cue } from './cue.ts';
import { formatMarkdown, formatPlainText, formatSrt, formatTranscriptJson, formatVtt } from './formatTranscript.ts';
import { vttFiles } from './testing/generateVtt.ts';
import { parseTranscript } from './transcript.ts';

const require = createRequire(import.meta.url);
const { WebVTTParser } = require('webvtt-parser') as {
  WebVTTParser: new () => { parse(source: string, mode: string): { errors: { message: string }[]; cues: unknown[] } };
};

const plain = (cues: readonly Cue[]) => cues.map(({ start, end, text, speaker }) => ({ start, end, text, speaker }));
/** SubRip says who speaks in the text, and is only taken at its word where it does so throughout. */
const spoken = (cues: readonly Cue[]) =>
  cues.map(({ start, end, text, speaker }) => ({
    start,
    end,
    text: speaker === undefined ? text : `${speaker}: ${text}`.trim(),
  }));
const cues: Cue[] = [
  { id: 'c1', start: 1.5, end: 3, text: 'Hello & <welcome>\nto --> it', speaker: 'Ann' },
  { id: 'c2', start: 3, end: 3661.25, text: 'It *goes* on.', speaker: 'Bob' },
];

describe('what is written, by example', () => {
  test('WebVTT', () =>
    expect(formatVtt(cues)).toBe(
      'WEBVTT\n\n00:00:01.500 --> 00:00:03.000\n<v Ann>Hello &amp; &lt;welcome&gt;\nto --&gt; it\n\n00:00:03.000 --> 01:01:01.250\n<v Bob>It *goes* on.\n',
    ));
  test('SubRip', () =>
    expect(formatSrt(cues)).toBe(
      '1\n00:00:01,500 --> 00:00:03,000\nAnn: Hello & &lt;welcome>\nto --&gt; it\n\n2\n00:00:03,000 --> 01:01:01,250\nBob: It *goes* on.\n',
    ));
  test('JSON', () =>
    expect(JSON.parse(formatTranscriptJson(cues))).toMatchObject({
      version: '1.0.0',
      segments: [{ speaker: 'Ann', startTime: 1.5, endTime: 3 }, {}],
    }));
  test('Markdown and text, with and without times and speakers', () => {
    expect(formatMarkdown('A talk', cues, { times: true, speakers: true })).toBe(
      '# A talk\n\n`0:01` **Ann:** Hello & \\<welcome\\> to --\\> it\n\n`0:03` **Bob:** It \\*goes\\* on.\n',
    );
    expect(formatPlainText(cues, { times: true, speakers: true })).toBe(
      '[0:01] Ann: Hello & <welcome> to --> it\n\n[0:03] Bob: It *goes* on.\n',
    );
    expect(formatPlainText(cues, { times: false, speakers: false })).toBe(
      'Hello & <welcome> to --> it\n\nIt *goes* on.\n',
    );
  });
});

describe('what is written reads back the same, for whatever was read', () => {
  const writers: [string, (cues: readonly Cue[]) => string, (cues: readonly Cue[]) => object][] = [
    ['WebVTT', formatVtt, plain],
    ['SubRip', formatSrt, spoken],
    ['JSON', formatTranscriptJson, plain],
  ];
  test.each(writers)('%s', (_, write, seen) => {
    fc.assert(
      fc.property(vttFiles(), (source) => {
        const first = parseTranscript(source).cues;
        if (first.length > 0) expect(seen(parseTranscript(write(first)).cues)).toEqual(seen(first));
      }),
      { numRuns: 500 },
    );
  });

  test("and W3C's parser finds no fault in the WebVTT", () => {
    fc.assert(
      fc.property(vttFiles(), (source) => {
        const { errors, cues: theirs } = new WebVTTParser().parse(
          formatVtt(parseTranscript(source).cues),
          'subtitles/captions/descriptions',
        );
        expect(errors).toEqual([]);
        expect(theirs).toHaveLength(parseTranscript(source).cues.length);
      }),
      { numRuns: 500 },
    );
  });
});

test('any cues: sorted, ids unique, times sound', () => {
  fc.assert(
    fc.property(vttFiles(), (source) => {
      const { cues: read } = parseTranscript(source);
      expect(new Set(read.map(({ id }) => id)).size).toBe(read.length);
      read.forEach((cue, i) => {
        expect(cue.end).toBeGreaterThan(cue.start);
        if (i > 0) expect(cue.start).toBeGreaterThanOrEqual(read[i - 1]!.start);
      });
    }),
  );
});
