import type { Target } from '../../core/notes/note.ts';
import { TypedAhead } from '../keys/typedAhead.ts';
import type { Later } from '../later/later.svelte.ts';

/**
 * Taking notes while one reads an episode: which note is edited, which was asked for, and what is typed before its editor has
 * come. What is asked for before the notebook is there is done when it is.
 */
export class NoteTaking {
  readonly #later: Later;
  readonly #slug: string;
  readonly #say: (text: string) => void;
  readonly #ahead = new TypedAhead();
  #begun = $state.raw<string>();
  #wanted = $state.raw<string>();
  /** The note whose words are typed ahead. */
  #asked: string | undefined;
  readonly #editing = $derived.by(() => this.#later.rest?.notebook.follow(this.#begun));

  /** `say` tells screen readers what has been done. */
  constructor(later: Later, slug: string, say: (text: string) => void) {
    this.#later = later;
    this.#slug = slug;
    this.#say = say;
  }

  /** The note that is being edited; one that becomes a copy takes its editor along. */
  get editing(): string | undefined {
    return this.#editing;
  }

  /** The note that was asked for in the margin: it is listed, whatever the list is narrowed to. */
  get wanted(): string | undefined {
    return this.#wanted;
  }

  want(id: string | undefined): void {
    this.#wanted = id;
  }

  /** Begins a note on a passage; what is typed until its editor has come is the note's. */
  write(target: Target): void {
    this.endTyping();
    this.#ahead.begin();
    if (!this.#later.rest) this.#say('The note comes in a moment, with what you type; Escape ends it');
    this.#later.use(({ notebook }) => {
      this.edit(undefined); // one that was begun elsewhere is done, or was never one
      this.#asked = this.#begun = notebook.create(this.#slug, target).id;
    });
  }

  highlight(target: Target): void {
    this.#later.use(({ notebook }) => notebook.create(this.#slug, target, { colour: 'yellow' }));
    getSelection()?.removeAllRanges();
    this.#say('Highlighted');
  }

  /** Tags a passage with the visitor's tag of that number, from 0. */
  tag(target: Target, at: number): void {
    this.#later.use(({ notebook }) => {
      const tag = notebook.tagKeys[at];
      if (tag === undefined) return;
      notebook.tag(this.#slug, target, tag);
      this.#say(`Tagged “${tag}”`);
    });
  }

  /** Opens the editor of a note, or closes the one that is open. */
  edit(id: string | undefined): void {
    const editing = this.#editing;
    if (editing !== undefined && editing !== id) this.#later.rest?.notebook.finish(editing);
    this.#begun = id;
  }

  /** Whether a key press is one of what is typed ahead. */
  takes(event: KeyboardEvent): boolean {
    return !this.#later.missing && this.#ahead.takes(event);
  }

  /** The editor has come, or the visitor turns to something else: what was typed is the note's. */
  endTyping(isDone = false): void {
    const body = this.#ahead.end();
    if (body === undefined) return;
    this.#later.use(({ notebook }) => {
      if (body && this.#asked !== undefined) notebook.edit(this.#asked, { body });
      if (isDone) this.edit(undefined);
    });
  }
}
