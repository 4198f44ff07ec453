import { skeletonOf, soundOf } from './sound.ts';

/** The distinct words of a talk, found by how they sound. */
export interface SoundBook {
  /** Each word's sound; empty where it has none. */
  readonly sounds: readonly string[];
  /** The words whose skeletons are equal, or become so when each loses at most one sound. */
  near(sound: string): number[];
  /** The words with exactly this skeleton. */
  withSkeleton(skeleton: string): readonly number[];
}

/** Files each skeleton whole and with each one sound left out: two that share a form are alike but for one sound in each. */
export function buildSoundBook(terms: readonly string[]): SoundBook {
  const sounds = terms.map(soundOf);
  const whole = new Map<string, number[]>();
  const lessOne = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, term: number) => {
    const list = map.get(key);
    if (list) list.push(term);
    else map.set(key, [term]);
  };
  sounds.forEach((sound, term) => {
    if (sound === '') return;
    const skeleton = skeletonOf(sound);
    add(whole, skeleton, term);
    for (const key of withoutOne(skeleton)) add(lessOne, key, term);
  });
  return {
    sounds,
    near(sound) {
      const skeleton = skeletonOf(sound);
      const found = new Set<number>();
      const less = withoutOne(skeleton);
      // Of a skeleton of one or two sounds nothing would stay but what half the language shares.
      for (const term of whole.get(skeleton) ?? []) found.add(term);
      if (skeleton.length > 2) {
        for (const term of lessOne.get(skeleton) ?? []) found.add(term);
        for (const key of less) {
          for (const term of whole.get(key) ?? []) found.add(term);
          for (const term of lessOne.get(key) ?? []) found.add(term);
        }
      }
      return [...found];
    },
    withSkeleton: (skeleton) => whole.get(skeleton) ?? [],
  };
}

function withoutOne(skeleton: string): Set<string> {
  const keys = new Set<string>();
  for (let i = 0; i < skeleton.length; i += 1) keys.add(skeleton.slice(0, i) + skeleton.slice(i + 1));
  return keys;
}
