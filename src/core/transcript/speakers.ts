import type { CueDraft } from './cue.ts';

/** `Ann: …`, `Ann Example: …`, `SPEAKER_00: …`, `>> ANN: …` at the head of a cue's text. */
const PREFIX =
  /^(?:>>\s*|-\s*)?(\p{Lu}[\p{L}\p{N}_.'’-]{0,30}(?: [\p{Lu}\p{N}][\p{L}\p{N}_.'’-]{0,30}){0,3}):\s+(?=\S)/u;
/** Words that a sentence may well begin with so, and that name nobody. */
const NOT_A_NAME =
  /^(?:note|notes|warning|tip|example|question|answer|remember|update|disclaimer|again|so|but|and|yes|no|ok|okay)$/i;

/**
 * Takes `Name:` prefixes for speakers where a transcript writes them throughout: at least half of its cues begin so, or
 * the same names come back. Where only a sentence or two look alike, nothing is touched: no speaker is invented.
 */
export function readSpeakerPrefixes(cues: readonly CueDraft[]): readonly CueDraft[] {
  if (cues.some(({ speaker }) => speaker !== undefined)) return cues;
  const counts = new Map<string, number>();
  for (const { text } of cues) {
    const name = prefixOf(text);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const prefixed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const spoken = cues.filter(({ text }) => text !== '').length;
  const regular = [...counts.values()].some((count) => count >= 2) && prefixed >= Math.max(2, spoken * 0.05);
  if (!regular && prefixed * 2 < spoken) return cues;
  if (prefixed === 0) return cues;
  return cues.map((cue) => {
    const name = prefixOf(cue.text);
    return name === undefined ? cue : { ...cue, speaker: name, text: cue.text.replace(PREFIX, '') };
  });
}

function prefixOf(text: string): string | undefined {
  const name = PREFIX.exec(text)?.[1];
  return name !== undefined && !NOT_A_NAME.test(name) ? name : undefined;
}
