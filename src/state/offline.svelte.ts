import type { EpisodeOnRequest, OfflineReport } from '../core/offline/offlineCopy.ts';
import { openOfflineCopy, type OfflineCopy } from '../data/offlineCopy.ts';

/** Milliseconds after which a window that is returned to looks for a new version. */
const AGE = 3_600_000;

/** Whether everything works without the network, and whether a newer version of the page is there. */
export class Offline {
  readonly #copy: OfflineCopy | undefined;
  readonly #page: string;
  #report = $state.raw<OfflineReport>();
  #declined = $state.raw(false);
  #storing = $state.raw<string>();
  #updated = 0;

  /** `page` is the address of the page's main module, by which the worker knows the page's version. */
  constructor(page: string, copy = openOfflineCopy()) {
    this.#page = page;
    this.#copy = copy;
  }

  /** Whether all that is needed is stored. */
  get ready(): boolean {
    return this.#report?.ready ?? false;
  }

  /** Whether a newer version is stored, which a reload would show; until then the page goes on as it is. */
  get outdated(): boolean {
    return !this.#declined && (this.#report?.outdated ?? false);
  }

  /** Episodes that are stored for offline work only when asked for: those beyond what every browser stores. */
  get episodes(): readonly EpisodeOnRequest[] {
    return this.#report?.episodes ?? [];
  }

  /** The episode that is being stored. */
  get storing(): string | undefined {
    return this.#storing;
  }

  /** Begins to keep the copy, where the browser can. */
  start(): void {
    if (!this.#copy) return;
    this.#copy.onchange(() => void this.#look());
    // What failed for want of a connection is tried again; a window that stays open for days hears of a new version.
    addEventListener('online', () => void this.#update());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && Date.now() - this.#updated > AGE) void this.#update();
    });
    void this.#update();
  }

  /** The page stays as it is; the offer comes again with the next version or the next visit. */
  decline(): void {
    this.#declined = true;
  }

  /** Stores episodes, one after the other. */
  async store(slugs: readonly string[]): Promise<void> {
    for (const slug of slugs) {
      this.#storing = slug;
      this.#hear(await this.#copy?.ask({ ask: 'store', slug }));
    }
    this.#storing = undefined;
  }

  async remove(slug: string): Promise<void> {
    this.#hear(await this.#copy?.ask({ ask: 'remove', slug }));
  }

  async #update(): Promise<void> {
    this.#updated = Date.now();
    try {
      await this.#look();
      await this.#copy?.update();
    } catch {
      // No connection, or a browser that won't: the page works on without a copy, or with the one that is there.
    }
  }

  async #look(): Promise<void> {
    const before = this.#report?.outdated;
    const report = await this.#copy?.ask({ ask: 'report', page: this.#page });
    if (before !== report?.outdated) this.#declined = false;
    this.#report = report;
  }

  /** An answer to something else than how the page stands to the worker leaves that as it is. */
  #hear(report: OfflineReport | undefined): void {
    if (report) this.#report = { ...report, outdated: this.#report?.outdated ?? false };
  }
}
