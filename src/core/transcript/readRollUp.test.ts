import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatVtt } from './formatTranscript.ts';
import { parseTranscript } from './transcript.ts';

const read = (source: string) =>
  parseTranscript(source).cues.map(({ start, end, text }) => `${start}-${end} ${text.replaceAll('\n', '⏎')}`);
const told = (source: string) => parseTranscript(source).problems.map(({ code, message }) => `${code}: ${message}`);
const cue = (start: number, end: number, text: string) => ({ id: '', start, end, text });

/** As YouTube writes it: each line as it is said beneath the last one, then for 10 ms alone. */
const youtube = (...said: string[]) =>
  `WEBVTT\nKind: captions\nLanguage: en\n\n${said
    .map((text, i) => {
      const [first = '', ...rest] = text.split(' ');
      const timed = first + rest.map((word) => `<00:00:0${i * 2}.480><c> ${word}</c>`).join('');
      const [from, to, then] = [`00:00:0${i * 2}.000`, `00:00:0${i * 2 + 1}.990`, `00:00:0${i * 2 + 2}.000`];
      const settings = 'align:start position:0%';
      return `${from} --> ${to} ${settings}\n${said[i - 1] ?? ' '}\n${timed}\n\n${to} --> ${then} ${settings}\n${text}\n \n`;
    })
    .join('\n')}`;

test('lines that roll up the screen are read once, when they are new', () => {
  const source = youtube('hello and welcome', 'to the show', 'and to the show', 'again');
  expect(read(source)).toEqual(['0-2 hello and welcome', '2-4 to the show', '4-6 and to the show', '6-8 again']);
  expect(told(source)).toEqual(['repeated-lines: Lines of this file come again as they roll up; 7 are read once.']);
});

test('three lines on the screen, with a frame between', () => {
  const source = formatVtt([
    cue(1, 2, 'a b'),
    cue(2.04, 3, 'a b\nc'),
    cue(3, 4, 'a b\nc\nd e'),
    cue(4, 5, 'c\nd e\nf'),
  ]);
  expect(read(source)).toEqual(['1-2 a b', '2.04-3 c', '3-4 d e', '4-5 f']);
});

test('a line that is still on the screen when silence ends is not read again', () => {
  const source = formatVtt([
    cue(1, 2, 'a b'),
    cue(2, 3, 'a b\nc'),
    cue(3, 4, 'c\nd e'),
    cue(6, 7, 'd e\nf'),
    cue(7, 8, 'f\ng'),
    cue(9, 10, 'g'),
  ]);
  expect(read(source)).toEqual(['1-2 a b', '2-3 c', '3-4 d e', '6-7 f', '7-8 g', '9-10 g']);
});

test.each([
  ['a refrain', [cue(1, 2, 'la la\nla la'), cue(2, 3, 'la la\nla la'), cue(3, 4, 'la la\nla la'), cue(4, 5, 'la la')]],
  ['one who repeats himself', [cue(1, 2, 'no.'), cue(2, 3, 'no.\nNo.'), cue(3, 4, 'yes.'), cue(4, 5, 'no.\nyes.')]],
  ['lines that come again later', [cue(1, 2, 'a\nb'), cue(4, 5, 'b\nc'), cue(7, 8, 'c\nd'), cue(9, 10, 'd\ne')]],
])('%s loses nothing', (_, cues) => {
  const source = formatVtt(cues);
  expect(read(source)).toEqual(cues.map(({ start, end, text }) => `${start}-${end} ${text.replaceAll('\n', '⏎')}`));
  expect(told(source)).toEqual([]);
});

test('whatever is said in lines of their own is read back from captions that roll up', () => {
  const line = fc.array(fc.constantFrom('yes', 'no', 'kernel', 'to', 'Rust'), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 5 }), (lines) => {
      const said = lines.map((words, i) => `${words.join(' ')} ${'abcde'[i]}`);
      expect(parseTranscript(youtube(...said)).cues.map(({ text }) => text)).toEqual(said);
    }),
  );
});
