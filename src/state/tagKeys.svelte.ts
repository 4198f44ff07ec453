import { tagsOf } from '../core/notes/filterNotes.ts';
import type { Note } from '../core/notes/note.ts';
import { readPreference, writePreference } from '../data/preferences.ts';

/** Keys that put a tag, 1 to 9; and what they put before the visitor has tags. */
const MOST = 9;
const FIRST_TAGS: readonly string[] = ['quote', 'idea', 'question'];

/** The tags that the keys 1 to 9 put, in this order: once a tag has a key, it keeps it. */
export class TagKeys {
  readonly #list: readonly string[];

  constructor(notes: () => readonly Note[]) {
    this.#list = $derived.by(() => {
      const own = [...new Set([...stored(), ...tagsOf(notes())])];
      return (own.length > 0 ? own : FIRST_TAGS).slice(0, MOST);
    });
  }

  get list(): readonly string[] {
    return this.#list;
  }

  /** From now on these keys put these tags. */
  keep(): void {
    writePreference('tag-keys', JSON.stringify(this.#list));
  }
}

function stored(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readPreference('tag-keys') ?? '[]');
    return Array.isArray(kept) ? kept.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return []; // whoever wrote that, it was not this program
  }
}
