import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growthOf, SQUARE } from '../testing/growth.ts';
import type { CueDraft } from './cue.ts';
import { formatVtt } from './formatTranscript.ts';
import { readWordByWord } from './readWordByWord.ts';
import { parseTranscript } from './transcript.ts';

const read = (source: string) =>
  parseTranscript(source).cues.map(({ start, end, text }) => `${start}-${end} ${text.replaceAll('\n', '⏎')}`);
const told = (source: string) => parseTranscript(source).problems.map(({ code, message }) => `${code}: ${message}`);

/** A cue for each word of each line, half a second long, and half a second between lines. */
function wordCues(lines: readonly string[][], show: (line: readonly string[], word: number) => string): string {
  let at = 0;
  return formatVtt(
    lines.flatMap((line) => {
      const cues = line.map((_, i) => ({ id: '', start: at + i / 2, end: at + (i + 1) / 2, text: show(line, i) }));
      at += line.length / 2 + 0.5;
      return cues;
    }),
  )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}
const lit = (line: readonly string[], word: number) =>
  line.map((one, i) => (i === word ? `<u>${one}</u>` : one)).join(' ');
const growing = (line: readonly string[], word: number) => line.slice(0, word + 1).join(' ');
const said = ['Hello and welcome to the show.', 'No, no, no, that is right.', 'Yes.', 'Yes.', 'Never mind.'];
const lines = said.map((line) => line.split(' '));
const once = [
  '0-3 Hello and welcome to the show.',
  '3.5-6.5 No, no, no, that is right.',
  '7-7.5 Yes.',
  '8-8.5 Yes.',
  '9-10 Never mind.',
];

test.each([
  ['words that light up one by one in their line', lit],
  ['words that come to their line one by one', growing],
])('%s are read once', (_, show) => {
  const source = wordCues(lines, show);
  expect(read(source)).toEqual(once);
  expect(told(source)).toEqual(['repeated-words: Lines of this file are shown word by word; each is read once.']);
});

test('as Whisper writes them, with the line alone where nobody speaks, in a script without spaces', () => {
  const source = `WEBVTT

00:00.000 --> 00:00.300
<u>今日</u>は良い天気ですね

00:00.300 --> 00:00.400
今日<u>は</u>良い天気ですね

00:00.400 --> 00:00.900
今日は良い天気ですね

00:00.900 --> 00:01.200
今日は<u>良い</u>天気ですね

00:02.000 --> 00:02.300
<u>そう</u>でしょう本当に

00:02.300 --> 00:02.500
そう<u>でしょう</u>本当に
`;
  expect(read(source)).toEqual(['0-1.2 今日は良い天気ですね', '2-2.5 そうでしょう本当に']);
});

test.each([
  ['light up', lit],
  ['grow', growing],
])('lines of which one begins as the last one ended are two, where they %s', (_, show) => {
  const said = 'Yeah.|Yeah. I think so.|We|Well, I know.|Thank you.|Thank you.|So be it.|So be it all.'.split('|');
  let at = 0;
  const cues = said.flatMap((line) =>
    line.split(' ').map((_, i, words) => ({ id: '', start: at, end: (at += 0.5), text: show(words, i) })),
  );
  const source = formatVtt(cues).replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  expect(parseTranscript(source).cues.map(({ text }) => text)).toEqual(said);
});

test('a line that grows below another rolls up with it', () => {
  let at = 0;
  const source = formatVtt(
    lines.flatMap((line, i) =>
      line.map((_, word) => ({
        id: '',
        start: at,
        end: (at += 0.5),
        text: [...(i > 0 ? [said[i - 1]!] : []), growing(line, word)].join('\n'),
      })),
    ),
  );
  expect(read(source).map((cue) => cue.replace(/^\S+ /, ''))).toEqual(said);
});

const cue = (start: number, text: string, speaker?: string): CueDraft => ({
  start,
  end: start + 1,
  text,
  line: 1,
  ...(speaker && { speaker }),
});
test.each([
  ['a refrain', ['la la la', 'la la la', 'oh', 'la la la', 'la la la'].map((text, i) => cue(i, text))],
  [
    'one who begins again',
    ['I', 'I think', 'that', 'we', 'are', 'here', 'and', 'and so', 'on'].map((text, i) => cue(i, text)),
  ],
  ['two who say the same', [cue(0, 'no'), cue(1, 'no way', 'Ann'), cue(2, 'so'), cue(3, 'so be it', 'Bob')]],
  ['what comes again after a while', [cue(0, 'no'), cue(5, 'no way'), cue(10, 'so'), cue(15, 'so be it')]],
  ['a line below another', [cue(0, 'no'), cue(1, 'no\nway'), cue(2, 'so'), cue(3, 'so\nbe it')]],
  ['a single line', [cue(0, 'no'), cue(1, 'no way'), cue(2, 'no way at all')]],
  ['a song', ['Na na na', 'Na na na', 'Na na na', 'Hey hey hey', 'Hey hey hey'].map((text, i) => cue(i, text))],
  ['words that are the beginning of others', ['1', '10', 'so', 'some', 'a', 'and'].map((text, i) => cue(i, text))],
  ['music', ['[Music]', '[Music]', '[Music]', 'Hello.', '[Music]', '[Music]'].map((text, i) => cue(i, text))],
  ['nothing', []],
])('%s loses nothing', (_, cues) => {
  expect(readWordByWord(cues)).toEqual({ cues, problems: [] });
});

test('takes time as the file is long, also where all of it is one line', () => {
  const shown = (share: number) =>
    formatVtt(
      Array.from({ length: 40_000 * share }, (_, i) => ({
        ...cue(i / 100, 'again and again'),
        id: '',
        end: (i + 1) / 100,
      })),
    );
  expect(growthOf(parseTranscript, shown)).toBeLessThan(SQUARE);
});

test('whatever is said in lines of several words is read back from captions that show it word by word', () => {
  const line = fc.array(fc.constantFrom('yes', 'no', 'kernel', 'to', 'Rust'), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 6 }), fc.constantFrom(lit, growing), (all, show) => {
      // Each line has its letter, and so many words that it is no ordinary cue.
      const own = all.map((words, i) => [`${'abcdef'[i]}`, ...words, 'it']);
      expect(parseTranscript(wordCues(own, show)).cues.map(({ text }) => text)).toEqual(
        own.map((words) => words.join(' ')),
      );
    }),
  );
});
