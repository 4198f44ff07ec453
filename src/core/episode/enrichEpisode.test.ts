import { expect, test } from 'vitest';
import { enrichEpisode } from './enrichEpisode.ts';
import { readEpisode } from './readEpisode.ts';

const talk = (cues: number) => {
  const at = (i: number) => new Date(i * 4000).toISOString().slice(11, 23);
  const words = (i: number) => (i % 40 < 20 ? 'the old lighthouse by the sea' : 'a garden of roses and bees');
  const text = Array.from({ length: cues }, (_, i) => `${at(i)} --> ${at(i + 1)}\n${words(i)}, they said.\n`).join(
    '\n',
  );
  return readEpisode('s', [
    { name: 'a.vtt', text: `WEBVTT\n\n${text}` },
    { name: 'show-notes.md', text: '# T\n\n## Tags\n\nlighthouse, roses, kangaroo' },
  ]).episode!;
};

test('adds segments that tile the talk, and topics with what was heard of them', () => {
  const { sections, topics, coverage } = enrichEpisode(talk(200));
  expect(sections[0]!.start).toBe(coverage.start);
  expect(sections.at(-1)!.end).toBe(coverage.end);
  expect(topics.map(({ name, mentions }) => [name, mentions.length > 0])).toEqual([
    ['lighthouse', true],
    ['roses', true],
    ['kangaroo', false],
  ]);
});

test('keeps segments that were set by hand', () => {
  const episode = talk(50);
  const sections = [
    {
      id: 's1',
      start: 0,
      end: 200,
      kind: 'topic' as const,
      title: 'Mine',
      confidence: 1,
      origin: 'edited' as const,
      parts: [],
    },
  ];
  expect(enrichEpisode({ ...episode, sections }).sections).toBe(sections);
});

test('leaves a recording of days as it is', () => {
  const episode = talk(20_001);
  expect(enrichEpisode(episode)).toBe(episode);
});
