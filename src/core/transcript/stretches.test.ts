import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReading } from './reading.ts';
import { estimateLines, FIRST_LETTERS, layStretches } from './stretches.ts';

const talk = (count: number, length = 60) =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    start: i * 4,
    end: i * 4 + 4,
    text: `${'word '.repeat(length / 5)}end.`,
  }));
const section = (id: string, start: number, end: number) => ({
  id,
  start,
  end,
  title: id,
  kind: 'topic' as const,
  confidence: 1,
  origin: 'detected' as const,
  parts: [],
});

test('a long talk is laid in stretches of about fifty cues after a screenful, an hour in smaller ones, a short one in one', () => {
  const stretches = layStretches(buildReading({ cues: talk(9000), chapters: [], sections: [] }));
  const sizes = stretches.map(({ blocks }) =>
    blocks.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { cues }) => sum + cues.length, 0),
  );
  expect(Math.max(...sizes)).toBeLessThan(70);
  expect(Math.min(...sizes.slice(1, -1))).toBeGreaterThanOrEqual(50);
  expect(sizes[0]).toBeLessThan(50);
  expect(sizes[0]! * 'word '.repeat(12).length).toBeGreaterThan(FIRST_LETTERS - 100);
  expect(layStretches(buildReading({ cues: talk(30), chapters: [], sections: [] }))).toHaveLength(1);

  const hour = layStretches(buildReading({ cues: talk(900), chapters: [], sections: [] })).map(({ blocks }) =>
    blocks.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { cues }) => sum + cues.length, 0),
  );
  expect(Math.max(...hour.slice(1))).toBeLessThan(35);
  expect(Math.min(...hour.slice(1, -1))).toBeGreaterThanOrEqual(25);
  expect(layStretches(buildReading({ cues: talk(6000), chapters: [], sections: [] })).length).toBeLessThanOrEqual(181);
  expect(layStretches([])).toEqual([]);
});

test('the longest of talks has no more stretches for it', () => {
  const stretches = layStretches(buildReading({ cues: talk(100_000), chapters: [], sections: [] }));
  expect(stretches.length).toBeGreaterThan(900);
  expect(stretches.length).toBeLessThanOrEqual(1001);
});

test('no word and no heading is lost, doubled or moved, and no id stands twice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 1600 }), { maxLength: 30 }),
      (count, cuts) => {
        const starts = [0, ...cuts.sort((a, b) => a - b)];
        const sections = starts.map((start, i) => section(`s${i}`, start, starts[i + 1] ?? 1700));
        const blocks = buildReading({ cues: talk(count), chapters: [], sections }).filter(
          ({ paragraphs }) => paragraphs.length > 0,
        );
        const laid = layStretches(blocks);
        const flat = (list: typeof blocks) =>
          list.flatMap(({ headings, paragraphs }) => [...headings.map((h) => h.id), ...paragraphs.map((p) => p.id)]);
        expect(flat(laid.flatMap((stretch) => stretch.blocks))).toEqual(flat(blocks));
        for (const { blocks: pieces, start, end } of laid) {
          expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
          const paragraphs = pieces.flatMap((piece) => piece.paragraphs);
          expect([start, end]).toEqual([paragraphs[0]!.start, Math.max(...paragraphs.map((p) => p.end))]);
        }
      },
    ),
  );
});

test('the estimate grows with the text and with narrow lines, and knows headings', () => {
  const lay = (cues: ReturnType<typeof talk>, sections: ReturnType<typeof section>[] = []) =>
    layStretches(buildReading({ cues, chapters: [], sections }))[0]!;
  const one = lay(talk(1, 60)); // 64 characters and a space
  expect(estimateLines(one, 68)).toBe(1.6);
  expect(estimateLines(one, 36)).toBe(2.6);
  expect(estimateLines(lay(talk(10)), 70)).toBeGreaterThan(9);
  expect(estimateLines(lay(talk(1), [section('s', 0, 4)]), 68)).toBe(4.8);
  expect(estimateLines(one, 0)).toBe(9.6);
});
