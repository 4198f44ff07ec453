import { KEYS, NOTES_DATABASE, NOTES_SCHEMA, NOTES_STORE } from '../notesSchema.ts';
import { strictStore, type StrictStore } from '../strictStore.ts';

/** Ways in which a store of notes goes wrong; a test of the store that lets one of them pass is no test. */
export const FAULTS = [
  'writes without looking',
  'drops some writes',
  'keeps all notes under one key',
  'forgets to delete',
  'reads what was there before',
  'loses ids that objects have',
  'tears what is restored',
  'loses last keystrokes',
  'never takes snapshots',
  'mixes up who wrote',
] as const;
export type Fault = (typeof FAULTS)[number];

/** The store that notes are kept in, with a fault built in. */
export function faultyStore(fault: Fault | undefined): StrictStore {
  const real = strictStore(NOTES_DATABASE, NOTES_STORE, NOTES_SCHEMA);
  let writes = 0;

  const isKind = (key: IDBValidKey | IDBKeyRange, kind: string) => Array.isArray(key) && key[0] === kind;
  const spoilt = (target: IDBObjectStore): Partial<Record<string, unknown>> => ({
    get(key: IDBValidKey) {
      const blind = fault === 'writes without looking' && isKind(key, 'note');
      return target.get(blind ? KEYS.note('nowhere') : oneKey(key));
    },
    put(value: Record<string, unknown>, key: IDBValidKey) {
      if (isKind(key, 'note')) {
        writes += 1;
        if (fault === 'drops some writes' && writes % 4 === 0) return target.count();
        if (fault === 'forgets to delete' && 'deleted' in value) return target.count();
        if (fault === 'loses ids that objects have' && String((key as unknown[])[1]) in {}) return target.count();
        if (fault === 'mixes up who wrote') return target.put({ ...value, by: 'w0' }, key);
      }
      if (fault === 'never takes snapshots' && isKind(key, 'snapshot')) return target.count();
      return target.put(value, oneKey(key));
    },
    getAll(range: IDBKeyRange) {
      if (fault !== 'reads what was there before') return target.getAll(range);
      return target.getAll(range, 1);
    },
  });
  const oneKey = (key: IDBValidKey) =>
    fault === 'keeps all notes under one key' && isKind(key, 'note') ? KEYS.note('all') : key;

  return {
    ...real,
    use: (mode, callback) =>
      real.use(mode, (target) => {
        const faults = spoilt(target);
        const transaction = new Proxy(target.transaction, {
          get: (own, name) => {
            if (fault === 'tears what is restored' && name === 'abort') return () => undefined;
            const value: unknown = Reflect.get(own, name, own);
            return typeof value === 'function' ? value.bind(own) : value;
          },
          set: (own, name, value) => Reflect.set(own, name, value, own),
        });
        return callback(
          new Proxy(target, {
            get: (own, name) => {
              if (name === 'transaction') return transaction;
              const value: unknown = faults[String(name)] ?? Reflect.get(own, name, own);
              return typeof value === 'function' ? value.bind(own) : value;
            },
          }),
        );
      }),
  };
}
