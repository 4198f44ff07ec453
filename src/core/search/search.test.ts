import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../transcript/transcript.ts';
import { editDistance } from './spelling.ts';
import { cueMarks, excerptOf } from './excerpt.ts';
import { buildSearchIndex, searchTalk } from './search.ts';

const cues = (...texts: string[]) =>
  texts.map((text, i) => ({ id: `c${i + 1}`, start: i * 10, end: i * 10 + 10, text }));
const index = buildSearchIndex(
  cues(
    'There have been Rust developments',
    'in the Linux kernel. Christoph',
    'helwig, though, trusts the mailing-list',
    "of the Kernel's core, they're told.",
    '',
  ),
);
/** `cue:match:matched letters` for each hit, in the order of time. */
const found = (query: string) =>
  searchTalk(index, query).map(
    (hit) => `${hit.cue}:${hit.match}:${hit.marks.map(([from, to]) => index.talk.text.slice(from, to)).join('+')}`,
  );

describe('searchTalk', () => {
  test.each<[string, string, string[]]>([
    ['a word, whatever its case', 'RUST', ['c1:exact:Rust']],
    ['every place of a word, possessive or not', 'kernel', ['c2:exact:kernel', 'c4:exact:Kernel']],
    ['a word as it is typed', 'ker', ['c2:prefix:ker', 'c4:prefix:Ker']],
    ['no prefix once a space says that the word is done', 'ker ', []],
    ['a phrase across cues', 'developments in the', ['c1:exact:developments+in+the']],
    ['a misspelling of what was said', 'hellwig', ['c3:fuzzy:helwig']],
    ['a name across a cue border, misspelt', 'Christoph Hellwig', ['c2:fuzzy:Christoph+helwig']],
    ['words parted by a hyphen', 'mailing list', ['c3:exact:mailing+list']],
    ['an apostrophe or none', 'theyre', ["c4:exact:they're"]],
    ['words in another order', 'kernel linux', ['c2:exact:Linux+kernel']],
    ['nothing that is only a part of a word', 'velop', []],
    ['nothing where one of the words is missing', 'linux kangaroo', []],
    ['nothing for no words', ' .,- ', []],
  ])('finds %s', (_, query, hits) => {
    expect(found(query)).toEqual(hits);
  });

  test('says what was heard', () => expect(searchTalk(index, 'hellwig')[0]!.heard).toEqual(['helwig']));

  test('ranks a phrase in place before the same words farther apart', () => {
    const spread = buildSearchIndex(cues('the patch was then DMA', 'and so we come at last to the DMA patch here'));
    expect(searchTalk(spread, 'dma patch').map(({ cue, rank }) => [cue, rank])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ]);
  });

  test('takes any string at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => void searchTalk(index, query)));
    expect(searchTalk(index, 'kernel '.repeat(2000))).toEqual([]);
    expect(searchTalk(index, 'x'.repeat(10_000))).toEqual([]);
  });
});

test('every run of four words of the bundled talk is found where it is said', () => {
  const whole = buildSearchIndex(parseTranscript(readFileSync('src/episodes/lup-603/transcript.vtt', 'utf8')).cues);
  const { talk } = whole;
  const missed: string[] = [];
  for (let position = 0; position + 4 <= talk.termAt.length; position += 5) {
    const phrase = [0, 1, 2, 3].map((i) => talk.terms[talk.termAt[position + i]!]).join(' ');
    const best = searchTalk(whole, `${phrase} `).filter((hit) => hit.marks[0]![0] === talk.from[position]);
    if (best.length === 0) missed.push(phrase);
  }
  expect(missed).toEqual([]);
});

describe('excerpts', () => {
  const { talk } = index;
  const shown = (query: string) =>
    excerptOf(talk, searchTalk(index, query)[0]!.marks)
      .map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join('');
  test('show the sentence, across cues, with the letters that matched', () => {
    expect(shown('hellwig')).toBe(
      "Christoph [helwig], though, trusts the mailing-list of the Kernel's core, they're told.",
    );
    expect(shown('rust')).toBe('There have been [Rust] developments in the Linux kernel.');
  });
  test('marks stay within their cues', () => {
    expect(cueMarks(talk, searchTalk(index, 'christoph hellwig')[0]!.marks)).toEqual([
      { cue: 'c2', from: 21, to: 30 },
      { cue: 'c3', from: 0, to: 6 },
    ]);
  });
});

test.each([
  ['kernel', 'kernel', 0],
  ['kernel', 'kernle', 1],
  ['hellwig', 'helwig', 1],
  ['rust', 'dust', 1],
  ['ojeda', 'oyeda', 1],
  ['abc', 'xyz', 3],
])('editDistance(%s, %s) is %d, counted to 2', (a, b, edits) => expect(editDistance(a, b, 2)).toBe(edits));
