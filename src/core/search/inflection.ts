/**
 * What an inflected English word may be a form of: "drivers" of "driver" and "drive", "planned" of "plan". Shortest
 * bases are two letters long. Not a stemmer: a base counts only where it is a known word.
 */
export function baseForms(word: string): string[] {
  const bases: string[] = [];
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length) + instead;
    if (base.length < 3) continue;
    bases.push(base);
    if (instead === '' && base.length > 3 && base.at(-1) === base.at(-2) && ending !== 's')
      bases.push(base.slice(0, -1));
  }
  return bases;
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['r', ''],
  ['ers', ''],
  ['rs', ''],
  ['est', ''],
  ['ly', ''],
];

/** Whether two words are the singular and the plural of one another, by their endings. */
export function sameNoun(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3) return false;
  return long === `${short}s` || long === `${short}es` || (short.endsWith('y') && long === `${short.slice(0, -1)}ies`);
}
