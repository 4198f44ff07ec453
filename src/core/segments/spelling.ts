import { normalise, tokenise } from '../text/tokens.ts';
import { HEAD, NOTHING, readWords, type Words } from './countWords.ts';
import type { SegmentSource } from './talk.ts';

/** Normal form → how the show notes write it. */
export type Spelling = ReadonlyMap<string, string>;

/**
 * How the show notes and, failing them, the talk spell words and names. People and sponsors are taken whole and word
 * by word. Of the titles of links, which write every word with a capital, only words that they mostly write
 * with a capital or a digit inside (`SCALE`, `FreeBSD`, `22x`); of the talk, words that mostly carry a capital
 * within a sentence, for recognition drops capitals in whole stretches.
 */
export function readSpelling(
  { people, sponsors, links, tags }: Omit<SegmentSource, 'cues' | 'duration'>,
  words: Words,
): Spelling {
  const spelling = new Map<string, string>();
  const learn = (text: string) => {
    const key = keyOf(text);
    if (key !== '' && !spelling.has(key)) spelling.set(key, text);
  };
  for (const { name } of [...people, ...sponsors]) {
    learn(name);
    for (const [from, to] of placesIn(name)) learn(name.slice(from, to));
  }
  for (const { name } of tags) if (/\p{Lu}/u.test(name)) learn(name);
  const titled = countForms(links.flatMap(({ title }) => placesIn(title).map(([from, to]) => title.slice(from, to))));
  for (const form of titled.values()) if (/.\p{Lu}|\p{N}\p{L}/u.test(form)) learn(form);
  const inner: string[] = [];
  for (let u = 0; u + 1 < words.first.length; u += 1) {
    for (let t = words.first[u]! + 1; t < words.first[u + 1]!; t += 1)
      if (words.stems[t]! >= 0) {
        const head = words.stems[t - 1] === HEAD ? words.written[t - 1]! + words.joints[t]! : '';
        inner.push(head + words.written[t]!);
      }
  }
  for (const form of countForms(inner).values()) if (/\p{Lu}/u.test(form)) learn(form);
  return spelling;
}

/** Each word's most frequent form; one with a capital wins already with a third of all. */
function countForms(written: readonly string[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const form of written) {
    const key = normalise(form);
    const forms = counts.get(key) ?? counts.set(key, new Map()).get(key)!;
    forms.set(form, (forms.get(form) ?? 0) + (/\p{Lu}/u.test(form) ? 2 : 1));
  }
  return new Map([...counts].map(([key, forms]) => [key, [...forms].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** A phrase as the notes spell it: whole if they name it whole, else word by word. */
export function spell(phrase: string, spelling: Spelling): string {
  const whole = spelling.get(keyOf(phrase));
  if (whole !== undefined) return whole;
  let [spelt, at] = ['', 0];
  for (const [from, to] of placesIn(phrase)) {
    const word = phrase.slice(from, to);
    spelt += phrase.slice(at, from) + (spelling.get(keyOf(word)) ?? word);
    at = to;
  }
  return spelt + phrase.slice(at);
}

/** Where a text's words stand, names that begin with an elided letter whole. */
function placesIn(text: string): [from: number, to: number][] {
  return readWords(text).flatMap(({ start, to, role }) => (role === NOTHING ? [[start, to]] : []));
}

function keyOf(text: string): string {
  return tokenise(text)
    .map(({ term }) => term)
    .join(' ');
}
