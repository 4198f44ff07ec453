import type { Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import type { Hit } from '../search/search.ts';
import type { Section } from '../segments/segment.ts';
import { formatSpoken, type TimeRange } from '../time.ts';
import { SURE } from '../topics/certainty.ts';
import type { LinkMoment } from '../topics/linkMoments.ts';
import type { Mention, Topic } from '../topics/topic.ts';
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

/** What mentions, hits, notes and links look like as signs. Each list is ascending. */
export function mentionSigns({ mentions }: Topic): readonly Mark[] {
  return mentions.map(({ id, start, end, how }) => ({ id, start, end, sure: how === 'exact' }));
}

/** A hit is sure where the words were typed as they were said. */
export function hitSigns(hits: readonly Hit[]): readonly Mark[] {
  return hits.map(({ id, start, end, match }) => ({ id, start, end, sure: match === 'exact' || match === 'prefix' }));
}

/** A note stands where its passage does. */
export function noteSigns(notes: readonly Note[]): readonly Mark[] {
  return notes.map(({ id, target: { start, end } }) => ({ id, start, end, sure: true }));
}

/** A link of the show notes as a sign; its id is its index among them. */
export interface LinkSign extends Mark {
  readonly title: string;
}

/** `published` are the links of the show notes, which `links` name by index. */
export function linkSigns(links: readonly LinkMoment[], published: Episode['links']): readonly LinkSign[] {
  return links.map(({ link, start, confidence }) => ({
    id: String(link),
    start,
    end: start,
    sure: confidence >= SURE,
    title: published[link]?.title ?? '',
  }));
}

/** How mentions were recognised, in words; nothing where a name was said as it is written. */
export function howHeard({ how, heard }: Pick<Mention, 'how' | 'heard'>): string {
  if (how === 'heard-as') return `heard as “${heard}”`;
  return { exact: '', part: 'a part of the name', url: 'its address, read aloud' }[how];
}

/** `DMA, 8 mentions`: how a lane is called. */
export function laneName({ name, mentions }: Pick<Topic, 'name' | 'mentions'>): string {
  return `${name}, ${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}`;
}

/** `DMA, 8 mentions, 2 of 8, 10 minutes 47 seconds`: how a mention is called on its lane. */
export function mentionName(topic: Pick<Topic, 'name' | 'mentions'>, index: number): string {
  const mention = topic.mentions[index]!;
  const place = `${index + 1} of ${topic.mentions.length}, ${formatSpoken(mention.start)}`;
  return [laneName(topic), place, howHeard(mention)].filter(Boolean).join(', ');
}

export type LaneOrder = 'use' | 'first' | 'name';

/**
 * The lanes as they are shown: pinned ones first, then in the order asked for; of the others only those whose name holds
 * the filter's letters. What is never heard makes no lane.
 */
export function orderLanes(
  topics: readonly Topic[],
  { order, filter, pinned }: { order: LaneOrder; filter: string; pinned: ReadonlySet<string> },
): Topic[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const compare: Record<LaneOrder, (a: Topic, b: Topic) => number> = {
    use: (a, b) => b.mentions.length - a.mentions.length,
    first: (a, b) => a.mentions[0]!.start - b.mentions[0]!.start,
    name: (a, b) => a.name.localeCompare(b.name),
  };
  return topics
    .filter(({ id, name, mentions }) => {
      return mentions.length > 0 && (pinned.has(id) || name.toLocaleLowerCase().includes(wanted));
    })
    .sort((a, b) => Number(pinned.has(b.id)) - Number(pinned.has(a.id)) || compare[order](a, b));
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
