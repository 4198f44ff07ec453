import { describe, expect, test } from 'vitest';
import { formatApa, formatBibtex, formatMla } from './formatCitation.ts';
import { formatHtmlQuote, formatMarkdownQuote, formatPlainQuote } from './formatQuote.ts';
import { citedName, initials } from './names.ts';
import { formatSpan, type Quotation } from './quote.ts';

const host = (name: string) => ({ name, role: 'host' as const });
const link = 'https://pod.example/#/lup-603?t=662.1,668.4&w=there-will,in-the-kernel';
const quote: Quotation = {
  words: 'There will be\nno Rust code in kernel DMA.',
  start: 662.1,
  end: 669.4,
  from: {
    slug: 'lup-603',
    show: 'LINUX Unplugged',
    number: 603,
    title: 'All Your Kernels Belong to Rust',
    airDate: '2025-02-23',
    people: [host('Chris Fisher'), host('Wes Payne'), { name: 'Hannah Anderson', role: 'guest' }],
  },
  link,
};
const bare: Quotation = { ...quote, from: { slug: 'talk', show: '', title: 'A talk', people: [] } };
const [timed, untimed] = [{ times: true }, { times: false }];
const words = '“There will be no Rust code in kernel DMA.”';

test('the plain form says what, where, when, and how to get there', () => {
  expect(formatPlainQuote(quote, timed)).toBe(`${words} — LINUX Unplugged 603, 11:02–11:09, ${link}`);
  expect(formatPlainQuote(quote, untimed)).toBe(`${words} — LINUX Unplugged 603, ${link}`);
  expect(formatPlainQuote(bare, timed)).toBe(`${words} — A talk, 11:02–11:09, ${link}`);
});

test.each([
  [662.1, 669, '11:02–11:09'],
  [662.1, 662.9, '11:02'],
  [662, 600, '11:02'],
  [3599, 3723.4, '59:59–1:02:03'],
])('from %d to %d reads %s', (start, end, text) => expect(formatSpan({ start, end })).toBe(text));

test('rich text carries the words as words, whatever stands in them', () => {
  const hostile = { ...quote, words: '<img src=x onerror=alert(1)> & "so"', link: 'https://x.example/"><script>' };
  expect(formatHtmlQuote(hostile, timed)).toBe(
    '<blockquote cite="https://x.example/&quot;&gt;&lt;script&gt;"><p>“&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;”</p></blockquote>' +
      '<p>— <a href="https://x.example/&quot;&gt;&lt;script&gt;">LINUX Unplugged 603, 11:02–11:09</a></p>',
  );
});

test('Markdown is a block quote with its source', () => {
  expect(formatMarkdownQuote(quote, timed)).toBe(
    `> There will be no Rust code in kernel DMA.\n>\n> — [LINUX Unplugged 603, 11:02–11:09](<${link}>)\n`,
  );
  const awkward = {
    ...bare,
    words: '# run `rm -rf *` [now]',
    from: { ...bare.from, title: 'On [brackets]' },
    link: 'file:///a b/<c>.html',
  };
  expect(formatMarkdownQuote(awkward, untimed)).toBe(
    '> \\# run \\`rm -rf \\*\\` \\[now\\]\n>\n> — [On \\[brackets\\]](<file:///a%20b/%3Cc%3E.html>)\n',
  );
});

describe('APA', () => {
  test('with everything known', () =>
    expect(formatApa(quote, timed)).toBe(
      `${words} (Fisher & Payne, 2025, 11:02–11:09).\n\nFisher, C., & Payne, W. (Hosts). (2025, February 23). All Your Kernels Belong to Rust (No. 603) [Audio podcast episode]. In LINUX Unplugged. ${link}\n`,
    ));
  test('without host, date, show and number', () =>
    expect(formatApa(bare, untimed)).toBe(
      `${words} (“A talk”, n.d.).\n\nA talk [Audio podcast episode]. (n.d.). ${link}\n`,
    ));
  test('with three hosts, and with one of a single name', () => {
    const three = { ...quote.from, people: ['Chris Fisher', 'Wes Payne', 'Brent Gervais'].map(host) };
    expect(formatApa({ ...quote, from: three }, untimed)).toContain('(Fisher et al., 2025)');
    expect(formatApa({ ...quote, from: three }, timed)).toContain('Fisher, C., Payne, W., & Gervais, B. (Hosts).');
    const one = { ...quote.from, people: [host('Plato')] };
    expect(formatApa({ ...quote, from: one }, untimed)).toContain('\n\nPlato (Host). (2025,');
  });
});

describe('MLA', () => {
  test('with everything known', () =>
    expect(formatMla(quote, timed)).toBe(
      `${words} (Fisher and Payne 11:02–11:09).\n\nFisher, Chris, and Wes Payne, hosts. “All Your Kernels Belong to Rust.” LINUX Unplugged, episode 603, 23 Feb. 2025, ${link}.\n`,
    ));
  test('without host, date, show and number; a title with a stop of its own', () =>
    expect(formatMla({ ...bare, from: { ...bare.from, title: 'Why?' } }, timed)).toBe(
      `${words} (“Why?” 11:02–11:09).\n\n“Why?” ${link}.\n`,
    ));
});

describe('BibTeX', () => {
  test('with everything known', () =>
    expect(formatBibtex(quote, timed)).toBe(
      [
        '@misc{lup-603-662,',
        '  author = {Fisher, Chris and Payne, Wes},',
        '  title = {{All Your Kernels Belong to Rust}},',
        '  howpublished = {LINUX Unplugged 603, podcast},',
        '  year = {2025},',
        '  month = {2},',
        `  url = {${link}},`,
        "  note = {11:02--11:09: ``There will be no Rust code in kernel DMA.''}",
        '}\n',
      ].join('\n'),
    ));
  test('awkward signs, missing facts', () => {
    const awkward = {
      ...bare,
      words: '50% of {all} C:\\_files',
      link: 'https://x.example/{a}\\b',
      from: { ...bare.from, slug: 'täst', title: 'R&D #1', people: [host('Simon and Garfunkel'), host('{Bobby}')] },
    };
    expect(formatBibtex(awkward, untimed)).toBe(
      [
        '@misc{tst-662,',
        '  author = {Garfunkel, {Simon and} and \\{Bobby\\}},',
        '  title = {{R\\&D \\#1}},',
        '  howpublished = {Podcast},',
        '  url = {https://x.example/%7Ba%7D%5Cb},',
        "  note = {``50\\% of \\{all\\} C:\\textbackslash{}\\_files''}",
        '}\n',
      ].join('\n'),
    );
  });
});

test.each([
  ['Chris Fisher', 'Fisher', 'Chris'],
  ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
  ['Van Morrison', 'Morrison', 'Van'],
  ['Fisher, Chris', 'Fisher', 'Chris'],
  ['Sammy Davis Jr.', 'Davis', 'Sammy'],
  ['Plato', 'Plato', ''],
  ['  ', '', ''],
])('%j is cited as %j, %j', (name, family, given) => expect(citedName(name)).toEqual({ family, given }));

test.each([
  ['Mary Jane', 'M. J.'],
  ['Jean-Luc', 'J.-L.'],
  ['éva', 'É.'],
  ['', ''],
])('%j in initials is %j', (given, short) => expect(initials(given)).toBe(short));
