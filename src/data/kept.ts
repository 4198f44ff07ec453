import { sizeOf } from '../core/kept/sizeOf.ts';
import { decodeRecord } from '../core/notes/noteRecord.ts';
import { MIRROR, storageBuckets } from './noteMirror.ts';
import { measureOfflineCopy } from './offlineCopy.ts';

/** What a thing that this browser keeps is. */
export type KeptKind =
  | 'note'
  | 'stone'
  | 'mirror'
  | 'snapshot'
  | 'episode'
  | 'corrections'
  | 'listening'
  | 'recent'
  | 'preference'
  | 'offline'
  | 'other';

/** Something that this browser keeps for Hourline. */
export interface KeptThing {
  readonly kind: KeptKind;
  /** The episode that it is, or belongs to. */
  readonly slug?: string;
  readonly bytes: number;
}

/**
 * Everything that this browser keeps for Hourline, looked up where it lies: every record of every database, every small
 * choice, the copy for offline work. Asks no store what it thinks that it wrote. Rejects where the browser won't tell.
 */
export async function listKept(): Promise<KeptThing[]> {
  const records = (await Promise.all((await databases()).map((name) => recordsOf(indexedDB, name)))).flat();
  const offline = await measureOfflineCopy();
  return [
    ...records,
    ...(await mirrored()),
    ...choices(),
    ...(offline > 0 ? [{ kind: 'offline', bytes: offline } as const] : []),
  ];
}

async function databases(): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('hourline') ? [name] : []));
}

/** The notes' second home, if there is one: looking for it must not make it. */
async function mirrored(): Promise<KeptThing[]> {
  const buckets = storageBuckets();
  if (!(await buckets?.keys())?.includes(MIRROR)) return [];
  return recordsOf((await buckets!.open(MIRROR)).indexedDB, MIRROR);
}

async function recordsOf(factory: IDBFactory, database: string): Promise<KeptThing[]> {
  const db = await answerOf(factory.open(database));
  try {
    const things: KeptThing[] = [];
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([
        answerOf(store.getAllKeys()),
        answerOf(store.getAll() as IDBRequest<unknown[]>),
      ]);
      keys.forEach((key, i) =>
        things.push({ ...describe(database, key, values[i]), bytes: sizeOf(key) + sizeOf(values[i]) }),
      );
    }
    return things;
  } finally {
    db.close();
  }
}

/** What a record is, by where it lies; a deleted note leaves a stone in its place. */
function describe(database: string, key: IDBValidKey, value: unknown): Omit<KeptThing, 'bytes'> {
  if (database === 'hourline' && Array.isArray(key) && (key[0] === 'note' || key[0] === 'snapshot')) {
    const isStone = key[0] === 'note' && decodeRecord(value).is === 'stone';
    return { kind: isStone ? 'stone' : key[0] };
  }
  if (database === MIRROR) return { kind: 'mirror' };
  if (database === 'hourline-listening') return { kind: 'listening' };
  if (database === 'hourline-outlines') return { kind: 'corrections', slug: String(key) };
  // An episode's card and its files are one thing to the visitor.
  const [, slug] = database === 'hourline-shelf' ? (/^(?:card|files):(.*)$/s.exec(String(key)) ?? []) : [];
  return slug === undefined ? { kind: 'other' } : { kind: 'episode', slug };
}

function choices(): KeptThing[] {
  try {
    return Object.entries(localStorage as Record<string, string>)
      .filter(([name]) => name.startsWith('hourline:'))
      .map(([name, value]) => ({ kind: kindOfChoice(name), bytes: sizeOf(name) + sizeOf(value) }));
  } catch {
    return []; // blocked, so nothing is kept there
  }
}

function kindOfChoice(name: string): KeptKind {
  if (name === 'hourline:recent') return 'recent';
  if (name.startsWith('hourline:left-listening:')) return 'listening';
  return name.startsWith('hourline:rescued-note:') ? 'note' : 'preference';
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database does not answer'));
  });
}
