import type { Episode } from '../episode/episode.ts';
import { tokenise } from '../text/tokens.ts';
import { isCommon } from './commonWords.ts';
import { Spelling } from './spelling.ts';

/** Names as their owners spell them: what the show notes say, where the recogniser only listened. */
export interface Lexicon {
  /** Whether a word is part of a name. */
  has(word: string): boolean;
  /** The word of a name that a misspelt query word most likely means. */
  meant(word: string): string | undefined;
  /** The words of names that begin so. */
  begunBy(word: string): readonly string[];
  /** For a query that is one whole name of a person: the words that name the same person alone. */
  aloneOf(words: readonly string[]): readonly string[];
}

/** A name and what it is taken from: of a title only the words that are no common English are names. */
export interface PublishedName {
  readonly text: string;
  readonly kind: 'person' | 'name' | 'title';
}

type Published = Pick<Episode, 'people' | 'sponsors' | 'links' | 'tags'>;

/** The names of an episode, from its hosts and guests, sponsors, tags and link titles. */
export function namesOf({ people, sponsors, links, tags }: Published): PublishedName[] {
  return [
    ...people.map(({ name }) => ({ text: name, kind: 'person' as const })),
    ...[...sponsors, ...tags].map(({ name }) => ({ text: name, kind: 'name' as const })),
    ...links.map(({ title }) => ({ text: title, kind: 'title' as const })),
  ];
}

/** Made of the published names once for an episode; empty where nothing was published. */
export function buildLexicon(names: readonly PublishedName[]): Lexicon {
  const parsed = names.map(({ text, kind }) => ({ kind, words: tokenise(text).map(({ term }) => term) }));
  const isName = (word: string) => word.length > 1 && !/^(?:\d+|[ivx]+)$/.test(word);
  const known = new Set(
    parsed.flatMap(({ kind, words }) => words.filter((word) => isName(word) && (kind !== 'title' || !isCommon(word)))),
  );
  const spelt = [...known].filter((word) => !isCommon(word));
  const spelling = new Spelling(spelt);

  // A tag names a person where none of its two or three words is common English or part of another tag.
  const shared = new Map<string, number>();
  for (const { kind, words } of parsed)
    if (kind !== 'title') for (const word of new Set(words)) shared.set(word, (shared.get(word) ?? 0) + 1);
  const persons = new Map<string, readonly string[]>();
  for (const { kind, words } of parsed) {
    const own = words.filter((word) => isName(word) && (shared.get(word) ?? 0) < 2);
    const person =
      kind === 'person' || (kind === 'name' && words.every((word) => own.includes(word) && !isCommon(word)));
    if (person && words.length > 1 && words.length < 4) persons.set(words.join(' '), kind === 'person' ? words : own);
  }

  return {
    has: (word) => known.has(word),
    meant(word) {
      if (known.has(word)) return undefined;
      const near = spelling.near(word).sort((a, b) => a.edits - b.edits)[0];
      return near && spelt[near.term];
    },
    begunBy: (word) =>
      word.length < 4 ? [] : spelt.filter((name) => name.length > word.length && name.startsWith(word)),
    aloneOf: (words) => persons.get(words.join(' ')) ?? [],
  };
}
