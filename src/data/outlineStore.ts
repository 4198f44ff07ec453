import { del, get, set } from 'idb-keyval';
import type { Section } from '../core/segments/segment.ts';
import { attempt, type Outcome } from './outcome.ts';
import { strictStore } from './strictStore.ts';

/** What a visitor made of an episode's segments. The version stands in each record. */
interface OutlineRecord {
  readonly version: 1;
  readonly sections: readonly Section[];
}

/** The visitor's corrections of segments, one record for each episode. */
export interface OutlineStore {
  load(slug: string): Promise<Outcome<readonly Section[] | undefined>>;
  save(slug: string, sections: readonly Section[]): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

export function openOutlineStore(): OutlineStore {
  const { use } = strictStore('hourline-outlines', 'outlines');
  return {
    load: (slug) =>
      attempt(async () => {
        const record = await get<OutlineRecord>(slug, use);
        return record?.version === 1 && Array.isArray(record.sections) ? record.sections : undefined;
      }),
    save: (slug, sections) => attempt(() => set(slug, { version: 1, sections } satisfies OutlineRecord, use)),
    remove: (slug) => attempt(() => del(slug, use)),
  };
}
