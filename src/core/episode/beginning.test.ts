import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReading } from '../transcript/reading.ts';
import { beginningOf } from './beginning.ts';

const talk = fc
  .array(
    fc.record({
      pause: fc.constantFrom(0, 0, 0.4, 1.4, 3),
      words: fc.integer({ min: 0, max: 40 }),
      end: fc.constantFrom('.', ',', ''),
      speaker: fc.constantFrom(undefined, undefined, 'Wes', 'Brent'),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((said) => {
    let at = 0;
    return said.map(({ pause, words, end, speaker }, i) => {
      const start = at + pause;
      at = start + 3;
      return { id: `c${i}`, start, end: at, text: 'word '.repeat(words) + end, ...(speaker ? { speaker } : {}) };
    });
  });
const chapter = (start: number) => ({ id: `at-${start}`, start, end: start + 60, title: 'Chapter' });

test('what begins is what the whole begins with: the same paragraphs under the same headings', () => {
  fc.assert(
    fc.property(
      talk,
      fc.uniqueArray(fc.integer({ min: 0, max: 250 }), { maxLength: 5 }),
      fc.integer({ min: 1, max: 4000 }),
      (cues, starts, letters) => {
        const chapters = starts.sort((a, b) => a - b).map(chapter);
        const whole = { cues, chapters, sections: [] };
        const spoken = (episode: typeof whole) =>
          buildReading(episode).flatMap(({ headings, paragraphs }) =>
            paragraphs.map((paragraph, i) => ({ paragraph, headings: i === 0 ? headings : [] })),
          );
        const beginning = spoken(beginningOf(whole, letters));
        expect(beginning.length).toBeGreaterThan(0);
        expect(beginning).toEqual(spoken(whole).slice(0, beginning.length));
      },
    ),
  );
});

test('it has as many paragraphs as hold so many letters, and no word of the next', () => {
  const cues = Array.from({ length: 90 }, (_, i) => ({
    id: `c${i}`,
    start: i * 4,
    end: i * 4 + 4,
    text: `${'word '.repeat(12)}end.`,
  }));
  const { cues: begun } = beginningOf({ cues, chapters: [], sections: [] }, 1000);
  const letters = begun.reduce((sum, { text }) => sum + text.length + 1, 0);
  expect(letters).toBeGreaterThanOrEqual(1000);
  expect(letters).toBeLessThan(1000 + 900);
  expect(beginningOf({ cues, chapters: [], sections: [] }, 1e9).cues).toEqual(cues);
  expect(beginningOf({ cues: [], chapters: [], sections: [] }, 1000).cues).toEqual([]);
});
