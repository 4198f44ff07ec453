import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_DEVIATIONS, type Deviation } from './deviations.ts';
import { parseTimedText } from './parseTimedText.ts';
import { vttFiles } from './testing/generateVtt.ts';

/** W3C's own validator; its cues carry a tree of the text. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}
const require = createRequire(import.meta.url);
const entities: unknown = require('webvtt-parser/html-entities.json');
const { WebVTTParser } = require('webvtt-parser') as {
  WebVTTParser: new (entities: unknown) => {
    parse(
      source: string,
      mode: string,
    ): { errors: { message: string }[]; cues: { startTime: number; endTime: number; tree: Node }[] };
  };
};

const textOf = (node: Node): string =>
  node.type === 'text' ? node.value! : (node.children ?? []).map(textOf).join('');
/**
 * Where it validates instead of following the algorithm: it goes on without a signature, and takes a comment or a style
 * block for whole that an arrow ends. The browser's parser, in the end-to-end tests, judges those files.
 */
const LEAVES_THE_ALGORITHM = /No valid signature|Cannot have timestamp in a (?:comment|style block)/;
const theirs = (source: string) => {
  const { cues, errors } = new WebVTTParser(entities).parse(source, 'subtitles/captions/descriptions');
  fc.pre(!errors.some(({ message }) => LEAVES_THE_ALGORITHM.test(message)));
  return cues
    .map(({ startTime, endTime, tree }) => `${startTime.toFixed(3)} ${endTime.toFixed(3)} ${textOf(tree)}`)
    .sort();
};
const ours = (source: string, deviations: ReadonlySet<Deviation> = new Set()) =>
  parseTimedText(source, deviations)
    .cues.map(({ start, end, text }) => `${start.toFixed(3)} ${end.toFixed(3)} ${text}`)
    .sort();

describe("beside W3C's parser", () => {
  test('without deviations the reader gives the same for 2,000 files', () => {
    fc.assert(
      fc.property(vttFiles(), (source) => void expect(ours(source)).toEqual(theirs(source))),
      { numRuns: 2000 },
    );
  });
});

describe('each deviation reads what the standard does not', () => {
  test.each<[Deviation, string, string[], string[]]>([
    ['no-signature', '1\n00:01.000 --> 00:02.000\nhi', [], ['1.000 2.000 hi']],
    ['loose-times', 'WEBVTT\n\n1.5 --> 0:02,25\nhi', [], ['1.500 2.250 hi']],
    ['late-text', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\nhi', ['1.000 2.000 '], ['1.000 2.000 hi']],
    [
      'glued-counter',
      'WEBVTT\n\n1\n00:01.000 --> 00:02.000\nhi\n2\n00:02.000 --> 00:03.000\nyou',
      ['1.000 2.000 hi\n2', '2.000 3.000 you'],
      ['1.000 2.000 hi', '2.000 3.000 you'],
    ],
    ['backward-end', 'WEBVTT\n\n00:02.000 --> 00:01.000\nhi', ['2.000 1.000 hi'], ['2.000 2.001 hi']],
    ['lone-bracket', 'WEBVTT\n\n00:01.000 --> 00:02.000\na < b', ['1.000 2.000 a '], ['1.000 2.000 a < b']],
    [
      'part-voices',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>a</v><v B>b',
      ['1.000 2.000 ab'],
      ['1.000 1.500 a', '1.500 2.000 b'],
    ],
    ['no-overrides', 'WEBVTT\n\n00:01.000 --> 00:02.000\n{\\an8}a', ['1.000 2.000 {\\an8}a'], ['1.000 2.000 a']],
    ['trimmed', 'WEBVTT\n\n00:01.000 --> 00:02.000\n  a  \n b', ['1.000 2.000   a  \n b'], ['1.000 2.000 a\nb']],
  ])('%s', (deviation, source, without, withIt) => {
    expect(ours(source)).toEqual(without);
    expect(ours(source, new Set([deviation]))).toEqual(withIt);
  });

  test('and each of them is in this table', () => {
    expect(ALL_DEVIATIONS.size).toBe(9);
  });
});
