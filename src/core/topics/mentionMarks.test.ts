import { expect, test } from 'vitest';
import { linkMoments } from './linkMoments.ts';
import { mentionMarks } from './mentionMarks.ts';

const cues = ['the planet', 'nix talk', 'and nix'].map((text, i) => ({ id: `c${i}`, start: i, end: i + 1, text }));
const mention = (...marks: [number, number][]) => ({
  id: 'm',
  start: 0,
  end: 1,
  cue: 'c0',
  how: 'exact' as const,
  heard: '',
  marks,
});

test('words are marked in the cues that hold them, also across a border', () => {
  // the planet|nix talk|and nix
  expect(mentionMarks(cues, [mention([4, 10], [11, 14]), mention([24, 27])])).toEqual([
    { cue: 'c0', from: 4, to: 10 },
    { cue: 'c1', from: 0, to: 3 },
    { cue: 'c2', from: 4, to: 7 },
  ]);
  expect(mentionMarks(cues, [mention([4, 14])])).toEqual([
    { cue: 'c0', from: 4, to: 10 },
    { cue: 'c1', from: 0, to: 3 },
  ]);
  expect(mentionMarks(cues, [])).toEqual([]);
});

test('links have the moment that was found, or the one that a visitor set, or none', () => {
  const links = ['a', 'b', 'c', 'd'].map((url) => ({ url, title: url }));
  const timedLinks = [
    { link: 0, start: 50, end: 60, confidence: 0.9 },
    { link: 1, start: 10, end: 20, confidence: 0.4 },
    { link: 2, start: 5, end: 6, confidence: 0.4 },
  ];
  expect(
    linkMoments(
      { links, timedLinks },
      new Map([
        ['b', 70],
        ['c', null],
        ['d', 1],
      ]),
    ),
  ).toEqual([
    { link: 3, start: 1, confidence: 1, origin: 'edited' },
    { link: 0, start: 50, confidence: 0.9, origin: 'detected' },
    { link: 1, start: 70, confidence: 1, origin: 'edited' },
  ]);
});
