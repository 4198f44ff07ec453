import { expect, test, vi } from 'vitest';
import { normalise, tokenise } from './tokens.ts';

test.each<[string, string[]]>([
  ["The kernel's mailing-list", ['the', 'kernel', 'mailing', 'list']],
  ["On va à l'école", ['on', 'va', 'a', 'l', 'ecole']],
  ["O'Reilly, don't", ['o', 'reilly', 'dont']],
  ['1,234,567 and 12,00 or 2,000,5', ['1234567', 'and', '12', '00', 'or', '2', '000', '5']],
  ['人工知能の話', ['人工', '知能', 'の', '話']],
  ['Œuvre, Þórr, ½ ΟΔΟΣ', ['oeuvre', 'thorr', '12', 'οδοσ']],
])('%s has the words %j', (text, terms) => expect(tokenise(text).map(({ term }) => term)).toEqual(terms));

test.each([
  ['क़लम', 'कलम'],
  ['ज़्यादा', 'ज्यादा'],
  ['ਖ਼ਬਰ', 'ਖਬਰ'],
  ['বাড়ি', 'বাডি'],
  ['ಫ಼', 'ಫ'],
  ['οδός', 'ΟΔΟΣ'],
  ['cœur', 'COEUR'],
])('%s and %s are one word', (a, b) => expect(normalise(a)).toBe(normalise(b)));

test.each([
  ['Chinese', '我们今天来聊聊人工智能的未来和技术发展'],
  ['Thai', 'วันนี้เราจะมาพูดคุยกันเรื่องปัญญาประดิษฐ์'],
  ['Japanese with accents of its own', 'か\u3099き\u3099'],
  ['characters of two units', '𠮷野家'],
  ['a letter with marks and no end', `字${'\u0301'.repeat(5000)}`],
])('the dictionaries get no more than a little at once of %s', (_, piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length));
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const tokens = tokenise(text);
  const given = segment.mock.calls.map(([part]) => part);
  segment.mockRestore();
  expect(Math.max(...given.map(({ length }) => length))).toBeLessThan(4000);
  expect(given.join('')).toBe(text);
  for (const part of given.slice(1)) if (!piece.includes('\u0301')) expect(part).not.toMatch(/^[\p{M}\uDC00-\uDFFF]/u);
  expect(tokens.length).toBeGreaterThan(0);
  tokens.forEach(({ from, to }, i) => {
    expect(to).toBeGreaterThan(from);
    expect(from).toBeGreaterThanOrEqual(tokens[i - 1]?.to ?? 0);
  });
});
