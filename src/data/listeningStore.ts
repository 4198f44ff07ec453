import { del, get, update } from 'idb-keyval';
import { decodeListening, encodeListening, type ListeningRecord } from '../core/listening/listeningRecord.ts';
import { addRange } from '../core/listening/progress.ts';
import type { FileHandle } from './audioFile.ts';
import { attempt, type Outcome } from './outcome.ts';
import { strictStore } from './strictStore.ts';

/** How a visitor listened, one record for each episode, and beside it the way to their own audio file. */
export interface ListeningStore {
  load(slug: string): Promise<Outcome<{ readonly record: ListeningRecord; readonly handle: FileHandle | undefined }>>;
  save(slug: string, record: ListeningRecord): Promise<Outcome>;
  /** For a page that is being left. */
  saveNow(slug: string, record: ListeningRecord): void;
  /** Keeps a file's handle, or forgets it. */
  keep(slug: string, handle: FileHandle | undefined): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

const recordKey = (slug: string) => `listening:${slug}`;
const handleKey = (slug: string) => `file:${slug}`;

export function openListeningStore(): ListeningStore {
  const store = strictStore('hourline-listening', 'episodes');
  const { use } = store;
  return {
    load: (slug) =>
      attempt(async () => ({
        record: decodeListening(await get<unknown>(recordKey(slug), use)),
        handle: await get<FileHandle>(handleKey(slug), use),
      })),
    save: (slug, record) =>
      attempt(() =>
        // What another window read or heard in the meantime was read and heard.
        update<unknown>(
          recordKey(slug),
          (old) => {
            const ranges = decodeListening(old).ranges.reduce(addRange, record.ranges);
            return encodeListening({ ...record, ranges });
          },
          use,
        ),
      ),
    saveNow(slug, record) {
      try {
        store.putNow(recordKey(slug), encodeListening(record));
      } catch {
        // The page is going; a position a few seconds old is what stays.
      }
    },
    keep: (slug, handle) =>
      attempt(() => (handle ? update(handleKey(slug), () => handle, use) : del(handleKey(slug), use))),
    remove: (slug) =>
      attempt(async () => {
        await del(recordKey(slug), use);
        await del(handleKey(slug), use);
      }),
  };
}
