import { describe, expect, test } from 'vitest';
import { parseShowNotes } from './parseShowNotes.ts';

const notes = (...lines: string[]) => parseShowNotes(lines.join('\n')).notes;

test('the title gives the show, the number and the name', () => {
  expect(notes('# LUP 603: All Your Kernels')).toMatchObject({
    showShort: 'LUP',
    number: 603,
    title: 'All Your Kernels',
  });
  expect(notes('# Episode 12 – A start')).toMatchObject({ number: 12, title: 'A start' });
  expect(notes('# Top 10: the best of it')).toMatchObject({ title: 'Top 10: the best of it' });
});

test.each([
  ['* Air Date: 2025-02-23', { airDate: '2025-02-23' }],
  ['- Published: Feb 3, 2025', { airDate: '2025-02-03' }],
  ['- Published: 23 February 2025', { airDate: '2025-02-23' }],
  ['* Duration: 60 mins 30 secs', { duration: 3630 }],
  ['* Length: 1:00:30', { duration: 3630 }],
])('%s', (line, fact) => expect(notes('# T', '', line)).toMatchObject(fact));

test('a date that is no date is not guessed', () => {
  expect(notes('* Air Date: 03/04/25').airDate).toBeUndefined();
});

describe('people', () => {
  test('hosts and guests, told apart by heading or by address', () => {
    expect(
      notes(
        '## Your hosts',
        '* [Ann](https://x.test/hosts/ann)',
        '* [Gus](https://x.test/guests/gus)',
        '* Bob',
        '## Guest',
        '- Eve',
      ).people,
    ).toEqual([
      { name: 'Ann', role: 'host', url: 'https://x.test/hosts/ann' },
      { name: 'Gus', role: 'guest', url: 'https://x.test/guests/gus' },
      { name: 'Bob', role: 'host' },
      { name: 'Eve', role: 'guest' },
    ]);
  });
});

describe('sponsors and links', () => {
  test('with a blurb behind a colon, a quote behind a dash, or nothing', () => {
    const { sponsors, links } = notes(
      '## Sponsored by',
      '  * [Acme](http://a.test): [It is good.](http://a.test)',
      '  * River: banking',
      '## Episode links',
      '  * [One](http://1.test "One") — said "so" — twice',
      '  * [Two - too](http://2.test) - less',
      '  * [Three](http://3.test)',
    );
    expect(sponsors).toEqual([
      { name: 'Acme', url: 'http://a.test', blurb: 'It is good.' },
      { name: 'River', blurb: 'banking' },
    ]);
    expect(links).toEqual([
      { title: 'One', url: 'http://1.test', quote: 'said "so" — twice' },
      { title: 'Two - too', url: 'http://2.test', quote: 'less' },
      { title: 'Three', url: 'http://3.test' },
    ]);
  });

  test('link-without-address is told with its line', () => {
    expect(parseShowNotes('## Links\n\n* nothing here').problems).toMatchObject([
      { code: 'link-without-address', line: 3 },
    ]);
  });
});

test('tags, linked or plain', () => {
  expect(notes('## Tags', '', '[a b](http://t.test/a%20b), [c](http://t.test/c)').tags).toEqual([
    { name: 'a b', url: 'http://t.test/a%20b' },
    { name: 'c', url: 'http://t.test/c' },
  ]);
  expect(notes('## Tags', '', '#one, two').tags).toEqual([{ name: 'one' }, { name: 'two' }]);
});

test('about is the text; an embedded player is passed over', () => {
  expect(notes('# T', '', '<iframe src="https://evil.test"></iframe>', '', 'First *words*.', '', 'More.').about).toBe(
    'First words.\n\nMore.',
  );
});

test('encoding-mended: misread characters are put right', () => {
  const { notes: mended, problems } = parseShowNotes('## Links\n\n* [a](http://a.test) ‚Äî b');
  expect(mended.links[0]!.quote).toBe('b');
  expect(problems).toMatchObject([{ code: 'encoding-mended' }]);
});
