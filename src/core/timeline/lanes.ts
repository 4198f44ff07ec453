import type { Topic } from '../topics/topic.ts';

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
