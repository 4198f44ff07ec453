import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Cue } from '../../../src/core/transcript/cue.ts';

/** A generator of numbers from 0 to 1 that gives the same ones in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Talk that means nothing, with the words of real talk: a chain that knows which word followed which in `source`, into
 * which new names and terms, made of syllables, come as often as vocabularies grow (words ^ 0.51 of the words).
 */
export function talkLike(source: readonly Cue[], count: number, seed = 1): Cue[] {
  const random = seeded(seed);
  const words = source.flatMap(({ text }) => text.split(/\s+/).filter(Boolean));
  const after = new Map<string, string[]>();
  words.forEach((word, i) => {
    const list = after.get(word) ?? [];
    list.push(words[(i + 1) % words.length]!);
    after.set(word, list);
  });
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const syllable = () =>
    pick([...'bcdfghjklmnprstvwz', 'st', 'br', 'ch', 'tr', 'gr']) +
    pick([...'aeiou', 'ea', 'oo']) +
    pick(['', '', 'n', 'r', 's', 'l', 'm']);
  const names: string[] = [];
  const name = () => {
    if (names.length > 0 && random() < 0.6) return names[Math.floor(names.length * random() ** 2)]!;
    const made = Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join('');
    names.push(made[0]!.toUpperCase() + made.slice(1));
    return names.at(-1)!;
  };
  let [word, said] = [pick(words), 0];
  return Array.from({ length: count }, (_, i) => {
    const text: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      said += 1;
      // The derivative of the growth: how likely the next word is a new one; four of ten made names are new.
      text.push(random() < Math.min(0.4, (16 * 0.51 * said ** -0.49) / 0.4) ? name() : word);
      word = pick(after.get(word)!);
    }
    return { id: `f${i}`, start: 100_000 + i * 4, end: 100_004 + i * 4, text: text.join(' ') };
  });
}

/** Cues of real talk from a folder of `{ cues }` files, where there is one. */
export function loadTalks(folder: string | undefined): Cue[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const cues: Cue[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const talk = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { cues?: { text: string }[] };
    for (const { text } of talk.cues ?? [])
      cues.push({ id: `r${cues.length}`, start: 100_000 + cues.length * 4, end: 100_004 + cues.length * 4, text });
  }
  return cues;
}
