import { describe, expect, test } from 'vitest';
import { roleOf, stemOf } from './classify.ts';
import { gatherEpisodes, slugify } from './gather.ts';

const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nhi';

describe('roleOf', () => {
  test.each<[string, string, string | undefined]>([
    ['a.vtt', '', 'transcript'],
    ['A.SRT', '', 'transcript'],
    ['episode.json', '{}', 'facts'],
    ['a.chapters.json', '{}', 'chapters'],
    ['talk.chapters.vtt', VTT, 'chapters'],
    ['chapters.txt', '00:00:00 Intro\n00:01:00 News', 'chapters'],
    ['talk.description.txt', '0:00 Intro\n1:00 News', 'show-notes'],
    ['segments.json', '{}', 'segments'],
    ['a.json', '{"segments":[{"startTime":0,"body":"x"}]}', 'transcript'],
    ['a.json', '[{"start_ms":0,"text":"x"}]', 'transcript'],
    ['a.json', '{"results":{"channels":[{"alternatives":[{"transcript":"x"}]}]}}', 'transcript'],
    ['a.json', '{"version":"1.2.0","chapters":[]}', 'chapters'],
    ['a.json', '[{"start":"0:00","title":"x"}]', 'chapters'],
    ['a.json', '{"hello":1}', undefined],
    ['a.json', '{"words":[{"word":"x","start":0}]}', 'transcript'],
    ['a.json', '{"results":{"transcripts":[{"transcript":"x"}]}}', 'transcript'],
    ['info.json', '{"title":"T","transcript":"https://x.test/talk.vtt"}', undefined],
    ['info.json', '{"title":"T","transcripts":[{"url":"https://x.test/talk.vtt","type":"text/vtt"}]}', undefined],
    ['info.json', '{"transcripts":[{"language":"en","url":"https://x.test/talk.vtt"}]}', undefined],
    ['a.json', `{"transcript":"${'x'.repeat(30_000)}","words":[{"word":"x","start":0}]}`, 'transcript'],
    ['info.json', '{"stats":{"words":8123}}', undefined],
    ['info.json', '{"items":[{"transcript":{"url":"https://x.test/talk.vtt"}}]}', undefined],
    ['notes.md', '# T', 'show-notes'],
    ['NOTICE.md', '# T', undefined],
    ['a.html', '<cite>A</cite><time>0:00</time><p>x</p>', 'transcript'],
    ['a.html', '<h1>T</h1>', 'show-notes'],
    ['a.txt', '[0:01] a\n[0:02] b', 'transcript'],
    ['a.txt', 'hello', undefined],
    ['noname', VTT, 'transcript'],
    ['picture.png', '\x89PNG', undefined],
  ])('%s with %j is %s', (name, text, role) => expect(roleOf(name, text)).toBe(role));
});

test.each([
  ['dir/Talk 7.en.vtt', 'talk 7'],
  ['Talk 7-chapters.json', 'talk 7'],
  ['talk_7.show-notes.md', 'talk_7'],
  ['x/transcript.vtt', ''],
])('the stem of %s is %j', (name, stem) => expect(stemOf(name)).toBe(stem));

describe('gatherEpisodes', () => {
  const gather = (...names: string[]) => {
    const documents = names.map((name) => ({
      name,
      text: /\.(?:vtt|srt)$/.test(name) ? VTT : name.endsWith('.json') ? '{"chapters":[]}' : '# Notes',
    }));
    const { gatherings, rest } = gatherEpisodes(documents);
    return {
      found: gatherings.map(({ name, documents: own }) => `${name}: ${own.map((document) => document.name).join(' ')}`),
      rest,
    };
  };
  test('one transcript takes all', () => {
    expect(gather('a.vtt', 'whatever.md', 'c.json', 'p.png')).toEqual({
      found: ['a: a.vtt whatever.md c.json'],
      rest: ['p.png'],
    });
  });
  test('several are told apart by name', () => {
    expect(gather('d/one.vtt', 'd/two.srt', 'd/one.md', 'd/two.chapters.json', 'd/three.md')).toEqual({
      found: ['one: d/one.vtt d/one.md', 'two: d/two.srt d/two.chapters.json'],
      rest: ['d/three.md'],
    });
  });
  test('or by folder', () => {
    expect(gather('s/7/transcript.vtt', 's/7/show-notes.md', 's/8/transcript.vtt', 's/8/chapters.json').found).toEqual([
      '7: s/7/transcript.vtt s/7/show-notes.md',
      '8: s/8/transcript.vtt s/8/chapters.json',
    ]);
  });
  test('nothing is nothing', () => expect(gather('p.png', 'a.md')).toEqual({ found: [], rest: ['p.png', 'a.md'] }));
});

test.each([
  ['My Talk (2)', 'my-talk-2'],
  ['Übung: Café!', 'ubung-cafe'],
  ['日本語', '日本語'],
  ['../..', 'talk'],
  ['__proto__', 'proto'],
])('slugify(%j) is %j', (name, slug) => expect(slugify(name)).toBe(slug));
