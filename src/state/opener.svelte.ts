import type { Preview } from '../core/episode/opening.ts';
import { filesOf, namedFiles } from '../data/dropped.ts';
import { whenLaunched } from '../data/launched.ts';
import { attempt } from '../data/outcome.ts';
import { OpeningError, readFiles, type NamedFile, type Opening } from '../data/reader.ts';
import type { Library } from './library.svelte.ts';

/** Where the opening of files is. */
export type OpenerState =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly share: number }
  | { readonly is: 'preview'; readonly opening: Opening }
  | { readonly is: 'refused'; readonly reason: string };

/** A visitor opens files: chosen, dropped or pasted; read in a worker, looked at, then added. */
export class Opener {
  #state = $state.raw<OpenerState>({ is: 'idle' });
  #cancel: AbortController | undefined;
  #files: readonly NamedFile[] = [];
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  get state(): OpenerState {
    return this.#state;
  }

  openFiles(files: readonly File[]): void {
    void this.#open(() => Promise.resolve(namedFiles(files)));
  }

  openDropped(transfer: DataTransfer): void {
    const files = filesOf(transfer);
    void this.#open(() => files);
  }

  /** From now on opens what the system's file manager hands to an installed Hourline. */
  openLaunched(): void {
    whenLaunched((files) => void this.#open(() => files));
  }

  openText(text: string): void {
    void this.#open(() => Promise.resolve([{ name: 'Pasted transcript', file: new Blob([text]) }]));
  }

  /** Ends what is going on; nothing was kept. */
  close(): void {
    this.#cancel?.abort();
    this.#files = [];
    this.#state = { is: 'idle' };
  }

  /** Adds what was looked at; gives the slug of the first. */
  async add(previews: readonly Preview[]): Promise<string | undefined> {
    const slugs: (string | undefined)[] = [];
    for (const preview of previews) {
      const own = this.#files.filter(({ name }) => preview.files.includes(name));
      slugs.push(await this.#library.add(preview, own));
    }
    this.close();
    return slugs.find((slug) => slug !== undefined);
  }

  async #open(files: () => Promise<NamedFile[]>): Promise<void> {
    this.#cancel?.abort();
    const cancel = new AbortController();
    this.#cancel = cancel;
    const start = performance.now();
    const show = (state: OpenerState) => {
      if (!cancel.signal.aborted) this.#state = state;
    };
    show({ is: 'reading', share: 0 });
    try {
      const brought = await attempt(files);
      // What was opened since is what counts, however long this one took.
      if (cancel.signal.aborted) return;
      if (!brought.ok) throw new OpeningError(`The files can’t be read: ${brought.reason}.`);
      const chosen = brought.value;
      this.#files = chosen;
      const opening = await readFiles(chosen, (share) => show({ is: 'reading', share }), cancel.signal);
      const bytes = chosen.reduce((sum, { file }) => sum + file.size, 0);
      performance.measure('import', { start, detail: { bytes, episodes: opening.previews.length } });
      show({ is: 'preview', opening });
    } catch (error) {
      if (!(error instanceof OpeningError)) throw error;
      show({ is: 'refused', reason: error.message });
    }
  }
}
