import type { CueDraft } from './cue.ts';
import { partCue, type Said } from './partCue.ts';

/** Words within a name that have no capital. */
const PARTICLE = String.raw`(?:(?:d[aeiou]s?|del|van|von|de[nr]|la|le|bin|al) )?`;
/** `Ann: …`, `Ann van Dyke (she/her): …`, `[SPEAKER_00]: …`, `>> ANN: …` at the head of a cue's text. */
const PREFIX = new RegExp(
  String.raw`^(>>\s*|-\s*)?\[?(\p{Lu}[\p{L}\p{N}_.'’-]{0,30}(?: ${PARTICLE}[\p{Lu}\p{N}][\p{L}\p{N}_.'’-]{0,30}){0,3})(?:\]| \([^()\n]{1,20}\))?:\s+(?=\S)`,
  'u',
);
const PREFIXES = new RegExp(PREFIX, 'gmu');
/** Words that a sentence may well begin with so, and that name nobody. */
const NOT_A_NAME =
  /^(?:note|notes|warning|tip|example|question|answer|remember|update|disclaimer|again|so|but|and|yes|no|ok|okay)$/i;

/**
 * Takes `Name:` prefixes for speakers where a transcript writes them throughout: at least half of its cues begin so, or
 * the same names come back. Where only a sentence or two look alike, nothing is touched: no speaker is invented. A cue
 * in which a second one speaks, `- Ann: …` above `- Bob: …`, is parted.
 */
export function readSpeakerPrefixes(cues: readonly CueDraft[]): readonly CueDraft[] {
  if (cues.some(({ speaker }) => speaker !== undefined)) return cues;
  const counts = new Map<string, number>();
  const known = new Set<string>();
  for (const { text } of cues) {
    const name = prefixOf(text);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const speaker of namedIn(text)) known.add(speaker);
  }
  const prefixed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const spoken = cues.filter(({ text }) => text !== '').length;
  const regular = [...counts.values()].some((count) => count >= 2) && prefixed >= Math.max(2, spoken * 0.05);
  if (!regular && prefixed * 2 < spoken) return cues;
  if (prefixed === 0) return cues;
  return cues.flatMap((cue) => {
    const said = saidIn(cue.text, known);
    return said.length > 1 ? partCue(cue, said) : { ...cue, ...said[0] };
  });
}

/**
 * Whom a cue itself shows to be a speaker: who heads it, and, where its first line has a mark, who stands behind the same
 * one below. Any other line below may be an item of a list, or the rest of a sentence that the tool broke before a colon.
 */
function namedIn(text: string): string[] {
  const first = /^(?:>>|-)/.exec(text)?.[0];
  return [...text.matchAll(PREFIXES)]
    .filter(({ 1: mark, index }) => index === 0 || (mark !== undefined && mark.trimEnd() === first))
    .map(({ 2: name = '' }) => name)
    .filter((name) => !NOT_A_NAME.test(name));
}

/** What each says in a cue. Below its first line a name counts that any cue shows to be a speaker's. */
function saidIn(text: string, known: ReadonlySet<string>): readonly Said[] {
  const said: Said[] = [];
  let [from, voice]: [number, { readonly speaker?: string }] = [0, {}];
  const endAt = (to: number) => {
    const words = text.slice(from, to).trim();
    if (words !== '') said.push({ ...voice, text: words });
  };
  for (const { 0: head, 2: speaker = '', index } of text.matchAll(PREFIXES)) {
    if (!known.has(speaker)) continue;
    endAt(index);
    [from, voice] = [index + head.length, { speaker }];
  }
  endAt(text.length);
  return said;
}

function prefixOf(text: string): string | undefined {
  const name = PREFIX.exec(text)?.[2];
  return name !== undefined && !NOT_A_NAME.test(name) ? name : undefined;
}
