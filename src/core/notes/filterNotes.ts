import { byNewest, byPassage, type Colour, type Note } from './note.ts';

/** What a list of notes is narrowed to; what is absent narrows nothing. */
export interface NoteFilter {
  readonly text?: string;
  readonly tag?: string;
  readonly colour?: Colour;
  readonly episode?: string;
}

export type NoteOrder = 'time' | 'newest';

/** Notes that pass a filter, in an order. Words of `text` may stand anywhere in body, quote and tags, in any case. */
export function filterNotes(notes: readonly Note[], filter: NoteFilter, order: NoteOrder): Note[] {
  const words = fold(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return notes
    .filter(
      (note) =>
        (filter.episode === undefined || note.episode === filter.episode) &&
        (filter.colour === undefined || note.colour === filter.colour) &&
        (filter.tag === undefined || note.tags.includes(filter.tag)) &&
        (words.length === 0 || holds(note, words)),
    )
    .sort(order === 'newest' ? byNewest : byEpisodeAndPassage);
}

function holds({ body, tags, target }: Note, words: readonly string[]): boolean {
  const text = fold([body, target.quote.exact, ...tags].join('\n'));
  return words.every((word) => text.includes(word));
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function byEpisodeAndPassage(a: Note, b: Note): number {
  return a.episode === b.episode ? byPassage(a, b) : a.episode < b.episode ? -1 : 1;
}

/** The visitor's tags, in the order in which they were first used. */
export function tagsOf(notes: readonly Note[]): string[] {
  const inTime = [...notes].sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  return [...new Set(inTime.flatMap(({ tags }) => tags))];
}

/** `"kernel, to check"` → `["kernel", "to check"]`: as tags are typed; signs that lead one (`#`) are no part of it. */
export function parseTags(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim().replace(/^#+/, '').trim()))].filter((tag) => tag !== '');
}
