import { attempt } from './outcome.ts';

/** Why there is no sound: the network, the format, or the browser that wants a press first. */
export type SoundFault = 'network' | 'broken' | 'unplayable' | 'refused';

/** What a sound tells of itself. Times are seconds. */
export interface SoundReports {
  tick(time: number): void;
  /** `true` once it is wanted and heard, or about to be. */
  playing(on: boolean): void;
  waiting(on: boolean): void;
  length(seconds: number): void;
  ended(): void;
  fault(fault: SoundFault): void;
}

/** The page's one audio element. It has no address, and so fetches nothing, until `open`. */
export class Sound {
  readonly #element: HTMLAudioElement;
  readonly #reports: SoundReports;
  readonly #listening = new AbortController();
  #owned: string | undefined;
  /** Where to begin, until the element knows how long the sound is. */
  #start: number | undefined;

  constructor(element: HTMLAudioElement, reports: SoundReports) {
    this.#element = element;
    this.#reports = reports;
    const on = (name: keyof HTMLMediaElementEventMap, heed: () => void) =>
      element.addEventListener(name, heed, { signal: this.#listening.signal });
    on('loadedmetadata', () => this.#begin());
    on('durationchange', () => Number.isFinite(element.duration) && reports.length(element.duration));
    // An element that lets go of its sound goes back to 0, which is nobody's place.
    const tick = () => this.isOpen && this.#start === undefined && reports.tick(element.currentTime);
    on('timeupdate', tick);
    on('seeked', tick);
    on('play', () => reports.playing(true));
    on('pause', () => reports.playing(false));
    on('waiting', () => reports.waiting(true));
    on('playing', () => reports.waiting(false));
    on('ended', () => reports.ended());
    on('error', () => this.#fail());
  }

  get isOpen(): boolean {
    return this.#element.hasAttribute('src');
  }

  get time(): number {
    return this.#start ?? this.#element.currentTime;
  }

  /** Takes an address, which is fetched when it is played, or a file, of which the length is read at once. */
  open(source: string | File, start: number, speed: number): void {
    this.#release();
    this.#start = start;
    this.#element.preload = typeof source === 'string' ? 'none' : 'metadata';
    this.#owned = typeof source === 'string' ? undefined : URL.createObjectURL(source);
    this.#element.src = this.#owned ?? (source as string);
    this.#element.defaultPlaybackRate = speed;
    this.#element.playbackRate = speed;
  }

  async play(): Promise<void> {
    if (!this.isOpen) return;
    const begun = await attempt(() => this.#element.play().catch((error: unknown) => this.#refuse(error)));
    if (!begun.ok) this.#reports.fault('refused');
  }

  pause(): void {
    this.#element.pause();
  }

  seek(time: number): void {
    if (this.#start !== undefined) this.#start = time;
    else this.#element.currentTime = time;
  }

  setSpeed(speed: number): void {
    this.#element.defaultPlaybackRate = speed;
    this.#element.playbackRate = speed;
  }

  /** Falls silent and lets go of what it held. */
  shut(): void {
    this.#element.pause();
    this.#release();
  }

  /** As `shut`, for good. */
  close(): void {
    this.#listening.abort();
    this.shut();
  }

  #begin(): void {
    const start = this.#start ?? 0;
    this.#start = undefined;
    if (start > 0) this.#element.currentTime = Math.min(start, this.#element.duration || start);
  }

  #release(): void {
    if (this.isOpen) {
      this.#element.removeAttribute('src');
      this.#element.load();
    }
    if (this.#owned !== undefined) URL.revokeObjectURL(this.#owned);
    this.#owned = undefined;
    this.#start = undefined;
  }

  #fail(): void {
    const code = this.#element.error?.code;
    if (!this.isOpen || code === undefined || code === MediaError.MEDIA_ERR_ABORTED) return;
    this.#release();
    this.#reports.playing(false);
    const network = code === MediaError.MEDIA_ERR_NETWORK;
    this.#reports.fault(network ? 'network' : code === MediaError.MEDIA_ERR_DECODE ? 'broken' : 'unplayable');
  }

  /** A pause in the middle of starting is no failure, and what can't be played is told by the error event. */
  #refuse(error: unknown): void {
    if (error instanceof DOMException && error.name === 'NotAllowedError') throw error;
  }
}
