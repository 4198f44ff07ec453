import type { CueDraft } from './cue.ts';

/** Seconds between two cues at most of which the second takes the place of the first on the screen. */
const TOUCHING = 0.1;

/** Whether a cue comes right after the last one, or while that is still on the screen. */
export function touches(last: CueDraft, cue: CueDraft): boolean {
  return cue.start >= last.start && cue.start - last.end <= TOUCHING;
}
