import type { Episode } from '../core/episode/episode.ts';
import {
  changeListening,
  NEVER_LISTENED,
  type ListeningChange,
  type ListeningRecord,
} from '../core/listening/listeningRecord.ts';
import { addRange, continueAt, readWithin, shareOf } from '../core/listening/progress.ts';
import type { TimeRange } from '../core/time.ts';
import type { FileHandle } from '../data/audioFile.ts';
import { openListeningStore, type ListeningStore } from '../data/listeningStore.ts';
import { listenForLeaving } from '../data/leftBehind.ts';

/** Milliseconds between two writes while a visitor listens or reads. */
const PACE = 2000;
/** Seconds that a visitor stays at a place before it is where they stopped: a glance is none. */
const STAY = 2;

/** One for the page: a connection that each episode opened anew would stay open for as long as the page. */
let shared: ListeningStore | undefined;

/**
 * How far a visitor has come in an episode: what was read or heard, where they stopped, and what the player keeps. Where
 * the disk fails it holds for the visit.
 */
export class Listening {
  readonly #episode: Episode;
  readonly #store: ListeningStore;
  #record = $state.raw(NEVER_LISTENED);
  #offer = $state.raw<number>();
  /** What is not on disk yet. */
  #changed: ListeningChange = {};
  #stayed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #leaving = new AbortController();
  #isForgotten = false;

  constructor(episode: Episode, store: ListeningStore = (shared ??= openListeningStore())) {
    this.#episode = episode;
    this.#store = store;
    listenForLeaving(() => this.#flush(), { signal: this.#leaving.signal });
  }

  get record(): ListeningRecord {
    return this.#record;
  }

  /** What was read or heard: merged, ascending, in seconds of the transcript. */
  get ranges(): readonly TimeRange[] {
    return this.#record.ranges;
  }

  /** How much of the transcript that is, 0 to 1. */
  get share(): number {
    return shareOf(this.#record.ranges, this.#episode.coverage);
  }

  /** Where the last visit stopped, in seconds, until it is taken up or declined. */
  get offer(): number | undefined {
    return this.#offer;
  }

  /** What is on disk, with the way to the visitor's own audio. What was done since is newer. */
  async load(): Promise<FileHandle | undefined> {
    const loaded = await this.#store.load(this.#episode.slug);
    if (!loaded.ok) return undefined;
    const { record, handle } = loaded.value;
    this.#record = changeListening(record, this.#changed);
    this.#offer = continueAt(record.stopped, this.#episode.coverage);
    return handle;
  }

  dismiss(): void {
    this.#offer = undefined;
  }

  /** A stretch was on screen, still, for `seconds`; for the last of them, where `moved` since the page was opened. */
  see(view: TimeRange, seconds: number, moved: boolean): void {
    const read = readWithin(this.#episode.cues, view, seconds);
    const ranges = read ? addRange(this.#record.ranges, read) : this.#record.ranges;
    this.#stayed = moved ? this.#stayed + 1 : 0;
    const hasStopped = this.#stayed > STAY && view.start !== this.#record.stopped;
    // A page that is left open writes nothing.
    if (ranges === this.#record.ranges && !hasStopped) return;
    this.change({ ranges, ...(hasStopped ? { stopped: view.start } : {}) });
  }

  /** A stretch was heard; the visitor is at its end. */
  hear({ start, end }: TimeRange): void {
    this.change({ ranges: addRange(this.#record.ranges, { start, end }), stopped: end });
  }

  /** The one gateway for what is kept. */
  change(part: ListeningChange, now = false): void {
    this.#record = changeListening(this.#record, part);
    if (this.#isForgotten) return;
    this.#changed = { ...this.#changed, ...part };
    if (now) void this.#save();
    else this.#timer ??= setTimeout(() => void this.#save(), PACE);
  }

  /** Keeps the way to an audio file, where the browser can; its name in any case. */
  keepFile(name: string | undefined, handle: FileHandle | undefined): void {
    void this.#store.keep(this.#episode.slug, handle);
    this.change({ file: name }, true);
  }

  /** The episode is removed: what is known of it is written no more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#isForgotten = true;
    this.#changed = {};
  }

  close(): void {
    this.#flush();
    this.#leaving.abort();
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const sent = this.#changed;
    const saved = await this.#store.save(this.#episode.slug, sent);
    if (saved.ok && this.#changed === sent) this.#changed = {};
  }

  /** What is on its way counts as waiting: a page that goes takes its unfinished writes along. */
  #flush(): void {
    if (Object.keys(this.#changed).length === 0) return;
    this.#store.saveNow(this.#episode.slug, this.#changed);
    // A page that was only looked away from goes on, and must not say the same again later.
    void this.#save();
  }
}
