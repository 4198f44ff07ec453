import { expect, test } from 'vitest';
import { joinWords } from './joinWords.ts';

const cues = (texts: readonly string[], length: number) =>
  texts.map((text, i) => ({ start: i * length, end: (i + 1) * length, line: i + 1, text }));
const read = (texts: readonly string[], length: number) => joinWords(cues(texts, length)).map(({ text }) => text);
const times = (texts: readonly string[]) => Array.from({ length: 20 }, () => texts).flat();

test.each([
  ['Japanese', ['今日は東京から放送しています。', 'まず最初の話題です']],
  ['Chinese', ['我们今天讨论内核', '大家好，欢迎收听']],
  ['Thai', ['สวัสดีครับและยินดีต้อนรับ', 'วันนี้เราคุยกันเรื่องลินุกซ์']],
])('%s cues, which have no spaces, stay as they are', (_, texts) =>
  expect(read(times(texts), 4)).toEqual(times(texts)),
);

test.each([
  [
    'Japanese',
    ['今日', 'は', '東京', 'です', '。', 'Linux', 'を', '使う', '。'],
    ['今日は東京です。', 'Linux を使う。'],
  ],
  ['Chinese, in quotes', ['「', '大家', '好', '！」'], ['「大家好！」']],
])('%s words are joined without spaces, up to the end of a sentence', (_, words, sentences) =>
  expect(read(times(words), 0.3)).toEqual(times(sentences)),
);
