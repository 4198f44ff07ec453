import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editSegments, roomToMove, type SegmentEdit } from './editSegments.ts';
import { SEGMENT_KINDS, type Section } from './segment.ts';

const segment = (id: string, start: number, end: number, title: string) => ({
  id,
  start,
  end,
  kind: 'topic' as const,
  title,
  confidence: 0.5,
  origin: 'detected' as const,
});
const SECTIONS: Section[] = [
  { ...segment('s1', 0, 60, 'One'), parts: [] },
  {
    ...segment('s2', 60, 200, 'Two'),
    parts: [segment('s2.1', 60, 100, 'a'), segment('s2.2', 100, 150, 'b'), segment('s2.3', 150, 200, 'c')],
  },
  { ...segment('s3', 200, 300, 'Three'), parts: [] },
];
const told = (sections: readonly Section[]) =>
  sections.map(({ id, start, end, kind, title, origin, parts }) => {
    const inside = parts.map((part) => `${part.id} ${part.start}-${part.end} ${part.title}`).join(', ');
    return `${id} ${start}-${end} ${kind} ${title}${origin === 'edited' ? '*' : ''}${inside ? ` [${inside}]` : ''}`;
  });
const TWO = 's2 60-200 topic Two [s2.1 60-100 a, s2.2 100-150 b, s2.3 150-200 c]';

describe('editSegments', () => {
  test.each<[string, SegmentEdit, string[]]>([
    ['renames', { do: 'rename', id: 's1', title: ' First ' }, ['s1 0-60 topic First*', TWO, 's3 200-300 topic Three']],
    [
      'renames a part',
      { do: 'rename', id: 's2.2', title: 'B' },
      ['s1 0-60 topic One', TWO.replace('150 b', '150 B'), 's3 200-300 topic Three'],
    ],
    [
      'changes a kind, the parts follow',
      { do: 'set-kind', id: 's3', kind: 'news' },
      ['s1 0-60 topic One', TWO, 's3 200-300 news Three*'],
    ],
    [
      'moves a start, over parts too',
      { do: 'move', id: 's2', start: 120 },
      ['s1 0-120 topic One', 's2 120-200 topic Two* [s2.1 120-150 b, s2.2 150-200 c]', 's3 200-300 topic Three'],
    ],
    [
      'moves a start back',
      { do: 'move', id: 's3', start: 90 },
      ['s1 0-60 topic One', 's2 60-90 topic Two', 's3 90-300 topic Three*'],
    ],
    [
      "moves a part's start",
      { do: 'move', id: 's2.2', start: 110 },
      [
        's1 0-60 topic One',
        's2 60-200 topic Two [s2.1 60-110 a, s2.2 110-150 b, s2.3 150-200 c]',
        's3 200-300 topic Three',
      ],
    ],
    [
      'splits',
      { do: 'split', id: 's3', at: 250 },
      ['s1 0-60 topic One', TWO, 's3 200-250 topic Three', 's4 250-300 topic Three*'],
    ],
    [
      'splits a part',
      { do: 'split', id: 's2.1', at: 80 },
      [
        's1 0-60 topic One',
        's2 60-200 topic Two [s2.1 60-80 a, s2.2 80-100 a, s2.3 100-150 b, s2.4 150-200 c]',
        's3 200-300 topic Three',
      ],
    ],
    [
      'merges, keeping both as parts',
      { do: 'merge', id: 's3' },
      ['s1 0-60 topic One', 's2 60-300 topic Two* [s2.1 60-100 a, s2.2 100-150 b, s2.3 150-200 c, s2.4 200-300 Three]'],
    ],
    [
      'merges parts',
      { do: 'merge', id: 's2.2' },
      ['s1 0-60 topic One', 's2 60-200 topic Two [s2.1 60-150 a, s2.2 150-200 c]', 's3 200-300 topic Three'],
    ],
  ])('%s', (_, edit, expected) => expect(told(editSegments(SECTIONS, edit))).toEqual(expected));

  test('says where a start may be moved: that far it moves, and no further', () => {
    for (const id of ['s2', 's3', 's2.2']) {
      const { start, end } = roomToMove(SECTIONS, id)!;
      for (const seconds of [start, end])
        expect(editSegments(SECTIONS, { do: 'move', id, start: seconds }), `${id} ${seconds}`).not.toBe(SECTIONS);
      for (const seconds of [start - 0.1, end + 0.1])
        expect(editSegments(SECTIONS, { do: 'move', id, start: seconds }), `${id} ${seconds}`).toBe(SECTIONS);
    }
    for (const id of ['s1', 's2.1', 'nobody']) expect(roomToMove(SECTIONS, id), id).toBeUndefined();
  });

  test.each<SegmentEdit>([
    { do: 'rename', id: 's1', title: '  ' },
    { do: 'rename', id: 'nobody', title: 'x' },
    { do: 'move', id: 's1', start: 20 },
    { do: 'move', id: 's2', start: 500 },
    { do: 'move', id: 's2', start: NaN },
    { do: 'move', id: 's2.2', start: 60 },
    { do: 'split', id: 's3', at: 200.5 },
    { do: 'split', id: 's3', at: 20 },
    { do: 'merge', id: 's1' },
    { do: 'merge', id: 's2.1' },
    { do: 'set-kind', id: 's2.1', kind: 'news' },
  ])('%j changes nothing', (edit) => expect(editSegments(SECTIONS, edit)).toBe(SECTIONS));

  test('after any corrections sections tile the talk, parts their section, and ids are unique', () => {
    const id = fc.constantFrom('s1', 's2', 's3', 's4', 's2.1', 's2.2', 's2.3', 's3.1');
    const seconds = fc.double({ min: -10, max: 310, noNaN: true });
    const edit: fc.Arbitrary<SegmentEdit> = fc.oneof(
      fc.record({ do: fc.constant('move' as const), id, start: seconds }),
      fc.record({ do: fc.constant('split' as const), id, at: seconds }),
      fc.record({ do: fc.constant('merge' as const), id }),
      fc.record({ do: fc.constant('set-kind' as const), id, kind: fc.constantFrom(...SEGMENT_KINDS) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const sections = edits.reduce<readonly Section[]>(editSegments, SECTIONS);
        const tiles = (list: readonly { start: number; end: number }[], start: number, end: number) => {
          expect(list[0]!.start).toBe(start);
          expect(list.at(-1)!.end).toBe(end);
          list.forEach((one, i) => {
            expect(one.end).toBeGreaterThan(one.start);
            if (i > 0) expect(one.start).toBe(list[i - 1]!.end);
          });
        };
        tiles(sections, 0, 300);
        for (const section of sections) if (section.parts.length > 0) tiles(section.parts, section.start, section.end);
        const ids = sections.flatMap((section) => [section.id, ...section.parts.map((part) => part.id)]);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
