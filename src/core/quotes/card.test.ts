import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD, formatCard, layoutCard, type Measure } from './card.ts';
import type { Quotation } from './quote.ts';

/** Every letter half as wide as it is high. */
const measure: Measure = (text, font) => [...text].length * Number(/(\d+)px/.exec(font)![1]) * 0.5;
const quote = (words: string, title = 'All Your Kernels Belong to Rust'): Quotation => ({
  words,
  start: 662,
  end: 669,
  from: { slug: 'x', show: 'LINUX Unplugged', number: 603, title, people: [] },
  link: 'https://x.example/#/x',
});
const lay = (words: string, title?: string) => layoutCard(quote(words, title), { times: true }, measure);
const wordsOf = (lines: ReturnType<typeof lay>) =>
  lines
    .filter(({ family }) => family === 'serif')
    .map(({ text }) => text)
    .join(' ');

test('a short quote stands large, with its source, time, title and mark', () => {
  const lines = lay('There will be no Rust code.');
  expect(wordsOf(lines)).toBe('“There will be no Rust code.”');
  expect(lines[0]!.size).toBe(60);
  expect(lines.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['LINUX Unplugged 603 · 11:02–11:09', 'All Your Kernels Belong to Rust', 'Hourline']),
  );
  const plain = layoutCard(quote('x'), { times: false }, measure).map(({ text }) => text);
  expect(plain).toContain('LINUX Unplugged 603');
});

test('a longer one stands smaller and whole, one too long is cut between words', () => {
  const longer = lay('word '.repeat(80).trim());
  expect(longer[0]!.size).toBeLessThan(60);
  expect(wordsOf(longer)).toBe(`“${'word '.repeat(80).trim()}”`);
  const cut = lay('word '.repeat(900));
  expect(wordsOf(cut)).toMatch(/^“(word )+…”$/);
  expect(wordsOf(cut).length).toBeGreaterThan(400);
});

test('a word as long as a sentence is broken, a long title shortened', () => {
  expect(wordsOf(lay('漢字'.repeat(60))).replaceAll(' ', '')).toBe(`“${'漢字'.repeat(60)}”`);
  expect(lay('x', 'A title '.repeat(40)).some(({ text }) => text.endsWith('…'))).toBe(true);
});

test('nothing is drawn outside of the card or over the facts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.string({ maxLength: 200 }), (words, title) => {
      for (const { text, x, y, size, weight, family } of lay(words, title)) {
        expect(x).toBeGreaterThan(0);
        expect(x + measure(text, `${weight} ${size}px`)).toBeLessThanOrEqual(CARD.width - 80);
        expect(y).toBeLessThan(family === 'serif' ? 500 : CARD.height - 20);
      }
    }),
  );
});

test('the document is well-formed whatever was said', () => {
  const svg = formatCard(lay('</text><script>alert("1")</script> & \u0007'), 'dark');
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;');
  expect(svg.match(/<(?!\/?(?:svg|rect|text)\b)/g)).toBeNull();
  expect(svg).not.toContain('\u0007');
  expect(formatCard([], 'light')).toContain('#fbfaf7');
});
