import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeBibtex, escapeHtml, escapeMarkdown } from './escape.ts';

test.each([
  ['a < b & "c" > \'d\'', 'a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['nul\u0000 bell\u0007 half \uD83D of a pair', 'nul bell half  of a pair'],
  ['“ünïcödé 日本 💥”', '“ünïcödé 日本 💥”'],
])('%j in HTML', (text, html) => expect(escapeHtml(text)).toBe(html));

test.each([
  ['*star* _under_ `tick` [link](x) <b> ~gone~', '\\*star\\* \\_under\\_ \\`tick\\` \\[link\\](x) \\<b\\> \\~gone\\~'],
  ['# no heading', '\\# no heading'],
  ['- no list', '\\- no list'],
  ['12. no list', '12\\. no list'],
  ['12.5 is a number', '12.5 is a number'],
  ['AT&amp;T, AT&T', 'AT\\&amp;T, AT&T'],
  ['C:\\tmp', 'C:\\\\tmp'],
])('%j in Markdown', (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

test.each([
  ['100% of $5 & #1_a {b}', '100\\% of \\$5 \\& \\#1\\_a \\{b\\}'],
  ['\\cmd ~x^2', '\\textbackslash{}cmd \\textasciitilde{}x\\textasciicircum{}2'],
])('%j in BibTeX', (text, bibtex) => expect(escapeBibtex(text)).toBe(bibtex));

test('nothing of a text can open or close anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      const bare = escapeBibtex(text).replace(/\\text\w+\{\}|\\[{}$&#%_]/g, '');
      expect(bare).not.toMatch(/[\\{}$&#%_~^]/);
    }),
  );
});
