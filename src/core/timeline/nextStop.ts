import type { Row, Stop } from './rows.ts';

/** The keys that go from stop to stop. */
export const STEP_KEYS = [
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
] as const;
export type StepKey = (typeof STEP_KEYS)[number];

/**
 * Where a key leads from the stop `key`: arrows along the row and to the nearest stop of the next row, Home and End to
 * its ends, Page keys to what the row has in the next or previous segment. `borders` are the segments' starts, ascending.
 * Nothing where there is nowhere to go.
 */
export function nextStop(
  rows: readonly Row[],
  key: string,
  step: StepKey,
  borders: readonly number[],
): Stop | undefined {
  const row = rowOf(rows, key);
  if (!row) return undefined;
  const at = rows.indexOf(row);
  const { stops } = row;
  const index = stops.findIndex((stop) => stop.key === key);
  const here = stops[index]!;
  switch (step) {
    case 'ArrowLeft':
      return stops[index - 1];
    case 'ArrowRight':
      return stops[index + 1];
    case 'ArrowUp':
      return beside(rows[at - 1], here);
    case 'ArrowDown':
      return beside(rows[at + 1], here);
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
    case 'PageDown': {
      const border = borders.find((start) => start > (here.start ?? -1));
      return border === undefined ? undefined : stops.find(({ start }) => start !== undefined && start >= border);
    }
    case 'PageUp': {
      const border = borders.findLast((start) => start < (here.start ?? 0));
      if (border === undefined) return undefined;
      // Backwards too the first of a segment is meant, be it a segment before the last where that holds none.
      const before = stops.findLast(({ start }) => start !== undefined && start < here.start!);
      const from = Math.min(border, borders.findLast((start) => start <= (before?.start ?? 0)) ?? 0);
      return before && stops.find(({ start }) => start !== undefined && start >= from);
    }
  }
}

/** The row that a stop is in. */
export function rowOf(rows: readonly Row[], key: string): Row | undefined {
  return rows.find(({ stops }) => stops.some((stop) => stop.key === key));
}

/** From a name to the name of the next row, from a moment to the nearest one. */
function beside(row: Row | undefined, from: Stop): Stop | undefined {
  if (!row || from.start === undefined) return row?.stops[0];
  const moments = row.stops.filter(({ start }) => start !== undefined);
  return moments.reduce<Stop | undefined>(
    (best, stop) =>
      best === undefined || Math.abs(stop.start! - from.start!) < Math.abs(best.start! - from.start!) ? stop : best,
    undefined,
  );
}
