/** Times are seconds everywhere in Hourline; this is the one place that turns them into text and back. */

/** A stretch of the recording, `end` exclusive. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** `642` → `"10:42"`, `3723` → `"1:02:03"`. Parts of a second are cut, as players do. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const h = Math.floor(whole / 3600);
  const m = Math.floor(whole / 60) % 60;
  const s = String(whole % 60).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** `3630` → `"60:30"`: the form in which shows publish how long an episode is, minutes unbounded. */
export function formatLength(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `706` → `"11 minutes 46 seconds"`: for screen readers, which read "11:46" as a time of day. */
export function formatSpoken(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`);
  return said.join(' ') || '0 seconds';
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * `"2025-02-23"` → `"23 Feb 2025"`; what is no such date stays as it is. The first date that a browser words by itself
 * takes it a dozen milliseconds, before the first words can be drawn.
 */
export function formatDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** A number of seconds as it stands in links and data attributes: at most three decimals, no padding. */
export function formatSeconds(seconds: number): string {
  return String(Math.round(seconds * 1000) / 1000);
}

/**
 * Reads one moment as people write it: `662.1`, `662s`, `11:02`, `1:02:03.5`, `1h2m3s`.
 * Returns seconds, or `undefined` where the text is no time.
 */
export function parseMoment(text: string): number | undefined {
  const clean = text.trim().replace(/^(?:npt:)/i, '');
  if (/^\d{1,9}(?:\.\d{1,9})?s?$/i.test(clean)) return Number.parseFloat(clean);

  const clock = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,9})?)$/.exec(clean);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);

  const units = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,6}(?:\.\d{1,9})?)s?)?$/i.exec(clean);
  if (!units || clean === '') return undefined;
  return Number(units[1] ?? 0) * 3600 + Number(units[2] ?? 0) * 60 + Number(units[3] ?? 0);
}

/**
 * Reads a length as show notes write it: `60 mins 30 secs`, `1 hour, 2 minutes`, `1:00:30`, `3630`.
 * Returns seconds, or `undefined`.
 */
export function parseLength(text: string): number | undefined {
  const words = [...text.matchAll(/(\d{1,6}(?:\.\d{1,3})?)\s*(h|m|s)[a-z]*/gi)];
  if (words.length === 0) return parseMoment(text);
  const unit = { h: 3600, m: 60, s: 1 };
  return words.reduce(
    (sum, [, count, letter]) => sum + Number(count) * unit[letter!.toLowerCase() as 'h' | 'm' | 's'],
    0,
  );
}
