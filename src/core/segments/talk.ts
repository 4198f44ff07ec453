import type { Episode } from '../episode/episode.ts';
import { buildUnits, type Unit } from './buildUnits.ts';
import { countWords, type Words } from './countWords.ts';
import { readClues, type Clues } from './evidence.ts';
import { weighEvidence } from './weighEvidence.ts';

/** What segments are found from: the words, and whom and what the show notes name. */
export type SegmentSource = Pick<Episode, 'cues' | 'people' | 'sponsors' | 'links' | 'tags' | 'duration'>;

/** A talk read once: everything that does not depend on how many parts are wanted. */
export interface TalkEvidence {
  readonly units: readonly Unit[];
  readonly words: Words;
  readonly clues: Clues;
  /** Log odds of a start at each unit, but for a constant. */
  readonly evidence: Float64Array;
  /** When each unit starts, and when the last one ends; one longer than the units. */
  readonly times: Float64Array;
}

/** Cues → units, words, clues and evidence. */
export function readTalk({ cues }: Pick<SegmentSource, 'cues'>): TalkEvidence {
  const units = buildUnits(cues);
  const words = countWords(units);
  const clues = readClues(units, words);
  const times = Float64Array.from([...units.map(({ start }) => start), units.at(-1)?.end ?? 0]);
  return { units, words, clues, evidence: weighEvidence(clues, units.length), times };
}

/** The unit in `from..to` (`to` exclusive) with the highest value; ties go to the first. */
export function peak(values: ArrayLike<number>, from: number, to: number): number {
  let best = from;
  for (let u = from; u < to; u += 1) if (values[u]! > values[best]!) best = u;
  return best;
}

/** The first unit that starts at or after `seconds`; the number of units when none does. */
export function unitAt({ times, units }: TalkEvidence, seconds: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}
