import { del, get, set } from 'idb-keyval';
import { decodeSections } from '../core/segments/decodeSections.ts';
import type { Section } from '../core/segments/segment.ts';
import { attempt, type Outcome } from './outcome.ts';
import { strictStore } from './strictStore.ts';

/** What a visitor put right in an episode. */
export interface Corrections {
  /** All segments as they are to be; absent where none was touched. */
  readonly sections?: readonly Section[];
  /** By a link's address: the moment at which it is discussed, in seconds, or `null` for nowhere. */
  readonly links: ReadonlyMap<string, number | null>;
}

export const NO_CORRECTIONS: Corrections = { links: new Map() };

/** The stored form; the version stands in each record. */
interface CorrectionsRecord {
  readonly version: 1;
  readonly sections?: readonly Section[];
  readonly links?: readonly (readonly [string, number | null])[];
}

/** The visitor's corrections, one record for each episode. */
export interface OutlineStore {
  load(slug: string): Promise<Outcome<Corrections>>;
  save(slug: string, corrections: Corrections): Promise<Outcome>;
}

/** Opens the database when it is first used. */
export function openOutlineStore(): OutlineStore {
  const { use } = strictStore('hourline-outlines', 'outlines');
  return {
    load: (slug) => attempt(async () => decode(await get<unknown>(slug, use))),
    save: (slug, { sections, links }) =>
      attempt(() => {
        if (!sections && links.size === 0) return del(slug, use);
        const record: CorrectionsRecord = { version: 1, ...(sections ? { sections } : {}), links: [...links] };
        return set(slug, record, use);
      }),
  };
}

function decode(value: unknown): Corrections {
  const record = value as Partial<Record<keyof CorrectionsRecord, unknown>> | undefined;
  if (record?.version !== 1) return NO_CORRECTIONS;
  const sections = decodeSections(record.sections);
  const links = Array.isArray(record.links) ? record.links.filter(isLinkMoment) : [];
  return { ...(sections ? { sections } : {}), links: new Map(links) };
}

function isLinkMoment(value: unknown): value is [string, number | null] {
  return (
    Array.isArray(value) && typeof value[0] === 'string' && (value[1] === null || Number.isFinite(value[1] as unknown))
  );
}
