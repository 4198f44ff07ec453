/**
 * What an inflected English word may be a form of: "drivers" of "driver" and "drive", "planned" of "plan". Shortest
 * bases are two letters long. Not a stemmer: a base counts only where it is a known word.
 */
export function baseForms(word: string): string[] {
  const bases: string[] = [];
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const base = word.slice(0, -ending.length) + instead;
    if (base.length < 3 || (/^[dr]s?$/.test(ending) && !base.endsWith('e'))) continue;
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

/** The singular and the plurals that a noun may have beside this form: "tomato", "tomatoes" for "tomatos". */
export function nounForms(word: string): string[] {
  const singulars = [
    word,
    ...PLURALS.flatMap(([ending, instead]) => (word.endsWith(ending) ? [word.slice(0, -ending.length) + instead] : [])),
  ];
  const forms = singulars
    .filter((singular) => singular.length > 2)
    .flatMap((singular) => [singular, `${singular}s`, `${singular}es`, singular.replace(/y$/, 'ies')]);
  return [...new Set(forms)].filter(
    (form) => form !== word && (form.endsWith('s') || word.endsWith('s')) && !/ss(?:es)?s$/.test(form),
  );
}

const PLURALS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
];

/** Where the British write otherwise than the Americans, each way; the last ones of long words only. */
const OCEAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)our/, 'or'],
  [/(?<=..)or/, 'our'],
  [/([iy])s(?=[eia])/, '$1z'],
  [/([iy])z(?=[eia])/, '$1s'],
  [/re$/, 'er'],
  [/er$/, 're'],
  [/ence$/, 'ense'],
  [/ense$/, 'ence'],
  [/(?<=.{4})ll(?=ed|ing|er)/, 'l'],
  [/(?<=.{4}[^l])l(?=ed|ing|er)/, 'll'],
];

/** How a word may be spelt on the other side of the Atlantic: harbor, harbour; organise, organize. */
export const overTheOcean = (word: string) =>
  word.length < 5 ? [] : OCEAN.map(([here, there]) => word.replace(here, there)).filter((form) => form !== word);
