import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section, SegmentKind } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import { decodeListening, encodeListening, NEVER_LISTENED, type ListeningRecord } from './listeningRecord.ts';
import { addRange, continueAt, readWithin, shareOf } from './progress.ts';
import { nextStop, previousStop, rangeAt, sponsorReads, stopsOf } from './stops.ts';

const section = (start: number, end: number, kind: SegmentKind, parts: readonly Section[] = []): Section => ({
  id: `s${start}`,
  start,
  end,
  kind,
  title: kind,
  confidence: 1,
  origin: 'detected',
  parts,
});
const TALK = [
  section(0, 60, 'intro'),
  section(60, 90, 'sponsor'),
  section(90, 120, 'sponsor'),
  section(120, 300, 'topic', [section(200, 220, 'sponsor')]),
];

describe('stops', () => {
  test('sponsor reads are sections and parts of that kind; those that touch are one', () => {
    expect(sponsorReads(TALK)).toEqual([
      { start: 60, end: 120 },
      { start: 200, end: 220 },
    ]);
    expect(sponsorReads([])).toEqual([]);
  });

  test.each([
    [0, 60, 0],
    [30, 60, 0],
    [61, 90, 0],
    [64, 90, 60],
    [130, undefined, 120],
  ])('from %d, forward is %s and back is %s', (at, next, previous) => {
    expect(nextStop(stopsOf(TALK), at)).toBe(next);
    expect(previousStop(stopsOf(TALK), at)).toBe(previous);
  });

  test('what is passed over is no stop', () => {
    expect(nextStop(stopsOf(TALK, sponsorReads(TALK)), 30)).toBe(120);
    expect(previousStop([], 30)).toBeUndefined();
  });

  test('a range ends before its end', () => {
    expect(rangeAt([{ start: 1, end: 2 }], 1)).toEqual({ start: 1, end: 2 });
    expect(rangeAt([{ start: 1, end: 2 }], 2)).toBeUndefined();
  });
});

const ranges = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 60 })).map(([start, length]): TimeRange => ({
    start,
    end: start + length,
  })),
  { maxLength: 12 },
);
const merged = (list: readonly TimeRange[]) => list.reduce<readonly TimeRange[]>(addRange, []);

describe('progress', () => {
  test('ranges are merged: in order, apart, in whatever order they came', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const once = merged(list);
        for (const [i, range] of once.entries()) {
          expect(range.end).toBeGreaterThan(range.start);
          if (i > 0) expect(range.start).toBeGreaterThan(once[i - 1]!.end);
        }
        expect(merged([...list].reverse())).toEqual(once);
        for (const range of list.filter(({ start, end }) => end > start))
          expect(once.some(({ start, end }) => start <= range.start && end >= range.end)).toBe(true);
      }),
    );
  });

  test('the share counts each second once', () => {
    expect(shareOf(merged([{ start: 0, end: 50 }, { start: 25, end: 50 }]), { start: 0, end: 100 })).toBe(0.5); // prettier-ignore
    expect(shareOf([{ start: 90, end: 400 }], { start: 0, end: 100 })).toBe(0.1);
    expect(shareOf([], { start: 5, end: 5 })).toBe(0);
  });

  const cues = [0, 5, 10, 15].map((start) => ({
    id: `c${start}`,
    start,
    end: start + 4,
    text: 'eight words are said in each of these',
  }));

  test.each([
    [0.5, undefined],
    [1, { start: 0, end: 4 }],
    [2.5, { start: 0, end: 9 }],
    [60, { start: 0, end: 14 }],
  ])('after %d seconds on screen, %o is read', (seconds, read) => {
    expect(readWithin(cues, { start: 0, end: 14 }, seconds)).toEqual(read);
  });

  test('reading begins where the screen does', () => {
    expect(readWithin(cues, { start: 5, end: 20 }, 1)).toEqual({ start: 5, end: 9 });
    expect(readWithin([], { start: 0, end: 9 }, 9)).toBeUndefined();
  });

  test.each([
    [undefined, undefined],
    [12, undefined],
    [662, 662],
    [3625, undefined],
  ])('stopped at %s, a visit may go on at %s', (stopped, at) => {
    expect(continueAt(stopped, { start: 0, end: 3630 })).toBe(at);
  });
});

describe('the record', () => {
  const record: ListeningRecord = {
    position: 12.5,
    speed: 1.5,
    clock: [{ from: 10, offset: 2 }],
    ranges: [{ start: 0, end: 10 }],
    stopped: 10.5,
    file: 'talk.mp3',
  };

  test('is stored and read back the same', () => {
    expect(decodeListening(structuredClone(encodeListening(record)))).toEqual(record);
    expect(decodeListening(structuredClone(encodeListening(NEVER_LISTENED)))).toEqual(NEVER_LISTENED);
  });

  test('each part that is broken is as if it had never been', () => {
    const broken = { position: -1, speed: 9, clock: 7, ranges: [null, { start: 4 }], stopped: NaN, file: 3 };
    expect(decodeListening({ version: 1, ...broken })).toEqual(NEVER_LISTENED);
    for (const value of [undefined, null, 3, 'x', { version: 2, position: 4 }])
      expect(decodeListening(value)).toEqual(NEVER_LISTENED);
  });
});
