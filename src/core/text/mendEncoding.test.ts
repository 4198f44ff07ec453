import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendEncoding } from './mendEncoding.ts';

/** The misreading itself: UTF-8 bytes read as another code page. (Node reads Latin-1 for windows-1252.) */
function misread(text: string, label: 'macintosh' | 'windows-1252'): string {
  return new TextDecoder(label).decode(new TextEncoder().encode(text));
}

const SENTENCES = [
  'An em dash — and “quotes” and an ellipsis…',
  '💥 Gets Sats, 📻 on Fountain, 🏎 Nping',
  'Ein schöner Gruß aus München, 5 € für Käse',
  'Ça va très bien, merci — à bientôt',
  'Съешь же ещё этих мягких французских булок',
  'Το ελληνικό κείμενο είναι εδώ',
  '日本語の文章です。',
  'Zażółć gęślą jaźń',
];

describe('mendEncoding', () => {
  test.each(SENTENCES)('mends a Mac Roman misreading of: %s', (text) => {
    expect(mendEncoding(misread(text, 'macintosh'))).toEqual({ text, mended: 'mac-roman' });
  });

  test.each(SENTENCES)('mends a windows-1252 misreading of: %s', (text) => {
    expect(mendEncoding(misread(text, 'windows-1252'))).toEqual({ text, mended: 'windows-1252' });
  });

  test.each([
    ...SENTENCES,
    'plain ASCII',
    '',
    'Er sagte “Über alles” und “Ärger”',
    '«École» et «Été»',
    'NÃO, SÃO PAULO, MAÇÃ',
    'prices: £5, ¥100, 3 €, 2 ¢ — ½ off®',
    '—état',
    'Ångström “Å”',
    'naïve café',
    'Tiếng Việt có dấu',
    'שלום עולם, مرحبا',
    '√2 ≈ 1.41, ∆x, π·r²',
  ])('leaves clean text alone: %s', (text) => {
    expect(mendEncoding(text)).toEqual({ text, mended: undefined });
  });

  test('reads any single-script misreading back exactly, or leaves it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('\n');
        expect(mendEncoding(misread(text, 'macintosh')).text).toBe(text);
      }),
    );
  });
});
