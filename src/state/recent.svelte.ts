import { readPreference, writePreference } from '../data/preferences.ts';

const MOST = 8;

/** The queries that led somewhere, newest first; kept in this browser. */
export class RecentQueries {
  #queries = $state.raw<readonly string[]>(read());

  get queries(): readonly string[] {
    return this.#queries;
  }

  add(query: string): void {
    const clean = query.trim();
    if (clean === '') return;
    this.#keep([clean, ...this.#queries.filter((other) => other !== clean)].slice(0, MOST));
  }

  forget(): void {
    this.#keep([]);
  }

  #keep(queries: readonly string[]): void {
    this.#queries = queries;
    writePreference('recent', queries.length === 0 ? undefined : JSON.stringify(queries));
  }
}

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readPreference('recent') ?? '[]');
    return Array.isArray(kept) ? [...new Set(kept.filter((query) => typeof query === 'string'))].slice(0, MOST) : [];
  } catch {
    return []; // whoever wrote that, it was not this program
  }
}
