import type { Topic } from '../topics/topic.ts';

/** A place of the opened timeline that the keys can stand on. `start` is missing where it is no moment: a lane's name. */
export interface Stop {
  readonly key: string;
  readonly start?: number;
}

/** A row of the opened timeline: what is in it, and how the keys go along it. */
export interface Row {
  readonly id: string;
  /** Rows of a group share one stop of the Tab key. */
  readonly group: string;
  readonly stops: readonly Stop[];
}

/** The row of a topic's lane. */
export const laneRow = ({ id }: Pick<Topic, 'id'>) => `lane ${id}`;

/** Keys of stops: unique on the whole timeline. */
export const stopKey = (row: string, id?: string) => (id === undefined ? row : `${row} ${id}`);

/** Something that has its place in a row. Seconds. */
interface Placed {
  readonly id: string;
  readonly start: number;
}

interface Signed {
  readonly id: string;
  readonly signs: readonly Placed[];
}

/** All rows with all that the keys can go to, in the order in which they stand. Empty rows are none. */
export function buildRows(
  barRows: readonly { readonly id: string; readonly bars: readonly Placed[] }[],
  lanes: readonly Signed[],
  signRows: readonly Signed[],
): Row[] {
  const stopsOf = (row: string, placed: readonly Placed[]): Stop[] =>
    placed.map(({ id, start }) => ({ key: stopKey(row, id), start }));
  return [
    ...barRows.map(({ id, bars }) => ({ id, group: id, stops: stopsOf(id, bars) })),
    ...lanes.map(({ id, signs }) => ({ id, group: 'lanes', stops: [{ key: id }, ...stopsOf(id, signs)] })),
    ...signRows.map(({ id, signs }) => ({ id, group: id, stops: stopsOf(id, signs) })),
  ].filter(({ stops }) => stops.length > 0);
}
