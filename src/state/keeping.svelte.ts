import type { EpisodeCard } from '../core/episode/episode.ts';
import {
  formatBackup,
  notesToRestore,
  parseBackup,
  partsFrom,
  previewBackup,
  type Backup,
  type BackupPreview,
  type OnConflict,
  type Rest,
} from '../core/notes/backup.ts';
import { formatNotesCsv, formatNotesJsonLd, formatNotesMarkdown } from '../core/notes/exportNotes.ts';
import { decodeNote } from '../core/notes/noteRecord.ts';
import { askToWrite, canWriteFiles, chooseBackupFile, mayWrite, writeBackupFile } from '../data/backupFile.ts';
import type { BackupFile } from '../data/backupFile.ts';
import { downloadText } from '../data/download.ts';
import { deleteEverything, type Leftover } from '../data/everything.ts';
import { attempt } from '../data/outcome.ts';
import type { Snapshot } from '../data/notesSchema.ts';
import { planAdditions, readRest, type Additions } from '../data/rest.ts';
import { restoreAll, undoUnfinished } from '../data/restoring.ts';
import type { Notebook } from './notebook.svelte.ts';

/** The forms in which notes are taken away: what the button says, the file's ending and type, and how it is written. */
const FORMS = {
  markdown: ['Markdown', 'md', 'text/markdown', formatNotesMarkdown],
  'json-ld': ['Web Annotations (JSON-LD)', 'jsonld', 'application/ld+json', formatNotesJsonLd],
  csv: ['CSV for Readwise', 'csv', 'text/csv', formatNotesCsv],
} as const;
export type { Leftover } from '../data/everything.ts';
export type NotesForm = keyof typeof FORMS;
export const NOTES_FORMS = Object.entries(FORMS).map(([form, [label]]) => ({ form: form as NotesForm, label }));

/** Milliseconds of quiet after a change, before the chosen file is written anew. */
const CALM = 2000;

/** A backup that was looked at and may be restored. */
export interface Restoring {
  readonly from: string;
  /** What the backup holds beside the notes, and what of it is not here yet; a snapshot holds nothing else. */
  readonly rest: { readonly of: Rest; readonly missing: Additions } | undefined;
  readonly preview: BackupPreview;
}

/** Where the automatic backup stands: it needs a file, and a permission that browsers forget between visits. */
export type AutomaticBackup = 'impossible' | 'off' | 'on' | 'waiting' | 'failed';

const known = new WeakMap<Notebook, Keeping>();

/** The one that belongs to a notebook. */
export function keepingOf(notebook: Notebook): Keeping {
  const keeping = known.get(notebook) ?? new Keeping(notebook);
  known.set(notebook, keeping);
  return keeping;
}

/** Notes out and in: exports, backups to a file and from one, snapshots, and deleting everything. */
export class Keeping {
  readonly #notebook: Notebook;
  #lastBackup = $state.raw<string>();
  #automatic = $state.raw<AutomaticBackup>(canWriteFiles() ? 'off' : 'impossible');
  #file: BackupFile | undefined;
  #snapshots = $state.raw<readonly Snapshot[]>([]);
  #restoring = $state.raw<Restoring>();
  /** What the last deed came to, in words. */
  #said = $state.raw('');
  #left = $state.raw<readonly Leftover[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(notebook: Notebook) {
    this.#notebook = notebook;
    notebook.onwritten = () => this.#later();
    void this.#load();
  }

  /** ISO 8601; `undefined` before the first one. */
  get lastBackup(): string | undefined {
    return this.#lastBackup;
  }

  get automatic(): AutomaticBackup {
    return this.#automatic;
  }

  get fileName(): string {
    return this.#file?.name ?? '';
  }

  get snapshots(): readonly Snapshot[] {
    return this.#snapshots;
  }

  get restoring(): Restoring | undefined {
    return this.#restoring;
  }

  get said(): string {
    return this.#said;
  }

  /** What deleting everything has left; `undefined` before it was done. */
  get left(): readonly Leftover[] | undefined {
    return this.#left;
  }

  exportNotes(form: NotesForm, episodes: readonly EpisodeCard[]): void {
    const [, ending, type, write] = FORMS[form];
    const page = location.href.replace(/[?#].*$/, '');
    downloadText(`hourline-notes.${ending}`, write(this.#notebook.notes, { episodes, page }), type);
  }

  /** Hands everything to the visitor as one file. */
  async saveBackup(): Promise<void> {
    const text = await this.#write();
    downloadText(`hourline-backup-${new Date().toISOString().slice(0, 10)}.json`, text, 'application/json');
    await this.#done();
  }

  /** Lets the visitor choose the file that is written after every change from now on. */
  async chooseFile(): Promise<void> {
    const file = await chooseBackupFile();
    if (!file) return;
    this.#file = file;
    await this.#notebook.store.setKept('backup-file', file);
    await this.#writeFile();
  }

  async allowFile(): Promise<void> {
    if (this.#file && (await askToWrite(this.#file))) await this.#writeFile();
  }

  async endFile(): Promise<void> {
    this.#file = undefined;
    this.#automatic = 'off';
    await this.#notebook.store.setKept('backup-file', undefined);
  }

  /** Looks at a backup that is to be restored; nothing is changed yet. */
  async look(file: File): Promise<void> {
    const text = await attempt(() => file.text());
    if (!text.ok) {
      this.#said = `“${file.name}” can’t be read: ${text.reason}.`;
      return;
    }
    const parsed = parseBackup(text.value);
    if ('refused' in parsed) {
      this.#said = parsed.refused;
      return;
    }
    const { notes, rest } = parsed.backup;
    const missing = await planAdditions(rest);
    if (missing.ok) this.#look(file.name, notes, { of: rest, missing: missing.value });
    else this.#said = `What is kept here can’t be read, so nothing can be restored: ${missing.reason}.`;
  }

  lookAtSnapshot(snapshot: Snapshot): void {
    const notes = snapshot.notes.flatMap((record) => decodeNote(record) ?? []);
    this.#look(`the snapshot of ${new Date(snapshot.taken).toLocaleString()}`, notes, undefined);
  }

  closeRestoring(): void {
    this.#restoring = undefined;
  }

  /** Restores what was looked at: all of it, or none where the disk refuses. */
  async restore(how: OnConflict): Promise<void> {
    const restoring = this.#restoring;
    if (!restoring) return;
    const notes = notesToRestore(restoring.preview, how, () => crypto.randomUUID());
    const write = (also?: Readonly<Record<string, unknown>>) => this.#notebook.restore(notes, also);
    const restored = restoring.rest ? await restoreAll(this.#notebook.store, restoring.rest.of, write) : await write();
    this.#restoring = undefined;
    this.#said = restored.ok
      ? `Restored ${count(notes.length)}. ${restoring.rest ? 'What came with them is here once the page is loaded anew.' : ''}`
      : `Nothing was restored: ${restored.reason}.`;
    await this.#listSnapshots();
  }

  async deleteAllNotes(): Promise<void> {
    const gone = await this.#notebook.removeMany(this.#notebook.notes);
    this.#said = gone.ok
      ? 'All notes are deleted. The snapshot below brings them back.'
      : `Not deleted: ${gone.reason}.`;
    await this.#listSnapshots();
  }

  /** Deletes everything that Hourline keeps here, and tells what is left. */
  async deleteEverything(): Promise<void> {
    clearTimeout(this.#timer);
    this.#file = undefined;
    this.#snapshots = [];
    this.#lastBackup = undefined;
    this.#notebook.stop();
    this.#left = await deleteEverything();
  }

  async #load(): Promise<void> {
    const { store } = this.#notebook;
    const [last, file] = [await store.getKept<string>('last-backup'), await store.getKept<BackupFile>('backup-file')];
    if (last.ok) this.#lastBackup = last.value;
    await this.#listSnapshots();
    await undoUnfinished(store);
    if (!file.ok || !file.value || this.#automatic === 'impossible') return;
    this.#file = file.value;
    this.#automatic = (await mayWrite(file.value)) ? 'on' : 'waiting';
  }

  #look(from: string, notes: Backup['notes'], rest: Restoring['rest']): void {
    this.#said = '';
    this.#restoring = { from, rest, preview: previewBackup(this.#notebook.notes, notes) };
  }

  async #listSnapshots(): Promise<void> {
    const listed = await this.#notebook.store.snapshots();
    if (listed.ok) this.#snapshots = listed.value;
  }

  async #write(): Promise<string> {
    const rest = await readRest();
    // Where the disk does not answer, the notes are here still, and they are what can't be replaced.
    if (!rest.ok) this.#said = `This backup holds notes only, for the rest can’t be read: ${rest.reason}.`;
    return formatBackup({
      made: new Date().toISOString(),
      notes: this.#notebook.notes,
      rest: rest.ok ? rest.value : partsFrom(() => []),
    });
  }

  #later(): void {
    if (!this.#file || this.#automatic === 'waiting') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#writeFile(), CALM);
  }

  async #writeFile(): Promise<void> {
    if (!this.#file) return;
    const text = await this.#write();
    if (!this.#file) return;
    const written = await writeBackupFile(this.#file, text);
    this.#automatic = written.ok ? 'on' : 'failed';
    if (written.ok) await this.#done();
    else this.#said = `The automatic backup failed: ${written.reason}.`;
  }

  async #done(): Promise<void> {
    this.#lastBackup = new Date().toISOString();
    await this.#notebook.store.setKept('last-backup', this.#lastBackup);
  }
}

const count = (notes: number) => `${notes} ${notes === 1 ? 'note' : 'notes'}`;
