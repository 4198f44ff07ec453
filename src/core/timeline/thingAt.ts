import { startedAt } from '../transcript/reading.ts';
import type { Barred, BarRow } from './barRows.ts';
import { nearestMark, type Mark } from './marks.ts';

/**
 * What a pointer at a second of the row `id` means, found by bisection: in a row of bars the one that is there, in a row of
 * signs the nearest, if it is no more than `within` seconds away.
 */
export function thingAt(
  barRows: readonly Pick<BarRow, 'id' | 'bars'>[],
  signRows: readonly { readonly id: string; readonly signs: readonly Mark[] }[],
  id: string | undefined,
  seconds: number,
  within: number,
): Barred | Mark | undefined {
  const bars = barRows.find((row) => row.id === id)?.bars;
  if (bars) {
    const bar = startedAt(bars, seconds);
    return bar && seconds >= bar.start && seconds < bar.end ? bar : undefined;
  }
  const marks = signRows.find((row) => row.id === id)?.signs;
  return marks && nearestMark(marks, seconds, within);
}
