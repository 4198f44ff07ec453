import { expect, test } from 'vitest';
import type { Section, Segment } from '../segments/segment.ts';
import { buildBarRows } from './barRows.ts';

const segment = (id: string, more: Partial<Segment> = {}): Segment => ({
  ...{ id, start: 0, end: 60, title: id, kind: 'news', confidence: 0.9, origin: 'detected' },
  ...more,
});
const section = (id: string, parts: Segment[] = [], more: Partial<Segment> = {}): Section => ({
  ...segment(id, more),
  parts,
});
const chapter = { id: 'c1', start: 0, end: 60, title: 'Welcome' };
const names = { news: 'News' } as Parameters<typeof buildBarRows>[2];
const rowsOf = (chapters: (typeof chapter)[], ...sections: Section[]) => buildBarRows({ chapters }, sections, names);

test('rows of bars stand from the widest to the narrowest; one without bars is none', () => {
  const parted = section('s1', [segment('s1.1'), segment('s1.2')]);
  const idsOf = (rows: ReturnType<typeof rowsOf>) => rows.map(({ id, bars }) => [id, bars.map((bar) => bar.id)]);
  expect(idsOf(rowsOf([chapter], parted, section('s2')))).toEqual([
    ['chapters', ['c1']],
    ['sections', ['s1', 's2']],
    ['parts', ['s1.1', 's1.2']],
  ]);
  expect(idsOf(rowsOf([], section('s1')))).toEqual([['sections', ['s1']]]);
  expect(rowsOf([])).toEqual([]);
});

test.each([
  ['detected', ['detected', 'detected']],
  ['by hand', ['edited']],
  ['detected, mended', ['detected', 'edited']],
] as const)('a row says that its segments are %s', (source, origins) => {
  const [row] = rowsOf([], ...origins.map((origin, i) => section(`s${i}`, [], { origin })));
  expect(row!.source).toBe(source);
});

test('sections say their kinds; parts and chapters do not, and chapters have none', () => {
  const weak = segment('s1.1', { confidence: 0.4, origin: 'edited' });
  const kinds = rowsOf([chapter], section('s1', [weak])).map(({ bars, kindOf }) => kindOf(bars[0]!));
  expect(kinds).toEqual([
    { kind: 'chapter', origin: 'published' },
    { kind: 'news', name: 'News', weak: false, origin: 'detected' },
    { kind: 'news', name: undefined, weak: true, origin: 'edited' },
  ]);
});
