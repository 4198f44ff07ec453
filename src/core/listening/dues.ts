import { startedAt } from '../transcript/reading.ts';
import type { Cue } from '../transcript/cue.ts';
import type { TimeRange } from '../time.ts';
import { rangeAt } from './stops.ts';

/** Sound stops this much before the end of a passage, in seconds: what is marked is its last sentence. */
export const SHORT = 0.01;
/** Seconds before the end of a read in which it is not worth leaping over. */
const ALMOST = 0.4;

/** What is to happen of its own accord while sound plays. Moments are seconds of the transcript. */
export interface Dues {
  /** Where a passage that was asked for ends. */
  readonly until: number | undefined;
  /** Where the segment ends that is to be the last. */
  readonly sleepAt: number | undefined;
  /** Sponsors' reads that are passed over. */
  readonly skipped: readonly TimeRange[];
  /** The start of the read that was gone to on purpose, which is heard. */
  readonly welcome: number | undefined;
}

export type Due =
  { readonly is: 'passage-end' | 'sleep'; readonly at: number } | { readonly is: 'skip'; readonly read: TimeRange };

/** What is due at a moment, if anything. Within a passage that was asked for nothing is passed over. */
export function dueAt({ until, sleepAt, skipped, welcome }: Dues, at: number): Due | undefined {
  if (until !== undefined && at >= until - SHORT) return { is: 'passage-end', at: until };
  if (sleepAt !== undefined && at >= sleepAt - SHORT) return { is: 'sleep', at: sleepAt };
  const read = until === undefined ? rangeAt(skipped, at) : undefined;
  return read && read.start !== welcome && at <= read.end - ALMOST ? { is: 'skip', read } : undefined;
}

/** The moments from `at` on that matter, in no order: the next cue, and what is due next of each kind. */
export function momentsAfter({ until, sleepAt, skipped }: Dues, cues: readonly Cue[], at: number): number[] {
  const cue = startedAt(cues, at);
  const next = cue && cues[cues.indexOf(cue) + (cue.start > at ? 0 : 1)];
  const read = skipped.find(({ start }) => start > at);
  return [next?.start, until, sleepAt, read?.start].filter((moment) => moment !== undefined);
}
