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
  ['Thai, of few words', ['สวัสดีครับทุกคน', 'ขอบคุณมากครับ', 'ใช่ครับ']],
  ['Burmese', ['မင်္ဂလာပါ ခင်ဗျာ', 'ဒီနေ့ကျွန်တော်တို့ပြောမှာက']],
  ['Khmer', ['សូមស្វាគមន៍មកកាន់កម្មវិធី', 'ថ្ងៃនេះយើងនិយាយអំពី']],
  ['Lao', ['ສະບາຍດີຕ້ອນຮັບທຸກທ່ານ', 'ມື້ນີ້ພວກເຮົາຈະເວົ້າກ່ຽວກັບ']],
  ['Japanese, with words in katakana', ['リナックスのカーネルについて話します', 'プログラミングが好きです']],
])('%s cues, which have no spaces, stay as they are', (_, texts) =>
  expect(read(times(texts), 4)).toEqual(times(texts)),
);

test.each([
  [
    'Japanese',
    ['今日', 'は', '東京', 'です', '。', 'Linux', 'を', '使う', '。'],
    ['今日は東京です。', 'Linux を使う。'],
  ],
  ['Thai', ['สวัสดี', 'ครับ', 'วันนี้', 'เรา', 'คุย', 'กัน', 'เรื่อง', 'คอมพิวเตอร์', '。'], ['สวัสดีครับวันนี้เราคุยกันเรื่องคอมพิวเตอร์。']],
  ['Burmese', ['မင်္ဂလာပါ', 'ကျွန်တော်', 'မြန်မာ', 'ကွန်ပျူတာ', '။.'], ['မင်္ဂလာပါကျွန်တော်မြန်မာကွန်ပျူတာ။.']],
  ['Khmer', ['សូម', 'ស្វាគមន៍', 'កម្មវិធី', '។.'], ['សូមស្វាគមន៍កម្មវិធី។.']],
  ['Lao', ['ສະບາຍດີ', 'ຕ້ອນຮັບ', 'ຄອມພິວເຕີ', '。'], ['ສະບາຍດີຕ້ອນຮັບຄອມພິວເຕີ。']],
  [
    'Katakana',
    ['サーバー', 'コンピューター', 'と', 'インターネット', 'プログラミング言語', '。'],
    ['サーバーコンピューターとインターネットプログラミング言語。'],
  ],
  ['Chinese, in quotes', ['「', '大家', '好', '！」'], ['「大家好！」']],
  ['English, and a long one in Thai', ['We', 'met', 'at', 'มหาวิทยาลัย', 'today.'], ['We met at มหาวิทยาลัย today.']],
])('%s words are joined without spaces, up to the end of a sentence', (_, words, sentences) =>
  expect(read(times(words), 0.3)).toEqual(times(sentences)),
);
