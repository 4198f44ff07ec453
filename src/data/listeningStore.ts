import { del, get, promisifyRequest, update } from 'idb-keyval';
import {
  changeListening,
  decodeListening,
  encodeListening,
  foldListening,
  type ListeningChange,
  type ListeningRecord,
} from '../core/listening/listeningRecord.ts';
import type { FileHandle } from './audioFile.ts';
import { leaveBehind, leftBehind, type LeftBehind } from './leftBehind.ts';
import { attempt, type Outcome } from './outcome.ts';
import { commitOn, strictStore } from './strictStore.ts';

/**
 * How a visitor listened, one record for each episode, and beside it the way to their own audio file. Windows write what
 * they changed, so that none undoes what another did.
 */
export interface ListeningStore {
  load(slug: string): Promise<Outcome<{ readonly record: ListeningRecord; readonly handle: FileHandle | undefined }>>;
  save(slug: string, change: ListeningChange): Promise<Outcome>;
  /** For a page that is being left. */
  saveNow(slug: string, change: ListeningChange): void;
  /** Keeps a file's handle, or forgets it. */
  keep(slug: string, handle: FileHandle | undefined): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

const recordKey = (slug: string) => `listening:${slug}`;
const handleKey = (slug: string) => `file:${slug}`;
/**
 * What a page changed as it was left. It has no time to read the record first, so its change waits until the next write takes
 * it in: in the small storage, or beside the record where that one is full. Each window has one place there for an episode.
 */
const PREFIX = 'hourline:left-listening:';
const leftKey = (slug: string) => `left:${slug}:${Date.now()}:${Math.random()}`;
const allLeft = (slug: string) => IDBKeyRange.bound(`left:${slug}:`, `left:${slug};`, false, true);

/** In the order of time. */
function leftOf(slug: string): readonly LeftBehind[] {
  const timeOf = ({ value }: LeftBehind) => Number((value as { readonly left?: unknown } | null)?.left) || 0;
  return [...leftBehind(`${PREFIX}${slug}/`)].sort((a, b) => timeOf(a) - timeOf(b));
}

/** The record with all that waits to be taken in. */
async function read(
  target: IDBObjectStore,
  slug: string,
  left: readonly LeftBehind[] = leftOf(slug),
): Promise<ListeningRecord> {
  const record = promisifyRequest<unknown>(target.get(recordKey(slug)));
  const beside = promisifyRequest<unknown[]>(target.getAll(allLeft(slug)));
  const changes = [...(await beside), ...left.map(({ value }) => value)];
  return changes.reduce(foldListening, decodeListening(await record));
}

/** Opens the database when it is first used. */
export function openListeningStore(): ListeningStore {
  const store = strictStore('hourline-listening', 'episodes');
  const { use } = store;
  const by = `${Date.now()}:${Math.random()}`;
  return {
    load: (slug) =>
      attempt(async () => ({
        record: await use('readonly', (target) => read(target, slug)),
        handle: await get<FileHandle>(handleKey(slug), use),
      })),
    save: (slug, change) =>
      attempt(async () => {
        const left = leftOf(slug);
        await commitOn(store, async (target) => {
          const record = changeListening(await read(target, slug, left), change);
          target.put(encodeListening(record), recordKey(slug));
          target.delete(allLeft(slug));
        });
        for (const { forget } of left) forget();
      }),
    saveNow(slug, change) {
      const value = encodeListening(change);
      leaveBehind(
        `${PREFIX}${slug}/${by}`,
        { ...value, left: Date.now() },
        () => void store.putNow(leftKey(slug), value),
      );
    },
    keep: (slug, handle) =>
      attempt(() => (handle ? update(handleKey(slug), () => handle, use) : del(handleKey(slug), use))),
    remove: (slug) =>
      attempt(async () => {
        for (const { forget } of leftOf(slug)) forget();
        await commitOn(store, async (target) => {
          for (const key of [recordKey(slug), handleKey(slug), allLeft(slug)]) target.delete(key);
        });
      }),
  };
}
