import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Episode } from '../episode/episode.ts';
import { besideEntries, buildBeside } from './beside.ts';

const episode: Episode = {
  slug: 's',
  show: 'Show',
  title: 'T',
  duration: 100,
  coverage: { start: 0, end: 100 },
  uncovered: [],
  cues: [],
  sections: [],
  topics: [],
  timedLinks: [],
  about: 'We talk about lighthouses.',
  chapters: [{ id: 'ch1', start: 10, end: 20, title: 'Oxidizing the Kernel' }],
  people: [{ name: 'Hannah Anderson', role: 'guest', url: 'http://h.test' }],
  sponsors: [{ name: 'Tailscale', url: 'http://t.test', blurb: 'a programmable network' }],
  links: [
    {
      title: 'Linus Re: Rust kernel policy',
      url: 'http://l.test',
      quote: `${'Long before it. '.repeat(20)}You can ignore the Rust side. ${'Long behind it. '.repeat(20)}`,
    },
  ],
  tags: [{ name: 'asahi linux' }],
};
const note = {
  id: 'n1',
  episode: 's',
  body: 'Quote this',
  tags: ['follow-up'],
  target: { start: 5, end: 6, quote: { exact: 'the DMA patch', prefix: '', suffix: '' } },
  created: '',
  modified: '',
  revision: 1,
};
const find = buildBeside(besideEntries(episode, [note]));
const told = (query: string) =>
  find(query).map(
    ({ label, title }) => `${label}: ${title.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')}`,
  );

test.each<[string, string[]]>([
  ['kernel', ['Chapter: Oxidizing the [Kernel]', 'Link: Linus Re: Rust [kernel] policy']],
  ['asahi', ['Tag: [asahi] linux']],
  ['tailscal', ['Sponsor: [Tailscal]e']],
  ['follow', ['Note: Quote this']],
  ['oxydizing', ['Chapter: [Oxidizing] the Kernel']],
  ['programmable', ['Sponsor: Tailscale']],
  ['anderson hannah', ['Guest: [Hannah] [Anderson]']],
  ['lighthouses', ['About: ']],
  ['quote', ['Note: [Quote] this']],
  ['rust kangaroo', []],
  // Quoted words stand side by side, the last as it is; what is left out is nowhere in the entry.
  ['"rust kernel"', ['Link: Linus Re: [Rust] [kernel] policy']],
  ['"kernel rust"', []],
  ['"kern"', []],
  ['"rust kern', ['Link: Linus Re: [Rust] [kern]el policy']],
  ['kernel -rust', ['Chapter: Oxidizing the [Kernel]']],
  ['kernel -"rust policy"', ['Chapter: Oxidizing the [Kernel]', 'Link: Linus Re: Rust [kernel] policy']],
  ['kernel -ignore', ['Chapter: Oxidizing the [Kernel]']],
  ['-the', []],
  ['\'!^=|"', []],
  ['', []],
])('%j finds %j', (query, hits) => expect(told(query)).toEqual(hits));

test.each<[string, string, string]>([
  ['cœur', 'Le cœur du noyau', 'Le [cœur] du noyau'],
  ['coeur', 'Le cœur du noyau', 'Le [cœur] du noyau'],
  ['œuvre', 'Mes Œuvres', 'Mes [Œuvre]s'],
  ['œuvres', "Chefs-d'oeuvres", "Chefs-d'[oeuvres]"],
  ['Þórr', 'Þórr in the North', '[Þórr] in the North'],
  ['thorr', 'Thor and Þo\u0301rr', 'Thor and [Þo\u0301rr]'],
  ['strasse', 'Die Straße', 'Die [Straße]'],
  ['as', 'Straße', 'Str[aß]e'],
  ["don't panic", 'Don’t panic', '[Don’t] [panic]'],
  ['reilly', "O'Reilly's", "O'[Reilly]'s"],
  ['कलम', 'यह क़लम है', 'यह [क़लम] है'],
  ['ΟΔΟΣ', 'η οδός', 'η [οδός]'],
  ['人工知能', '人工知能の話', '[人工知能]の話'],
  ['kernel', '💥 The ½ kernel', '💥 The ½ [kernel]'],
])('%j finds its letters in %j however they are written: %j', (query, written, marked) => {
  const hits = buildBeside(besideEntries({ ...episode, chapters: [], links: [], tags: [{ name: written }] }, []))(
    query,
  );
  expect(hits.map(({ title }) => title.map(({ text, hit }) => (hit ? `[${text}]` : text)).join(''))).toEqual([marked]);
});

test('a note written in Markdown is found, and shown, by its words; and by where its links lead', () => {
  const body = '# **Kern**el *news*\n\n- see [the patch](https://example.org/dma)\n- <https://example.net/>';
  const found = buildBeside(besideEntries(episode, [{ ...note, body }]));
  const shown = (query: string) => found(query).filter(({ source }) => source === 'note');
  const [hit] = shown('kernel news');
  expect(hit!.title.map(({ text }) => text).join('')).toBe('Kernel news\nsee the patch\nhttps://example.net/');
  expect(hit!.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Kernel', 'news']);
  expect(hit!.text.map(({ text }) => text).join('')).toBe('follow-up · the DMA patch · https://example.org/dma');
  expect(shown('example.org')).toHaveLength(1);
  // Signs alone are no words.
  expect(besideEntries(episode, [{ ...note, body: '---' }])[0]).toMatchObject({
    label: 'Highlight',
    title: 'follow-up',
  });
});

test('a long text is cut about what matched', () => {
  const text = find('ignore')[0]!
    .text.map((piece) => piece.text)
    .join('');
  expect(text).toMatch(/^… .*You can ignore the Rust side\..* …$/);
  expect(text.length).toBeLessThan(250);
});

test('any query is safe', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (query) => void find(query)));
});
