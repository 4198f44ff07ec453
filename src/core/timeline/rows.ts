import type { Episode } from '../episode/episode.ts';
import type { Section } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import type { Topic } from '../topics/topic.ts';
import type { Mark } from './marks.ts';

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

/** All rows with all that the keys can go to, in the order in which they stand. Empty rows are none. */
export function buildRows(
  { chapters }: Pick<Episode, 'chapters'>,
  sections: readonly Section[],
  lanes: readonly Topic[],
  signs: Readonly<Record<'hits' | 'notes' | 'links', readonly Mark[]>>,
): Row[] {
  const row = (id: string, marks: readonly (TimeRange & { readonly id: string })[]): Row => ({
    id,
    group: id,
    stops: marks.map((mark) => ({ key: stopKey(id, mark.id), start: mark.start })),
  });
  return [
    row('chapters', chapters),
    row('sections', sections),
    row(
      'parts',
      sections.flatMap(({ parts }) => parts),
    ),
    ...lanes.map((lane): Row => {
      const id = laneRow(lane);
      return { ...row(id, lane.mentions), group: 'lanes', stops: [{ key: id }, ...row(id, lane.mentions).stops] };
    }),
    ...(['hits', 'notes', 'links'] as const).map((id) => row(id, signs[id])),
  ].filter(({ stops }) => stops.length > 0);
}
