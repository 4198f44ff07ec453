import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeEpisode } from '../core/episode/testing/describeEpisode.ts';
import { episodesPlugin } from './episodesPlugin.ts';
import { readFolder } from './readFolders.ts';

test('LINUX Unplugged 603 reads as its golden file says', async () => {
  const { episode, problems } = await readFolder('src/episodes/lup-603', 'lup-603');
  await expect(describeEpisode(episode!)).toMatchFileSnapshot('golden/lup-603.txt');
  expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
    'transcript.vtt:496 empty-cue',
    'show-notes.md:0 encoding-mended',
  ]);
});

describe('the plugin', () => {
  let root: string;
  const bundle = () =>
    build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rollupOptions: { input: 'virtual:episodes', preserveEntrySignatures: 'strict' } },
      plugins: [episodesPlugin([root])],
    });
  const folder = async (slug: string, files: Record<string, string>) => {
    await mkdir(join(root, slug), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, slug, name), text);
  };

  beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'hourline-'))));
  afterEach(() => rm(root, { recursive: true }));

  test('gives each folder a chunk of its own', async () => {
    await folder('one', { 'transcript.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nfirst words' });
    await folder('two', { 'transcript.srt': '1\n00:00:01,000 --> 00:00:02,000\nother words' });
    const { output } = (await bundle()) as { output: { code?: string }[] };
    const holding = (text: string) => output.filter(({ code }) => code?.includes(text)).length;
    expect([holding('first words'), holding('other words'), output.length]).toEqual([1, 1, 3]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['no transcript', { 'episode.json': '{}' }, /bad-episode.*There is no transcript here.*\[no-transcript\]/s],
    [
      'a transcript without cues',
      { 'transcript.vtt': 'WEBVTT\n\nhello' },
      /transcript\.vtt:3: “hello” belongs to no cue.*\[text-without-timing\]/s,
    ],
    [
      'facts that are no JSON',
      { 'transcript.vtt': 'WEBVTT\n\n0:01.0 --> 0:02.0\na', 'episode.json': '{\n"show": \n}' },
      /episode\.json:3: This is not JSON: .*\[bad-json\]/,
    ],
    [
      'a fact of the wrong kind',
      { 'transcript.vtt': 'WEBVTT\n\n0:01.0 --> 0:02.0\na', 'episode.json': '{\n"title": "x",\n"duration": "long"\n}' },
      /episode\.json:3: “duration” is to be a number of seconds\. \[bad-fact\]/,
    ],
  ])('stops the build at %s, with file, line, code and sentence', async (_, files, message) => {
    await folder('bad-episode', files);
    await expect(bundle()).rejects.toThrow(message);
  });
});
