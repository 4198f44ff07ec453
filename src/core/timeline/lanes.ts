import type { TimeRange } from '../time.ts';
import type { Topic } from '../topics/topic.ts';
import { joinMarks, type Mark } from './marks.ts';
import { laneRow } from './rows.ts';
import { mentionSigns } from './signs.ts';

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

/** Pixels of a lane, and of a row of signs. */
export const LANE = 24;
/** Lanes that are shown however low the window is, and the pixels that all else on the page asks for. */
const FEWEST = 4;
const ELSE = 640;
/** Of what a window has beyond this height, lanes take half: what sticks to the top leaves room to read in. */
const HIGH = 800;

/** How many lanes a window of so many pixels has room for. */
export function fittingLanes(innerHeight: number): number {
  return Math.max(FEWEST, Math.floor((Math.min(innerHeight, (innerHeight + HIGH) / 2) - ELSE) / LANE));
}

/** A topic's lane, as it is drawn. */
export interface Lane {
  /** That of its row. */
  readonly id: string;
  readonly topic: Topic;
  readonly signs: readonly Mark[];
  /** Where signs follow each other closely. */
  readonly stretches: readonly TimeRange[];
  /** Pixels from the top of the first. */
  readonly top: number;
}

/** The lanes of these topics, one below the other. */
export function layoutLanes(topics: readonly Topic[]): Lane[] {
  return topics.map((topic, i) => ({
    id: laneRow(topic),
    topic,
    signs: mentionSigns(topic),
    stretches: joinMarks(topic.mentions),
    top: LANE * i,
  }));
}
