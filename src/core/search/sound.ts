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

/** Whether a sound, as one letter, is a vowel. */
export const isVowel = (sound: string) => 'aeiou'.includes(sound);
