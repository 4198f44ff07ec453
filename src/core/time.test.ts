import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDate,
  formatLength,
  formatSeconds,
  formatSpoken,
  parseLength,
  parseMoment,
} from './time.ts';

test.each([
  [0, '0:00'],
  [59.999, '0:59'],
  [642.4, '10:42'],
  [3723, '1:02:03'],
  [-4, '0:00'],
])('formatClock(%d) is %s', (seconds, text) => expect(formatClock(seconds)).toBe(text));

test.each([
  [3630, '60:30'],
  [954.913, '15:55'],
  [36_000, '600:00'],
])('formatLength(%d) is %s', (seconds, text) => expect(formatLength(seconds)).toBe(text));

test.each([
  [706, '11 minutes 46 seconds'],
  [3661, '1 hour 1 minute 1 second'],
  [0.4, '0 seconds'],
  [7200, '2 hours'],
])('formatSpoken(%d) is %s', (seconds, text) => expect(formatSpoken(seconds)).toBe(text));

test.each([
  ['2025-02-23', '23 Feb 2025'],
  ['2024-09-01', '1 Sep 2024'],
  ['2025-13-01', '2025-13-01'],
  ['last week', 'last week'],
])('formatDate(%s) is %s', (date, text) => expect(formatDate(date)).toBe(text));

test('formatSeconds keeps at most three decimals', () => {
  expect(formatSeconds(11.3450001)).toBe('11.345');
  expect(formatSeconds(642)).toBe('642');
});

describe('parseMoment', () => {
  test.each([
    ['662.1', 662.1],
    ['11:02', 662],
    ['1:02:03.5', 3723.5],
    ['1h2m3s', 3723],
    ['2m', 120],
    ['90s', 90],
    ['npt:10', 10],
  ])('%s is %d s', (text, seconds) => expect(parseMoment(text)).toBe(seconds));

  test.each(['', 'soon', '1:2:3:4', 'm', '-5', '1e9', 'NaN', '::'])('%j is no time', (text) =>
    expect(parseMoment(text)).toBeUndefined(),
  );
});

test.each([
  ['60 mins 30 secs', 3630],
  ['1 hour, 2 minutes', 3720],
  ['1:00:30', 3630],
  ['45 min', 2700],
  ['an hour', undefined],
])('parseLength(%j) is %s', (text, seconds) => expect(parseLength(text)).toBe(seconds));
