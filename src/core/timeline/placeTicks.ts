import { placeOf } from './ground.ts';
import type { Tick } from './layoutTimeline.ts';

/** A label of the axis: what is written there, or nothing while no tick needs it, and where. */
export interface TickPlace {
  /** Seconds. */
  readonly at: number;
  /** In per cent of the ground, which no view changes. */
  readonly left: number;
  /** What of the label is at its moment: at the edges of the view it does not stick out. */
  readonly edge: 'start' | 'center' | 'end';
  readonly label: string;
}

/** Pixels from the left and from the right end of the view within which a label in the middle of its moment would stick out. */
const [LEFT, RIGHT] = [16, 24];

/**
 * Gives each tick of a view over `width` pixels a label. One that stays in view keeps the label that it had `before`, and is
 * the very same object where nothing about it has changed; those that come take the labels of those that went. So labels
 * become more, but never fewer: to take an element away and to bring another is the dearest way to write a new number.
 */
export function placeTicks(
  ticks: readonly Tick[],
  width: number,
  duration: number,
  before: readonly TickPlace[] = [],
): readonly TickPlace[] {
  const coming = new Map(
    ticks.map(({ at, x, label }) => {
      const edge = x < LEFT ? 'start' : x > width - RIGHT ? 'end' : 'center';
      return [at, { at, left: placeOf({ start: at, end: at }, duration).from, edge, label } satisfies TickPlace];
    }),
  );
  const stayed = before.map((place) => {
    const now = coming.get(place.at);
    coming.delete(place.at);
    if (!now) return place.label === '' ? place : { ...place, label: '' };
    return now.edge === place.edge && now.label === place.label && now.left === place.left ? place : now;
  });
  const rest = [...coming.values()];
  return [...stayed.map((place) => (place.label === '' ? (rest.shift() ?? place) : place)), ...rest];
}
