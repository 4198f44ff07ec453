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
export type CueDraft = Omit<Cue, 'id'> & {
  readonly line: number;
  /** Goes on with the cue above, with which it was one in the file. */
  readonly part?: boolean;
  /** Where markup sets a word apart, how far into the cue: captions light up the word that is being said. */
  readonly lit?: number;
};

/**
 * Who speaks in each cue, by its id: the cue's own speaker, or the last that was named, for many files name a speaker
 * only at the head of a turn.
 */
export function voicesOf(cues: readonly Cue[]): ReadonlyMap<string, string> {
  const voices = new Map<string, string>();
  let speaker: string | undefined;
  for (const cue of cues) {
    speaker = cue.speaker ?? speaker;
    if (speaker !== undefined) voices.set(cue.id, speaker);
  }
  return voices;
}

/** Who speaks in a transcript, those who say most first. */
export function speakersOf(cues: readonly Cue[]): string[] {
  const counts = new Map<string, number>();
  for (const { speaker } of cues) if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
