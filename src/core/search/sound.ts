/**
 * How English spelling sounds, roughly: enough to tell that "helwig" and "Hellwig", "fostum" and "FOSDEM",
 * "Nyx" and "Nix" are the same to a listener. One letter per sound: `C` ch, `J` j, `S` sh, `T` th, `N` ng,
 * vowels `a e i o u`. Words that are not of a–z have no sound here and are compared by letters only.
 */
export function soundOf(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,30}$/.test(word)) return '';
  let sound = '';
  for (let at = 0; at < word.length;) {
    const about = at === 0 ? `^${word}` : word.slice(at - 1);
    const [, heard, taken] = RULES_OF.get(word[at]!)!.find(([letters]) => letters.test(about))!;
    sound += heard;
    at += taken;
  }
  return sound.replace(/(.)\1+/g, '$1');
}

// Words and given names spelt like nothing they sound like, and the names of the letters.
const IRREGULAR = new Map(
  Object.entries({
    ...{ a: 'e', b: 'bi', c: 'si', d: 'di', e: 'i', f: 'ef', g: 'Ji', h: 'eC', i: 'ai', j: 'Je', k: 'ke', l: 'el' },
    ...{ m: 'em', n: 'en', o: 'o', p: 'pi', q: 'kyu', r: 'ar', s: 'es', t: 'ti', u: 'yu', v: 'vi', x: 'eks', y: 'wai' },
    ...{ z: 'zi', are: 'ar', you: 'yu', why: 'wai', eye: 'ai', cue: 'kyu', be: 'bi', he: 'hi', me: 'mi', we: 'wi' },
    ...{ she: 'Si', the: 'Te', they: 'Te', who: 'hu', do: 'du', of: 'ov', give: 'giv', get: 'get', girl: 'girl' },
    ...{ siobhan: 'Sivon', sean: 'Son', niamh: 'niv', aoife: 'ifa', saoirse: 'sirSa', caoimhe: 'kiva', sian: 'San' },
    ...{
      eoghan: 'oen',
      joaquin: 'wakin',
      jose: 'hoze',
      juan: 'wan',
      jorge: 'horhe',
      xavier: 'zevier',
      sinead: 'Sined',
    },
    ...{ guillaume: 'giom', nguyen: 'win', dvorak: 'dvorJak', wojciech: 'voitek', zhang: 'JaN', xu: 'Su', xi: 'Si' },
    colonel: 'kernel',
    one: 'wun',
    once: 'wuns',
    two: 'tu',
    eight: 'et',
    choir: 'kwair',
    queue: 'kyu',
    lieutenant: 'leftenant',
    island: 'ailand',
    isle: 'ail',
    aisle: 'ail',
    people: 'pipel',
    iron: 'airn',
  }),
);

type Rule = readonly [letters: RegExp, sound: string, taken: number, first: string];

/** `before letters after → sound`; the first that fits is taken. The letter before is `^` at the start. */
const rule = (before: string, letters: string, after: string, sound: string): Rule => [
  new RegExp(`^${before || '.'}${letters}${after && `(?=${after})`}`),
  sound,
  letters.length,
  letters[0]!,
];
const VOWEL = '[aeiouy]';
const RULES: readonly Rule[] = [
  rule('\\^', 'kn', '', 'n'),
  rule('\\^', 'gn', '', 'n'),
  rule('\\^', 'wr', '', 'r'),
  rule('\\^', 'ps', '', 's'),
  rule('\\^', 'pn', '', 'n'),
  rule('\\^', 'x', '', 'z'),
  rule('', 'tch', '', 'C'),
  rule('', 'sch', '[lmnrw]', 'S'),
  rule('', 'sch', '', 'sk'),
  rule('', 'ch', '[rl]', 'k'),
  rule('', 'ch', '', 'C'),
  rule('', 'sh', '', 'S'),
  rule('', 'th', '', 'T'),
  rule('', 'ph', '', 'f'),
  rule('', 'igh', '', 'ai'),
  rule('\\^', 'gh', '', 'g'),
  rule('', 'gh', '', ''),
  rule('', 'ck', '', 'k'),
  rule('', 'qu', VOWEL, 'kw'),
  rule('', 'q', '', 'k'),
  rule('', 'x', '', 'ks'),
  rule('', 'cc', '[ei]', 'ks'),
  rule('', 'ci', '[ao]', 'S'),
  rule('', 'c', '[eiy]', 's'),
  rule('', 'cz', '', 'C'),
  rule('', 'c', '', 'k'),
  rule('', 'dg', '[eiy]', 'J'),
  rule('', 'dj', '', 'J'),
  rule('', 'gg', '', 'g'),
  rule('', 'g', '[eiy]', 'J'),
  rule('', 'g', '', 'g'),
  rule('', 'j', '', 'J'),
  rule('', 'ti', '[ao]', 'S'),
  rule('', 'ssi', 'o', 'S'),
  rule('', 'ss', '', 's'),
  rule(VOWEL, 's', VOWEL, 'z'),
  rule('m', 'b', '$', ''),
  rule('', 'ng', '$', 'N'),
  rule('', 'wh', '', 'w'),
  rule('', 'w', VOWEL, 'w'),
  rule('', 'w', '', ''),
  rule(`(?:\\^|${VOWEL})`, 'h', VOWEL, 'h'),
  rule('', 'h', '', ''),
  rule('\\^', 'y', VOWEL, 'y'),
  rule(VOWEL, 'y', '[aeou]', 'y'),
  rule('', 'ee', '', 'i'),
  rule('', 'ea', '', 'i'),
  rule('', 'ie', '', 'i'),
  rule('', 'oo', '', 'u'),
  rule('', 'ou', '', 'u'),
  rule('', 'ew', '', 'u'),
  rule('', 'ue', '', 'u'),
  rule('', 'eu', '', 'u'),
  rule('', 'ai', '', 'e'),
  rule('', 'ay', '', 'e'),
  rule('', 'ei', '', 'i'),
  rule('', 'ey', '', 'i'),
  rule('', 'au', '', 'o'),
  rule('', 'aw', '', 'o'),
  rule('', 'oa', '', 'o'),
  rule('', 'ow', '', 'o'),
  rule('[b-df-hj-np-tv-z]', 'e', '$', ''),
  rule('[b-df-hj-np-tv-z]', 'es', '$', 's'),
  rule('', 'y', '', 'i'),
  ...[...'abdefiklmnoprstuvz'].map((letter) => rule('', letter, '', letter)),
];

/** The same, by the letter they begin with. */
const RULES_OF = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, RULES.filter(([, , , first]) => first === letter)]),
);

/** The classes of a word's consonants, an opening vowel as `A`: what stays when a listener errs. */
export function skeletonOf(sound: string): string {
  let skeleton = '';
  for (const [i, letter] of [...sound].entries()) {
    const name = isVowel(letter) ? (i === 0 ? 'A' : '') : (CLASS[letter] ?? '');
    if (name !== skeleton.at(-1)) skeleton += name;
  }
  return skeleton;
}

// `h`, `w` and `y` come and go, so they have no class.
const CLASS: Readonly<Record<string, string>> = {
  ...{ p: 'P', b: 'P', f: 'F', v: 'F', t: 'T', d: 'T', T: 'T', k: 'K', g: 'K', s: 'S', z: 'S' },
  ...{ S: 'J', C: 'J', J: 'J', m: 'M', n: 'N', N: 'N', l: 'L', r: 'R' },
};

const isVowel = (sound: string) => 'aeiou'.includes(sound);

// What one sound is taken for another costs; everything else costs 1 (vowels for consonants more).
const CONFUSED: Readonly<Record<string, number>> = {
  ...{ pb: 0.35, td: 0.35, kg: 0.35, fv: 0.3, sz: 0.2, JC: 0.35, JS: 0.45, CS: 0.4, Jz: 0.5, Sz: 0.6, Ss: 0.4 },
  ...{ Jg: 0.4, Jy: 0.4, Jh: 0.4, Jd: 0.5, Ct: 0.5, Cs: 0.6, Ck: 0.5, Sk: 0.7, mn: 0.45, nN: 0.3, mN: 0.6 },
  ...{ lr: 0.6, Tt: 0.4, Td: 0.45, Tf: 0.4, Ts: 0.5, Tv: 0.5, wv: 0.4, vb: 0.5, wr: 0.7, hk: 0.7, yi: 0.2, wu: 0.2 },
};

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

/**
 * 1 for the same sound, down to 0: a weighted edit distance (optimal string alignment, and consonants that
 * change places round a vowel: "odeja" for "Ojeda") over the longer word's mass.
 */
export function soundLikeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const rows: number[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    for (let j = 0; j <= b.length; j += 1) {
      let cost = i === 0 && j === 0 ? 0 : Infinity;
      if (i > 0) cost = Math.min(cost, rows[i - 1]![j]! + dropCost(a[i - 1]!, a[i - 2], i === a.length));
      if (j > 0) cost = Math.min(cost, row[j - 1]! + dropCost(b[j - 1]!, b[j - 2], j === b.length));
      if (i > 0 && j > 0) cost = Math.min(cost, rows[i - 1]![j - 1]! + swapCost(a[i - 1]!, b[j - 1]!));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 0.6);
      if (i > 2 && j > 2 && a[i - 2] === b[j - 2] && a[i - 1] === b[j - 3] && a[i - 3] === b[j - 1])
        cost = Math.min(cost, rows[i - 3]![j - 3]! + 0.8);
      row.push(cost);
    }
    rows.push(row);
  }
  return Math.max(0, 1 - rows[a.length]![b.length]! / Math.max(soundMass(a), soundMass(b)));
}
