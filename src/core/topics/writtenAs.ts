import { tokenise } from '../text/tokens.ts';
import { beginsSentence } from './findPlaces.ts';
import type { Notes } from './topic.ts';

/** How the prose of the notes writes the names that its tags have in small letters. */
export interface Written {
  /** These words as a title or a quote has them, the form with the most capitals; none if it is nowhere. */
  of(words: readonly string[]): string | undefined;
  /** Whether a word is written in capitals somewhere, as SCALE is. */
  shouted(word: string): boolean;
}

/** Made of names, titles, quotes and prose; tags themselves are no witnesses. */
export function writtenAs({ people, sponsors, links, chapters = [], about = '' }: Notes): Written {
  const texts = [
    ...[...people, ...sponsors].map(({ name }) => name),
    ...links.flatMap(({ title, quote = '' }) => [title, quote]),
    ...chapters.map(({ title }) => title),
    about,
  ].map((text) => ({ text, tokens: tokenise(text) }));
  const places = new Map<string, [text: number, token: number][]>();
  texts.forEach(({ tokens }, t) =>
    tokens.forEach(({ term }, i) => {
      const list = places.get(term);
      if (list) list.push([t, i]);
      else places.set(term, [[t, i]]);
    }),
  );
  const capitals = (form: string) => form.match(/\p{Lu}/gu)?.length ?? 0;
  const formsOf = (words: readonly string[]) =>
    (places.get(words[0] ?? '') ?? []).flatMap(([t, i]) => {
      const { text, tokens } = texts[t]!;
      if (!words.every((word, k) => tokens[i + k]?.term === word)) return [];
      const { from } = tokens[i]!;
      const form = text.slice(from, tokens[i + words.length - 1]!.to);
      // The first word of a sentence has a capital, whatever it is.
      return text === about && beginsSentence(text, from) && capitals(form.slice(1)) === 0 ? [] : [form];
    });
  return {
    of: (words) =>
      formsOf(words)
        .filter((form) => !/[/\n]/.test(form))
        .sort((a, b) => capitals(b) - capitals(a) || (a < b ? -1 : 1))[0],
    shouted: (word) =>
      formsOf([word]).some((form) => form.length > 1 && /\p{L}/u.test(form) && form === form.toUpperCase()),
  };
}
