import type { TimeRange } from '../time.ts';

/**
 * One timed piece of a transcript (WebVTT §3.1). `text` is plain text; lines that the file broke are
 * joined by `\n`. `id` is unique in its transcript and says nothing more.
 */
export interface Cue extends TimeRange {
  readonly id: string;
  readonly text: string;
  /** Who speaks, where the file says so. */
  readonly speaker?: string;
}

/** A cue as a reader finds it, before the transcript as a whole is put in order. */
export type CueDraft = Omit<Cue, 'id'> & { readonly line: number };
