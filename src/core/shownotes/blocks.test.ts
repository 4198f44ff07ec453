import { describe, expect, test } from 'vitest';
import { growthOf, SQUARE, type Source } from '../testing/growth.ts';
import { readHtmlBlocks } from './htmlBlocks.ts';
import { decodeReferences } from '../text/references.ts';
import { readMarkdownBlocks } from './markdownBlocks.ts';
import { parseShowNotes } from './parseShowNotes.ts';

const told = (blocks: ReturnType<typeof readMarkdownBlocks>) =>
  blocks.map(
    ({ kind, depth, line, spans }) =>
      `${line} ${kind}${depth ?? ''}: ${spans.map(({ text, url }) => (url ? `[${text}](${url})` : text)).join('')}`,
  );

describe('Markdown', () => {
  test.each<[string, string, string[]]>([
    [
      'headings of both kinds',
      '# One #\n\nTwo\n===\n\nThree\n---',
      ['1 heading1: One', '3 heading1: Two', '6 heading2: Three'],
    ],
    [
      'lists of any sign, lazy lines',
      '- a\n  b\n* c\n+ d\n2. e',
      ['1 item: a\nb', '3 item: c', '4 item: d', '5 item: e'],
    ],
    [
      'links with titles, brackets and parentheses',
      '[a [b] c](<http://x.test/a b> "t") [d](http://x.test/(e)f)',
      ['1 paragraph: [a [b] c](http://x.test/a b) [d](http://x.test/(e)f)'],
    ],
    [
      'bare and angled addresses',
      'see https://x.test/a, <https://y.test>.',
      ['1 paragraph: see [https://x.test/a](https://x.test/a), [https://y.test](https://y.test).'],
    ],
    [
      'emphasis, code, escapes, references',
      '**b** _i_ snake_case `c` 2 * 3 \\*x\\* &amp;',
      ['1 paragraph: b i snake_case c 2 * 3 *x* &'],
    ],
    [
      'raw HTML is dropped, its words stay',
      '<iframe src="x"></iframe>\n\na <b>bold</b> word<br>next',
      ['3 paragraph: a bold word\nnext'],
    ],
    [
      'a picture is its description, with a link',
      '![A *tall* tower](http://x.test/p.png)',
      ['1 paragraph: [A tall tower](http://x.test/p.png)'],
    ],
    [
      'a picture in a link is the words of the link',
      '[![A tower](http://x.test/p.png) seen](http://x.test/)',
      ['1 paragraph: [A tower seen](http://x.test/)'],
    ],
    ['a link that leads nowhere is text', '[a](  [b] c', ['1 paragraph: [a](  [b] c']],
    [
      'fences, with what is in them',
      'a\n~~~ sh\n# b\n\n```\n- c\n~~~~\n- ```\n  # d\n  ```\n# e',
      ['1 paragraph: a', '2 code: # b\n\n\n- c', '8 code: # d', '11 heading1: e'],
    ],
    ['a fence that never ends is none', 'a\n\n```\n# b', ['1 paragraph: a', '4 heading1: b']],
    ...['~~~', '````', '- ~~~'].map((begin): [string, string, string[]] => [
      `nor does the end of another end it: ${begin}`,
      `${begin}\n\n# b\n\n\`\`\`\nc\n\`\`\`\n# d`,
      [
        ...(begin[0] === '`' ? [] : [`1 ${begin[0] === '-' ? 'item' : 'paragraph'}: ~~~`]),
        '3 heading1: b',
        '5 code: c',
        '8 heading1: d',
      ],
    ]),
    [
      'a fence ends with one that is longer',
      '~~~\n# b\n``` \n  ~~~~  \n# c\n~~~~\n# d\n~~~\n# e',
      ['1 code: # b\n', '5 heading1: c', '6 paragraph: ~~~~', '7 heading1: d', '8 paragraph: ~~~', '9 heading1: e'],
    ],
    [
      'links in raw HTML',
      'a <a class="x" href="http://x.test/?a&amp;b">b *c*</a> d',
      ['1 paragraph: a [b c](http://x.test/?a&b) d'],
    ],
    ['a rule ends a block', 'a\n\n***\n\nb', ['1 paragraph: a', '5 paragraph: b']],
  ])('%s', (_, source, blocks) => expect(told(readMarkdownBlocks(source, decodeReferences))).toEqual(blocks));
});

describe('HTML', () => {
  test.each<[string, string, string[]]>([
    [
      'headings, paragraphs, items, links',
      '<h2>Links</h2>\n<ul><li><a href="http://x.test">One</a> — said &amp; done</li><li><p>Two</p></li></ul>',
      ['1 heading2: Links', '2 item: [One](http://x.test) — said & done', '2 item: Two'],
    ],
    ['line breaks', '<p>a<br>b<br/>c</p>', ['1 paragraph: a\nb\nc']],
    ['what is silent', '<p>a<script>x</script><iframe src="y">z</iframe>b</p><!-- c <p>d -->', ['1 paragraph: ab']],
    [
      'bare addresses',
      '<p>see http://x.test/a_(b), or &lt;http://y.test&gt;.</p>',
      ['1 paragraph: see [http://x.test/a_(b)](http://x.test/a_(b)), or <[http://y.test](http://y.test)>.'],
    ],
    [
      'a picture that is a link',
      '<p><a href="http://x.test"><img src="a.png"></a>',
      ['1 paragraph: [http://x.test](http://x.test)'],
    ],
    ['text outside of any element', 'a < b <p>c', ['1 paragraph: a < b ', '1 paragraph: c']],
  ])('%s', (_, source, blocks) => expect(told(readHtmlBlocks(source))).toEqual(blocks));
});

describe('the shapes that hosts publish', () => {
  test('HTML without headings, labels in bold, links on lines', () => {
    const { notes } = parseShowNotes(
      '<p>A talk about towers.</p><p><strong>Links:</strong></p><p><a href="http://a.test">One</a> - first<br><a href="http://b.test">Two</a></p><p><b>Sponsors:</b></p><ul><li><a href="http://s.test">Acme</a>: good</li></ul>',
    );
    expect(notes).toMatchObject({
      about: 'A talk about towers.',
      links: [
        { title: 'One', url: 'http://a.test', quote: 'first' },
        { title: 'Two', url: 'http://b.test' },
      ],
      sponsors: [{ name: 'Acme', url: 'http://s.test', blurb: 'good' }],
    });
  });
  test('plain lines with labels, as feeds carry them', () => {
    const { notes } = parseShowNotes(
      'About it.\nDuration: 10 min\n\nSponsored By:\n- Acme: good\n\nLinks:\n- [One](http://a.test)',
    );
    expect(notes).toMatchObject({
      about: 'About it.',
      duration: 600,
      sponsors: [{ name: 'Acme', blurb: 'good' }],
      links: [{ title: 'One' }],
    });
  });
  test.each([
    [
      'Markdown',
      'About.\n\n![A tower](http://x.test/p.png)\n\n## Links\n\n- [One](http://a.test) ![small](http://x.test/s.png)',
    ],
    [
      'HTML',
      '<p>About. <img src="http://x.test/p.png" alt="A tower"><img width=1 height=1 src="http://t.test/"></p><p>Links:</p><ul><li><a href="http://a.test">One</a> <img alt="small" src="http://x.test/s.png"></ul>',
    ],
  ])('pictures in %s are kept as links beside the notes, and never taken for one of the links', (_, source) => {
    const { notes, problems } = parseShowNotes(source);
    expect(notes.pictures).toEqual([
      { title: 'A tower', url: 'http://x.test/p.png' },
      { title: 'small', url: 'http://x.test/s.png' },
    ]);
    expect(notes.links).toMatchObject([{ title: 'One', url: 'http://a.test' }]);
    expect(problems).toEqual([]);
  });
  test('notes-too-long: what is past the limit is left out, and told', () => {
    expect(parseShowNotes('word '.repeat(110_000)).problems).toMatchObject([{ code: 'notes-too-long' }]);
  });
});

describe('nothing takes long', () => {
  test.each<[string, Source]>([
    ['brackets', '['.repeat(200_000)],
    ['links that lead nowhere', '[a]('.repeat(100_000)],
    ['images', '![]('.repeat(100_000)],
    ['emphasis', '*a '.repeat(100_000)],
    ['underscores', '_'.repeat(400_000)],
    ['angle brackets', '<'.repeat(50_000)],
    ['angle brackets with an end', `${'<'.repeat(50_000)}>`],
    ['tags', '<a>'.repeat(100_000)],
    ['quotes', '>'.repeat(100_000)],
    ['blank lines', '\n'.repeat(80_000)],
    ['items', '* a\n'.repeat(80_000)],
    ['addresses', 'http://'.repeat(60_000)],
    ['fences', '```\n'.repeat(40_000)],
    ['fences that never end', '```a\n'.repeat(30_000)],
    ['fences of every length', Array.from({ length: 900 }, (_, i) => `${'`'.repeat(900 - i)}\n~~~\n`).join('')],
    ['words of sections', `# ${'links members people tags, '.repeat(15_000)}x`],
    ['spaces behind a section', (share) => `# link${' '.repeat(200_000 * share)}x`],
    ['spaces behind words of a section', (share) => `# all the${' '.repeat(200_000 * share)}x`],
    ['fences that another follows', '~~~~\n```\n'.repeat(30_000)],
    ['links between people', `# Hosts\n\n${'we met [Ann A](http://b) of [B](http://c), '.repeat(8000)}`],
    ['brackets behind a link', `# Hosts\n\n[A](http://a) ${'( )('.repeat(80_000)} and B`],
    ['addresses with brackets', `http://${')'.repeat(1990)} `.repeat(200)],
    ['links in raw HTML', 'x <a href="b">'.repeat(30_000)],
    ['links', '[a](http://b)\n\n'.repeat(10_000)],
    ['names', `# Hosts\n\n${'Ann A and '.repeat(20_000)}`],
    ['labels', `a\n${'Links:\n'.repeat(20_000)}`],
    ['spaces before a colon', (share) => `a${' '.repeat(200_000 * share)}b:`],
    ['bold labels', `a\n${'**Links**\n'.repeat(20_000)}`],
    ['bold that never ends', '**a'.repeat(60_000)],
    ['HTML bold', `<p>${'<b>a'.repeat(60_000)}`],
    ['HTML addresses', `<p>${'http://'.repeat(60_000)}`],
    ['HTML elements', `<p>${'<div>'.repeat(90_000)}`],
    ['HTML elements that close nothing', `<p>${'<div>'.repeat(30_000)}${'</p>'.repeat(30_000)}`],
    ['HTML quotes', `<p>${'<a href="'.repeat(50_000)}`],
    ['HTML comments', `<p>${'<!--'.repeat(100_000)}`],
    ['HTML scripts', `<p>${'<script>'.repeat(60_000)}`],
  ])('%s', (_, source) => {
    expect(growthOf(parseShowNotes, source)).toBeLessThan(SQUARE);
  });
});
