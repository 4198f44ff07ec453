/**
 * Collects one time from a cue's timing line, in seconds.
 *
 * WebVTT §4.3 "collect a WebVTT timestamp", wider on purpose: hours may be missing and may have any
 * number of digits, so may minutes; `M:SS`, `S.mmm`, a comma before the milliseconds, one to nine
 * decimals or none. Players drop such cues; people still want to read them.
 */
export function parseTimestamp(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,6}):)?(\d{1,6}):)?(\d{1,6})(?:[.,](\d{1,9}))?$/.exec(text);
  if (!parts) return undefined;
  const [, h = '0', m = '0', s = '0', fraction = ''] = parts;
  // Whole milliseconds first: 0.1 + 0.2 must not leak into links.
  const ms = Math.round(Number(`0.${fraction || '0'}`) * 1000);
  return (Number(h) * 3_600_000 + Number(m) * 60_000 + Number(s) * 1000 + ms) / 1000;
}

/** A cue's timing line: `start --> end settings`. Settings place a cue on a video; Hourline has none. */
export function parseTiming(line: string): { readonly start: number; readonly end: number } | undefined {
  const arrow = line.indexOf('-->');
  if (arrow < 0) return undefined;
  const start = parseTimestamp(line.slice(0, arrow).trim());
  const [last = ''] = line
    .slice(arrow + 3)
    .trim()
    .split(/[ \t\f]/, 1);
  const end = parseTimestamp(last);
  return start === undefined || end === undefined ? undefined : { start, end };
}
