import type { Note } from '../notes/note.ts';
import { noteWords } from '../notes/noteWords.ts';
import type { Hit } from '../search/search.ts';
import { formatSpoken } from '../time.ts';
import { HOW_FOUND } from './howFound.ts';
import type { Mark } from './marks.ts';
import type { Signs } from './signs.ts';

/** A row of signs below the lanes of the opened timeline. */
export interface SignRow {
  readonly id: keyof Signs;
  readonly shape: 'hit' | 'note' | 'link';
  readonly name: string;
  readonly signs: readonly Mark[];
  /** What it says while it has no signs. */
  readonly empty?: string;
  /** What a sign is called, by its place in the row. */
  readonly nameOf: (index: number) => string;
  /** Words beside a sign, where there is room. */
  readonly captionOf?: (index: number) => string;
}

/** The rows of signs from the top. `hits` and `notes` are what those of `signs` stand for. */
export function buildSignRows(hits: readonly Hit[], notes: readonly Note[], signs: Signs): SignRow[] {
  const rows: SignRow[] = [
    {
      id: 'hits',
      shape: 'hit',
      name: 'Search results',
      signs: signs.hits,
      empty: 'What a search finds stands here.',
      nameOf(i) {
        const { start, match } = hits[i]!;
        return `Result ${i + 1} of ${hits.length}, ${formatSpoken(start)}, ${HOW_FOUND[match]}`;
      },
    },
    {
      id: 'notes',
      shape: 'note',
      name: 'Your notes',
      signs: signs.notes,
      nameOf: (i) => `Note, ${formatSpoken(notes[i]!.target.start)}, ${noteWords(notes[i]!)}`,
      captionOf: (i) => noteWords(notes[i]!),
    },
    {
      id: 'links',
      shape: 'link',
      name: 'Links discussed',
      signs: signs.links,
      nameOf: (i) => `${signs.links[i]!.title}, ${formatSpoken(signs.links[i]!.start)}`,
      captionOf: (i) => signs.links[i]!.title,
    },
  ];
  // That of the results is always there: at the first letter typed nothing below it may move.
  return rows.filter((row) => row.id === 'hits' || row.signs.length > 0);
}
