import type { CueDraft } from './cue.ts';

/** Words that a person says in a second, for the length of the last cue of a file that gives starts only. */
const WORDS_PER_SECOND = 2.5;

/** Gives every cue that only has a start an end: the next start, for the last one as long as its words take. */
export function closeEnds(cues: readonly (Omit<CueDraft, 'end'> & { readonly end?: number })[]): CueDraft[] {
  return cues.map((cue, i) => {
    const next = cues[i + 1]?.start;
    const spoken = cue.text.split(/\s+/).length / WORDS_PER_SECOND;
    const guess = Math.round((cue.start + Math.max(1, spoken)) * 1000) / 1000;
    return { ...cue, end: cue.end ?? (next !== undefined && next > cue.start ? next : guess) };
  });
}
