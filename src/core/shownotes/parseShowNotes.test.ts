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

describe('the first heading of level 1 is the title, whatever words are in it', () => {
  test.each<[string, object]>([
    ['# 12: Missing Links', { title: 'Missing Links', number: 12 }],
    ['# The People Who Built Linux', { title: 'The People Who Built Linux' }],
    ['# Our Favorite Guest', { title: 'Our Favorite Guest' }],
    ["# LUP 604: Tag, You're It", { title: "Tag, You're It", showShort: 'LUP', number: 604 }],
    ['# 2024: A Year in Links', { title: '2024: A Year in Links' }],
    ['# Show Notes\n\n# AB 7: Sponsored Content', { title: 'Sponsored Content', number: 7 }],
  ])('%s', (heading, title) => {
    const { notes: read, problems } = parseShowNotes(`${heading}\n\nThe news.\n\n## Links\n\n- [a](http://a.test)`);
    expect(read).toMatchObject({ ...title, about: 'The news.', links: [{ title: 'a' }] });
    expect(problems).toEqual([]);
  });
  test('a section may have its name, where the others stand below', () => {
    expect(notes('# People', '', 'All of us.', '', '## Hosts', '- Ann')).toMatchObject({
      title: 'People',
      about: 'All of us.',
      people: [{ name: 'Ann' }],
    });
  });
  test.each([
    ['# Links\n- [a](http://a.test)\n# Tags\nrust'],
    ['# Links\n- [a](http://a.test)'],
    ['# Episode links:\n- [a](http://a.test)\n# Feedback\nNone.'],
  ])('there is none in %j', (source) => {
    const { title, links } = parseShowNotes(source).notes;
    expect({ title, links }).toEqual({ title: undefined, links: [{ title: 'a', url: 'http://a.test' }] });
  });
  test.each([
    ['# Sponsors\n- [Acme](https://s.test)\n# LUP 603: All Your Kernels', 'All Your Kernels'],
    ['# Sponsors\n- [Acme](https://s.test)\n# All Your Kernels\n## Links\n- [a](https://a.test)', 'All Your Kernels'],
    ['# Links\n- [a](http://a.test)\n# Feedback\nNone.\n# LUP 603: All Your Kernels', 'All Your Kernels'],
    ['# Thanks to our sponsors\n- [Acme](https://s.test)\n# LUP 603: All Your Kernels', 'All Your Kernels'],
    ['# Our Favorite Guest\nShe is.\n# What she said\nMuch.', 'Our Favorite Guest'],
    ['# Feedback\nAll of it.', 'Feedback'],
  ])('behind a section it is the next that is none: %j', (source, title) => {
    expect(parseShowNotes(source).notes.title).toBe(title);
  });
  test('nor does a heading further down that only talks of people name anyone', () => {
    expect(
      notes('# T', '', '## The People Who Built Linux', '- Linus Torvalds', "## Tag, You're It", 'We play.'),
    ).toEqual({
      ...notes(''),
      title: 'T',
      about: '• Linus Torvalds\n\nWe play.',
    });
  });
});

describe('addresses are what they lead to', () => {
  test.each([
    ['https://a.test/Rust_(language)', 'https://a.test/Rust_(language)'],
    ['(see https://a.test/Rust_(language)).', 'https://a.test/Rust_(language)'],
    ['(https://a.test/x)', 'https://a.test/x'],
    ['see https://a.test/x, or', 'https://a.test/x'],
    ['_https://a.test/x_', 'https://a.test/x'],
    ['Https://a.test/x', 'Https://a.test/x'],
    ['[A](https://a.test/?x=1&amp;y=2)', 'https://a.test/?x=1&y=2'],
    ['https://a.test/?x=1&amp;y=2', 'https://a.test/?x=1&y=2'],
    ['<https://a.test/?x=1&amp;y=2>', 'https://a.test/?x=1&y=2'],
    ['&quot;https://a.test/x&quot;', 'https://a.test/x'],
    ['Hello <a href="https://a.test/?x=1&amp;y=2">X</a>', 'https://a.test/?x=1&y=2'],
    ["<A class=x href='https://a.test/x'>never shut", 'https://a.test/x'],
    ['<p>See https://a.test/Rust_(language).</p>', 'https://a.test/Rust_(language)'],
    ['First,<p>See <a href="https://a.test">A</a></p>', 'https://a.test'],
  ])('%s', (source, url) => {
    expect(notes(source).links.map((link) => link.url)).toEqual([url]);
    expect(notes('## Links', '', `- ${source}`).links.map((link) => link.url)).toEqual([url]);
  });
});

describe('nothing is lost', () => {
  test('items and links of the description', () => {
    expect(
      notes(
        '# 12: T',
        '',
        'We talk about the [DMA patch](https://lwn.test/x).',
        '',
        '- Rust in the kernel',
        '- Feedback',
        '',
        '## Links',
        '',
        '- LWN: [one](https://lwn.test/1), [two](https://lwn.test/2)',
        '- [three](https://lwn.test/3)',
      ),
    ).toMatchObject({
      about: 'We talk about the DMA patch.\n\n• Rust in the kernel\n• Feedback',
      links: ['1', '2', '3', 'x'].map((name) => ({ url: `https://lwn.test/${name}` })),
    });
  });
  test('what is listed elsewhere too is a link once', () => {
    const lines = [
      'By [Ann](https://a.test), for [Acme](https://s.test): [this](https://1.test) and [that](https://2.test).',
      '## Hosts',
      '- [Ann](https://a.test)',
      '## Sponsors',
      '- [Acme](https://s.test): [good](https://s.test)',
      '## Links',
      '- [One](https://1.test) — [said](https://1.test)',
      '- [One](https://1.test) — [said](https://1.test)',
      '- [Three](https://3.test), [Four](https://4.test)',
    ];
    expect(notes(...lines).links).toEqual([
      { title: 'One', url: 'https://1.test', quote: 'said' },
      { title: 'Three', url: 'https://3.test' },
      { title: 'Four', url: 'https://4.test' },
      { title: 'that', url: 'https://2.test' },
    ]);
  });
  test.each([
    ['- [Ann](https://x.test/a), [Bob](https://x.test/b)', ['Ann /a', 'Bob /b']],
    ['- [Ann](https://x.test/a) & Bob Jones', ['Ann /a', 'Bob Jones']],
    ['- Ann Example and Bob Jones', ['Ann Example', 'Bob Jones']],
    ['- Ann Example, CEO', ['Ann Example, CEO']],
    ['- Special guest [ann](https://x.test/a)', ['ann /a']],
    ['- [Ann](https://x.test/a), maker of [A Tool](https://x.test/t)', ['Ann /a']],
    ['- [Ann](https://x.test/a), [Mastodon](https://x.test/m)', ['Ann /a']],
    ['- Ann Example (https://x.test/a)', ['Ann Example /a']],
    ['Ann Example – [x.test](https://x.test/a)', ['Ann Example /a']],
    ['Ann Example and Bob Jones', ['Ann Example', 'Bob Jones']],
    ['Ann Example, Ludwig van Dyk and 李娜.', ['Ann Example', 'Ludwig van Dyk', '李娜']],
    ['Hosted by [Ann](https://x.test/a) and [Bob](https://x.test/b)', ['Ann /a', 'Bob /b']],
    ['Ann Example\nBob Jones', ['Ann Example', 'Bob Jones']],
  ])('people: %s', (source, people) => {
    const read = notes('## Hosts', '', source);
    expect(read.people.map(({ name, url }) => (url ? `${name} ${url.slice(14)}` : name))).toEqual(people);
    expect(read.about).toBeUndefined();
    const kept = [...read.people, ...read.links].flatMap(({ url }) => url ?? []);
    expect(kept).toEqual(source.match(/https:[^)]+/g) ?? []);
  });
  test.each([
    ['## Hosts', 'We have been on air since [2019](https://x.test).'],
    ['## Hosts', 'Follow us on [Mastodon](https://x.test).'],
    ['## Links', 'Some words.'],
    ['## Sponsors', 'Some words.'],
  ])('%s: prose is text: %s', (heading, text) => {
    const { about, people } = notes(heading, '', text);
    expect({ about, people }).toEqual({ about: text.replace(/\[(.+)\]\(.+\)/, '$1'), people: [] });
  });
  test('a label needs no blank line around it', () => {
    const expected = { about: 'About it.', links: [{ url: 'https://rust.test' }], people: [{ name: 'Ann' }] };
    expect(notes('About it.', 'Links:', 'Rust https://rust.test', 'Hosts:', '- Ann')).toMatchObject(expected);
    expect(notes('About it.', '', 'Hosts:', '- Ann', 'Links:', 'Rust https://rust.test')).toMatchObject(expected);
  });
  test('the words before a bare address, which name it', () => {
    expect(
      notes('## Links', '- Rust: https://rust.test', '', '## Sponsors', '- Acme (https://a.test) is good'),
    ).toMatchObject({
      links: [{ title: 'Rust', url: 'https://rust.test' }],
      sponsors: [{ name: 'Acme', url: 'https://a.test', blurb: 'is good' }],
    });
  });
  test('a section under a heading with a picture sign', () => {
    expect(notes('# 🔗 Links', '- [a](http://a.test)', '# Tags 🏷', 'rust')).toMatchObject({
      links: [{ title: 'a' }],
      tags: [{ name: 'rust' }],
    });
  });
  test('the first quote of a link listed twice', () => {
    expect(notes('## Links', '- [a](http://a.test) — b', '- [a](http://a.test)').links).toEqual([
      { title: 'a', url: 'http://a.test', quote: 'b' },
    ]);
  });
  test('of tags, those without a link', () => {
    expect(notes('## Tags', '', '[a](http://t.test/a), b').tags).toEqual([
      { name: 'a', url: 'http://t.test/a' },
      { name: 'b' },
    ]);
  });
  test('the addresses of headings', () => {
    expect(notes('# [T](https://t.test)', '', '## [A story](https://a.test)')).toMatchObject({
      title: 'T',
      links: [{ url: 'https://t.test' }, { url: 'https://a.test' }],
    });
  });
});

test('in a fence nothing is a heading, a label or an item', () => {
  const code = ['```sh', '# sponsors list', '', 'Links:', '- see https://a.test', '```', '', 'More.'];
  expect(notes('# T', '', ...code)).toMatchObject({
    about: '# sponsors list\n\nLinks:\n- see https://a.test\n\nMore.',
    sponsors: [],
    links: [{ url: 'https://a.test' }],
  });
});

describe('headings name their section in many words', () => {
  test.each([
    ['Links we love', 'b'],
    ['Links!', 'b'],
    ['Links, Notes & More', 'b'],
    ['All the resources you need', 'b'],
    ['Link list', 'b'],
    ['Link-local addresses', undefined],
    ['References Are Hard', undefined],
    ['Missing Links Found', undefined],
  ])('links: %s', (heading, quote) => {
    expect(notes(`## ${heading}`, '', '[B](https://b.test) — b').links).toEqual([
      { title: 'B', url: 'https://b.test', ...(quote && { quote }) },
    ]);
  });
  test.each([
    ['Crew members', 1],
    ['Panel members:', 1],
    ['The crew today', 1],
    ['Meet the panel!', 1],
    ['Crew members stranded in space', 0],
    ['People, Places and Things', 0],
  ])('people: %s', (heading, count) => {
    expect(notes(`## ${heading}`, '', '- Ann Example').people).toHaveLength(count);
  });
  test.each([
    ['Tags!', 1],
    ['Tags, Topics & More', 1],
    ['Tags are overrated', 0],
  ])('tags: %s', (heading, count) => {
    expect(notes(`## ${heading}`, '', 'rust').tags).toHaveLength(count);
  });
});

describe('within a paragraph', () => {
  test.each([
    ['Ann talks with our guests:\nBob Jones and Cy Young\nabout kernels.'],
    ['A good week.\nThanks to all who sponsor the show:\nyou are great.'],
    ['We wondered.\nThe host said:\n“So it is.”'],
    ['Last week\nwe spoke of tools that people mentioned:\nhammers.'],
  ])('a sentence is no label: %j', (source) => {
    expect(notes(source)).toEqual({ ...notes(''), about: source });
  });
  test.each([
    'Links',
    'Our links',
    'Episode links',
    'Links we love',
    'Mentioned in this episode',
    'Links mentioned on the show',
    'All the links from this week',
  ])('a name of a section is one: %s', (label) => {
    expect(notes('About it.', `${label}:`, '[B](https://b.test) — b')).toMatchObject({
      about: 'About it.',
      links: [{ title: 'B', quote: 'b' }],
    });
  });
  test('a sentence that stands alone is one', () => {
    expect(notes('We thank all who sponsor the show:', '', '- Acme: good').sponsors).toEqual([
      { name: 'Acme', blurb: 'good' },
    ]);
  });
});

test.each([
  [
    'guests',
    'Guests:\n\n- [Bob Jones](https://b.example)\n\n**Timestamps:**\n\n- (02:00) Kernels\n- [Shop](https://s.example)',
  ],
  ['sponsors', 'Sponsored by:\n\n- [Acme](https://a.example)\n\nIn this episode:\n\n- [Shop](https://s.example)'],
])('a label of something else ends the list of %s', (_, source) => {
  const { people, sponsors, links } = parseShowNotes(source).notes;
  expect([...people, ...sponsors].map(({ name }) => name)).toEqual([source.includes('Bob') ? 'Bob Jones' : 'Acme']);
  expect(links.map(({ title }) => title)).toEqual(['Shop']);
});

describe('a line that is bold all along stands for a heading', () => {
  const expected = {
    about: 'About it.',
    people: [{ name: 'Bob Jones', role: 'guest' }],
    sponsors: [{ name: 'Acme' }],
    links: [{ title: 'Rust', url: 'https://rust.test' }],
  };
  test.each([
    [
      'Markdown, blocks',
      'About it.\n\n**Guest**\n\n- Bob Jones\n\n**Our sponsors**\n\n- Acme\n\n__Links__\n\n- [Rust](https://rust.test)',
    ],
    [
      'Markdown, lines of one paragraph',
      'About it.\n\n**Guest**\n- Bob Jones\n\n**Sponsors**:\n- Acme\n\n**Links**\n[Rust](https://rust.test)',
    ],
    [
      'HTML',
      '<p>About it.</p><p><strong>Guest</strong></p><ul><li>Bob Jones</li></ul><p><b>Sponsors</b></p><ul><li>Acme</li></ul><p><strong>Links</strong><br><a href="https://rust.test">Rust</a></p>',
    ],
  ])('%s', (_, source) => expect(parseShowNotes(source).notes).toMatchObject(expected));

  test.each([
    '**We talk with people about tools and links between them, at length and with joy.**',
    'Today **Links** matter.',
    '**Rust** and **Go**',
    '**Big news this week**',
    '**Guest**s are welcome',
  ])('words of a text stay words: %s', (source) => {
    expect(parseShowNotes(source).notes).toEqual({
      ...parseShowNotes('').notes,
      about: source.replaceAll('*', ''),
    });
  });

  test('a link in bold is a link', () => {
    const { links, people } = parseShowNotes(
      '## Links\n\n**[Our guests](https://g.test)**\n\n- [Shop](https://s.test)',
    ).notes;
    expect(links.map(({ title }) => title)).toEqual(['Our guests', 'Shop']);
    expect(people).toEqual([]);
  });

  test('one that names something else ends a list of people', () => {
    const source = 'Hosts:\n\n- Ann Lee\n\n**What we drank**\n\n- Coffee Beans';
    expect(parseShowNotes(source).notes.people.map(({ name }) => name)).toEqual(['Ann Lee']);
  });

  test.each([
    ['guests', '<h3>Guests</h3><p><strong>Bob Jones</strong></p><p>Bob is the CEO of Acme.</p>', ['Bob Jones']],
    ['hosts', 'Hosts:\n\n**Ann Lee**\n\n**Bob Jones**', ['Ann Lee', 'Bob Jones']],
    ['a guest under a bold label', '<p><strong>Guest</strong></p><p><strong>Bob Jones</strong></p>', ['Bob Jones']],
  ])('bold names are names, and end no list: %s', (_, source, people) => {
    expect(parseShowNotes(source).notes.people.map(({ name }) => name)).toEqual(people);
  });

  test('bold names of sponsors and tags end no list either', () => {
    const sponsors =
      '## Sponsors\n\n**Acme Corp**\n\n[Acme](https://acme.test)\n\n**Foo Bank**\n\n[Foo](https://foo.test)';
    expect(parseShowNotes(sponsors).notes.sponsors.map(({ name }) => name)).toEqual(['Acme', 'Foo']);
    expect(parseShowNotes('## Tags\n\n**rust**\n\nlinux, c').notes.tags.map(({ name }) => name)).toEqual([
      'rust',
      'linux',
      'c',
    ]);
  });

  test.each([
    'This episode is sponsored by Acme',
    'Become a sponsor',
    'Thank you to our sponsors',
    'About our guest',
    'Special Guest Bob Jones',
    'The People Behind Rust',
  ])('a bold sentence that speaks of people or sponsors lists none: %s', (words) => {
    const { notes } = parseShowNotes(
      `**${words}**\n\nListen on [Apple](https://apple.test), by [Moby](https://moby.test).`,
    );
    expect(notes).toMatchObject({ people: [], sponsors: [], about: expect.stringContaining('Listen on') as string });
    expect(notes.links).toHaveLength(2);
  });

  test.each([
    ['## About the hosts\n\n- [Ann Lee](https://ann.test)', ['host Ann Lee']],
    ['## Follow the hosts\n\n[Ann Lee](https://ann.test)', ['host Ann Lee']],
    ['<p><strong>About Our Guest:</strong></p><p><a href="https://ann.test">Ann Lee</a></p>', ['guest Ann Lee']],
  ])('headings and labels with a colon name whom they tell about: %s', (source, people) =>
    expect(parseShowNotes(source).notes.people.map(({ role, name }) => `${role} ${name}`)).toEqual(people),
  );

  test.each([
    'In this episode',
    'Join our newsletter',
    'Discussed in this episode',
    'Subscribe on Apple',
    'Stay Connected',
    'Further reading',
    'Connect with Jane',
    'About our guest',
    'Show timestamps',
  ])('bold words that ask or announce end a list: %s', (words) => {
    const source = `## Sponsors\n\n- [Acme](https://acme.test)\n\n**${words}**\n\n[It](https://it.test)`;
    expect(parseShowNotes(source).notes.sponsors.map(({ name }) => name)).toEqual(['Acme']);
  });

  test.each(['**🔗 Links**', '**Links & Resources**', '**🎙 Links**:'])('signs in a label are no words: %s', (label) => {
    const { notes } = parseShowNotes(`A talk.\n\n${label}\n- [One](https://one.test): as said\n`);
    expect(notes.links).toEqual([{ title: 'One', url: 'https://one.test', quote: 'as said' }]);
  });

  test('a link of several lines between bold lines stays one', () => {
    const source = 'Hi\n**Links**\n[The long\ntitle](https://x.test) and <a href="https://y.test">two\nlines</a>';
    expect(parseShowNotes(source).notes.links.map(({ title }) => title)).toEqual(['The long title', 'two lines']);
  });

  test('an item without a link stays in the text', () => {
    const { notes, problems } = parseShowNotes('**Show Notes**\n\nToday:\n\n- Rust is nice\n- [Go](https://go.test)');
    expect(notes.about).toContain('• Rust is nice');
    expect(problems.map(({ code }) => code)).toEqual(['link-without-address']);
  });

  test('an element that is never closed is bold no further than its block', () => {
    const source = '<p><b>Sponsors</p><ul><li>Acme</li></ul><p>Guests</p><ul><li>Bob Jones</li></ul>';
    expect(parseShowNotes(source).notes.people).toEqual([]);
  });
});

describe('a line that names its section itself', () => {
  const read = (source: string) => {
    const { about, people, sponsors, tags } = parseShowNotes(source).notes;
    const found = [
      ...people.map(({ name, role }) => `${role} ${name}`),
      ...sponsors.map(({ name }) => `sponsor ${name}`),
    ];
    return { about, found: [...found, ...tags.map(({ name }) => `tag ${name}`)] };
  };
  test.each<[string, string[], string | undefined]>([
    ['**Hosts:** Ann Lee & Bob Jones', ['host Ann Lee', 'host Bob Jones'], undefined],
    ['**Guest**: [Eve Ray](https://eve.test)', ['guest Eve Ray'], undefined],
    ['- Special guest: Eve Ray', ['guest Eve Ray'], undefined],
    ['Guest: Eve Ray (Mekong Kitchen, Houston)', ['guest Eve Ray'], undefined],
    ['## Links\n- Guest: [Eve Ray](https://eve.test)\n\n**Tags:** rust, c', ['tag rust', 'tag c'], undefined],
    ['Speakers: Ann Lee, Bob Jones and Eve Ray', ['host Ann Lee', 'host Bob Jones', 'host Eve Ray'], undefined],
    ['### Moderation\n- Jörg Weiß\n### Gäste\n- Ute Öz', ['host Jörg Weiß', 'guest Ute Öz'], undefined],
    ['Invités : Zoé Roux et Léa Petit', ['guest Zoé Roux', 'guest Léa Petit'], undefined],
    ['Presentan: **Íñigo Sáez** y **Nuria Gil**', ['host Íñigo Sáez', 'host Nuria Gil'], undefined],
    ['## Patrocinador\n- [Acme](https://a.test)\n## Etiquetas\nmar', ['sponsor Acme', 'tag mar'], undefined],
    ['A talk.\nTags: rust, open source\nBye.', ['tag rust', 'tag open source'], 'A talk.\n\nBye.'],
    ['<p>Hi.<br><b>Sponsor:</b> <a href="https://a.test">Acme</a> — 15% off</p>', ['sponsor Acme'], 'Hi.'],
  ])('%s', (source, found, about) => expect(read(source)).toEqual({ found, about }));

  test.each([
    'Guest: a woman who sails',
    'Tags: we have them now. Use them!',
    'Sponsor: none this week',
    'People: Acme is hiring',
    'Our hosts: their best moments',
    'Werbung: heute keine',
  ])('and goes on in prose is text: %s', (source) => expect(read(source)).toEqual({ found: [], about: source }));
});
