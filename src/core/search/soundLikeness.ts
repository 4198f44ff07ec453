import { isVowel } from './sound.ts';

// What one sound is taken for another costs; everything else costs 1 (vowels for consonants more).
const CONFUSED: Readonly<Record<string, number>> = {
  ...{ pb: 0.35, td: 0.35, kg: 0.35, fv: 0.3, sz: 0.2, JC: 0.35, JS: 0.45, CS: 0.4, Jz: 0.5, Sz: 0.6, Ss: 0.4 },
  ...{ Jg: 0.4, Jy: 0.4, Jh: 0.4, Jd: 0.5, Ct: 0.5, Cs: 0.6, Ck: 0.5, Sk: 0.7, mn: 0.45, nN: 0.3, mN: 0.6 },
  ...{ lr: 0.6, Tt: 0.4, Td: 0.45, Tf: 0.4, Ts: 0.5, Tv: 0.5, wv: 0.4, vb: 0.5, wr: 0.7, hk: 0.7, yi: 0.2, wu: 0.2 },
};

/** What it costs to hear `b` for `a`. */
function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  const known = CONFUSED[a + b] ?? CONFUSED[b + a];
  if (known !== undefined) return known;
  if (isVowel(a) !== isVowel(b)) return 1.3;
  return isVowel(a) ? 0.3 : 1;
}

/** What a sound costs that only one of two words has, after the sound `before`. */
function dropCost(sound: string, before: string | undefined, last: boolean): number {
  if (isVowel(sound)) return 0.45;
  if (sound === 'h') return 0.4;
  if ('wy'.includes(sound)) return 0.5;
  if (sound === 'r' && before !== undefined && isVowel(before)) return 0.7;
  // "Russ" for "Rust": a stop that closes a cluster is the first sound to be lost.
  if (last && 'td'.includes(sound) && before !== undefined && !isVowel(before)) return 0.4;
  return 1;
}

/** How much of a word's sound there is to agree on. */
export function soundMass(sound: string): number {
  let mass = 0;
  for (const letter of sound) mass += isVowel(letter) ? 0.6 : 1;
  return mass;
}

// Every pair of sounds by their character codes, worked out once.
const SWAPS = new Float64Array(128 * 128);
const SOUNDS = 'abCdefghiJklmNnoprsStTuvwyz';
for (const a of SOUNDS) for (const b of SOUNDS) SWAPS[a.charCodeAt(0) * 128 + b.charCodeAt(0)] = swapCost(a, b);

/** Longest sounds that are compared, and the grid that they are compared on. */
const LONGEST = 47;
const WIDE = LONGEST + 1;
const GRID = new Float64Array(WIDE * WIDE);

/**
 * 1 for the same sound, down to 0: a weighted edit distance (optimal string alignment, and consonants that
 * change places round a vowel: "odeja" for "Ojeda") over the longer word's mass.
 */
export function soundLikeness(a: string, b: string): number {
  if (a === '' || b === '' || a.length > LONGEST || b.length > LONGEST) return 0;
  if (a === b) return 1;
  GRID[0] = 0;
  for (let j = 1; j <= b.length; j += 1) GRID[j] = GRID[j - 1]! + dropCost(b[j - 1]!, b[j - 2], j === b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const [row, code] = [i * WIDE, a.charCodeAt(i - 1) * 128];
    const dropped = dropCost(a[i - 1]!, a[i - 2], i === a.length);
    GRID[row] = GRID[row - WIDE]! + dropped;
    for (let j = 1; j <= b.length; j += 1) {
      const at = row + j;
      let cost = GRID[at - WIDE]! + dropped;
      const added = GRID[at - 1]! + dropCost(b[j - 1]!, b[j - 2], j === b.length);
      if (added < cost) cost = added;
      const swapped = GRID[at - WIDE - 1]! + SWAPS[code + b.charCodeAt(j - 1)]!;
      if (swapped < cost) cost = swapped;
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, GRID[at - 2 * WIDE - 2]! + 0.6);
      if (i > 2 && j > 2 && a[i - 2] === b[j - 2] && a[i - 1] === b[j - 3] && a[i - 3] === b[j - 1])
        cost = Math.min(cost, GRID[at - 3 * WIDE - 3]! + 0.8);
      GRID[at] = cost;
    }
  }
  return Math.max(0, 1 - GRID[a.length * WIDE + b.length]! / Math.max(soundMass(a), soundMass(b)));
}
