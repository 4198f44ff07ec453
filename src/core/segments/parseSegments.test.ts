import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatSegments } from './formatSegments.ts';
import { parseSegments } from './parseSegments.ts';

const file = (sections: unknown) => JSON.stringify({ sections }, null, 1);
const codes = (source: string) => parseSegments(source, 100).problems.map(({ line, code }) => `${line} ${code}`);
const lup603 = parseSegments(readFileSync('src/episodes/lup-603/segments.json', 'utf8'), 954.913);

test('a section ends where the next one starts, the last at the end', () => {
  const { sections, problems } = parseSegments(
    file([
      { start: '0:05', kind: 'intro', title: ' Hello ' },
      {
        start: 30.5,
        title: 'Rust',
        parts: [
          { start: 30.5, title: 'a' },
          { start: '1:00', title: 'b' },
        ],
      },
    ]),
    100,
  );
  expect(problems).toEqual([]);
  expect(sections).toEqual([
    { id: 's1', start: 5, end: 30.5, kind: 'intro', title: 'Hello', confidence: 1, origin: 'edited', parts: [] },
    {
      id: 's2',
      start: 30.5,
      end: 100,
      kind: 'topic',
      title: 'Rust',
      confidence: 1,
      origin: 'edited',
      parts: [
        { id: 's2.1', start: 30.5, end: 60, kind: 'topic', title: 'a', confidence: 1, origin: 'edited' },
        { id: 's2.2', start: 60, end: 100, kind: 'topic', title: 'b', confidence: 1, origin: 'edited' },
      ],
    },
  ]);
});

describe('every fault has its code and line', () => {
  test.each<[string, string, string[]]>([
    ['bad-json', '{\n"sections" [}', ['2 bad-json']],
    ['bad-segments', '[]', ['1 bad-segments']],
    ['no-segments', file([]), ['2 no-segments']],
    ['bad-segment: no title', file([{ start: 1 }, { start: 2, title: 'a' }]), ['3 bad-segment']],
    [
      'bad-segment: no time',
      file([
        { start: 'soon', title: 'b' },
        { start: 2, title: 'a' },
      ]),
      ['3 bad-segment'],
    ],
    ['bad-segment: parts', file([{ start: 2, title: 'a', parts: 7 }]), ['6 bad-segment']],
    ['bad-kind', file([{ start: 2, kind: 'chat', title: 'a' }]), ['5 bad-kind']],
    ['unknown-field', file([{ start: 2, tittle: 'x', title: 'a' }]), ['5 unknown-field']],
    [
      'segment-order',
      file([
        { start: 9, title: 'a' },
        { start: 9, title: 'b' },
      ]),
      ['7 segment-order'],
    ],
    [
      'segment-outside',
      file([
        { start: 9, title: 'a' },
        { start: 100, title: 'b' },
      ]),
      ['7 segment-outside'],
    ],
    ['a part outside', file([{ start: 9, title: 'a', parts: [{ start: 8, title: 'b' }] }]), ['7 segment-outside']],
    ['part-gap', file([{ start: 9, title: 'a', parts: [{ start: 12, title: 'b' }] }]), ['7 part-gap']],
  ])('%s', (_, source, expected) => expect(codes(source)).toEqual(expected));
});

test('the file of LINUX Unplugged 603 is without fault', () => {
  expect(lup603.problems).toEqual([]);
  expect(lup603.sections.map(({ kind, parts }) => `${kind} ${parts.length}`)).toEqual([
    'intro 2',
    'sponsor 0',
    'housekeeping 0',
    'interview 7',
    'news 11',
  ]);
});

test('what is written is read back', () => {
  expect(parseSegments(formatSegments(lup603.sections), 954.913)).toEqual(lup603);
});
