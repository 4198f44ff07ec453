import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { audioTimeOf, decodeClock, IN_STEP, mend, transcriptTimeOf, type Clock } from './clock.ts';

/** 30 seconds of advertising at 1:40, 20 more at 5:00. */
const TWO_BREAKS: Clock = [
  { from: 100, offset: 30 },
  { from: 300, offset: 50 },
];

describe('the clock', () => {
  test.each([
    ['in step', IN_STEP, 42, 42],
    ['before the first break', TWO_BREAKS, 99, 99],
    ['at the first break', TWO_BREAKS, 100, 130],
    ['between the breaks', TWO_BREAKS, 200, 230],
    ['after both', TWO_BREAKS, 400, 450],
    ['late from the start', [{ from: 0, offset: 12 }], 0, 12],
    ['early, as where an opening was cut', [{ from: 10, offset: -4 }], 20, 16],
  ] as const)('%s', (_, clock, transcript, audio) => {
    expect(audioTimeOf(clock, transcript)).toBe(audio);
    expect(transcriptTimeOf(clock, audio)).toBe(transcript);
  });

  test('what was inserted is at the sentence before', () => {
    for (const inserted of [100, 115, 129.9]) {
      expect(transcriptTimeOf(TWO_BREAKS, inserted)).toBeGreaterThan(99.9);
      expect(transcriptTimeOf(TWO_BREAKS, inserted)).toBeLessThan(100);
    }
    expect(transcriptTimeOf([{ from: 0, offset: 12 }], 5)).toBe(0);
  });

  test('what was cut from the audio is where the audio goes on', () => {
    expect(audioTimeOf([{ from: 10, offset: -4 }], 8)).toBe(6);
    expect(transcriptTimeOf([{ from: 10, offset: -4 }], 6)).toBe(10);
  });
});

describe('mending', () => {
  test('holds from the tapped sentence on, and leaves what is before it', () => {
    const clock = mend(mend(IN_STEP, 100, 130), 300, 350);
    expect(clock).toEqual(TWO_BREAKS);
    expect(audioTimeOf(clock, 50)).toBe(50);
  });

  test('an earlier place takes over from there on', () => {
    expect(mend(TWO_BREAKS, 60, 70)).toEqual([{ from: 60, offset: 10 }]);
  });

  test('the same offset makes no piece', () => {
    expect(mend(IN_STEP, 100, 100)).toEqual([]);
    expect(mend([{ from: 100, offset: 30 }], 200, 230)).toEqual([{ from: 100, offset: 30 }]);
  });

  test('a piece that would be heard after a later sentence goes', () => {
    expect(mend([{ from: 100, offset: 500 }], 200, 260)).toEqual([{ from: 200, offset: 60 }]);
  });
});

const seconds = fc.integer({ min: 0, max: 40_000_000 }).map((ms) => ms / 1000);
const clocks = fc
  .array(fc.tuple(seconds, seconds), { maxLength: 8 })
  .map((taps) => taps.reduce<Clock>((clock, [transcript, audio]) => mend(clock, transcript, audio), IN_STEP));

describe('any clock that mending makes', () => {
  /** What adding thousandths of a second in binary may be wrong by, in seconds. */
  const ROUNDING = 1e-9;

  test('never runs backwards', () => {
    fc.assert(
      fc.property(clocks, seconds, seconds, (clock, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(audioTimeOf(clock, first)).toBeLessThanOrEqual(audioTimeOf(clock, second) + ROUNDING);
        expect(transcriptTimeOf(clock, first)).toBeLessThanOrEqual(transcriptTimeOf(clock, second) + ROUNDING);
      }),
    );
  });

  test('leads back to where it came from, outside of what was inserted or cut', () => {
    fc.assert(
      fc.property(clocks, seconds, (clock, time) => {
        const audio = audioTimeOf(clock, time);
        const cut = clock.some(({ from, offset }) => time < from && audio >= from + offset - 0.002);
        if (!cut) expect(transcriptTimeOf(clock, audio)).toBeCloseTo(time, 2);
        const there = transcriptTimeOf(clock, time);
        const inserted = clock.some(({ from }) => there < from && there >= from - 0.002);
        if (!inserted && time >= audioTimeOf(clock, 0)) expect(audioTimeOf(clock, there)).toBeCloseTo(time, 2);
      }),
    );
  });

  test('has the tapped sentence where it was heard', () => {
    fc.assert(
      fc.property(clocks, seconds, seconds, (clock, transcript, audio) => {
        const mended = mend(clock, transcript, audio);
        expect(audioTimeOf(mended, transcript)).toBeCloseTo(audio, 2);
        expect(transcriptTimeOf(mended, audio)).toBeGreaterThanOrEqual(transcript - 1e-6);
        expect(transcriptTimeOf(mended, audio)).toBeCloseTo(transcript, 2);
      }),
    );
  });

  test('is stored and read back the same', () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        expect(decodeClock(JSON.parse(JSON.stringify(clock)))).toEqual(clock);
      }),
    );
  });
});

test.each([
  ['nothing', undefined],
  ['text', 'abc'],
  ['a hole', [null]],
  ['no numbers', [{ from: '1', offset: 2 }]],
  ['not finite', [{ from: 1, offset: Infinity }]],
  ['before the start', [{ from: 1, offset: -2 }]],
  [
    'out of order',
    [
      { from: 5, offset: 1 },
      { from: 3, offset: 1 },
    ],
  ],
])('%s is in step', (_, stored) => expect(decodeClock(stored)).toEqual(IN_STEP));
