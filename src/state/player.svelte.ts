import { episodeName, type Episode } from '../core/episode/episode.ts';
import type { Moment } from '../core/link.ts';
import { audioTimeOf, transcriptTimeOf, type Clock } from '../core/listening/clock.ts';
import { dueAt, momentsAfter, SHORT, type Dues } from '../core/listening/dues.ts';
import { nextStop, previousStop, rangeAt, sponsorReads, stopsOf } from '../core/listening/stops.ts';
import type { Section } from '../core/segments/segment.ts';
import { formatClock } from '../core/time.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { startedAt } from '../core/transcript/reading.ts';
import { hostOf } from '../core/url.ts';
import { canKeepFiles, openKept, pickAudio, type FileHandle } from '../data/audioFile.ts';
import { leaveMediaKeys, showMediaState, takeMediaKeys } from '../data/mediaKeys.ts';
import { readPreference, writePreference } from '../data/preferences.ts';
import { Sound, type SoundFault } from '../data/sound.ts';
import { whyNotFile, whyNotFrom } from './audioTrouble.ts';
import type { Listening } from './listening.svelte.ts';
import { Mending } from './mending.svelte.ts';

/** Where the sound comes from: the published address, or the visitor's own file. */
export type AudioSource =
  | { readonly is: 'published'; readonly url: string; readonly host: string }
  | { readonly is: 'file'; readonly name: string; readonly file: File }
  | { readonly is: 'kept'; readonly name: string; readonly handle: FileHandle };

/** Seconds of talk between two ticks beyond which something was jumped over, not heard. */
const LEAP = 5;
/** Seconds before a moment at which a timer of our own is better than the browser's four ticks a second. */
const NEAR = 0.4;
/** What a browser rounds a time by at most, in seconds: a cue that is gone to has begun. */
const ROUNDING = 0.001;

/** What is played along with: an episode, and how the visitor has it divided. */
export interface Talk {
  readonly episode: Episode;
  /** As the visitor has them, with corrections. */
  readonly sections: () => readonly Section[];
  /** Where segments start, ascending, published ones included. */
  readonly stops: () => readonly { readonly start: number; readonly title: string }[];
}

/**
 * Plays an episode's sound along its transcript. Moments that come in and go out are seconds of the transcript; the
 * clock turns them into those of the audio. Nothing is fetched before `play`.
 */
export class Player {
  /** How the two clocks are put in step. */
  readonly mending: Mending;
  readonly #talk: Talk;
  readonly #listening: Listening;
  #sound: Sound | undefined;
  #source = $state.raw<AudioSource>();
  #time = $state.raw(0);
  #length = $state.raw<number>();
  #playing = $state.raw(false);
  #waiting = $state.raw(false);
  #begun = $state.raw(false);
  #trouble = $state.raw<string>();
  #said = $state.raw('');
  #sleepAt = $state.raw<number>();
  #skipping = $state.raw(readPreference('skip-sponsors') === 'on');
  /** Where a passage that was asked for ends. */
  #until: number | undefined;
  /** The sponsor's read that was gone to on purpose, by its start. */
  #welcome: number | undefined;
  /** Whether the visitor has chosen a place; then the remembered one is no longer meant. */
  #placed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(talk: Talk, listening: Listening) {
    this.#talk = talk;
    this.#listening = listening;
    this.#source = published(talk.episode);
    this.mending = new Mending(talk.episode, listening, {
      heard: () => this.cue,
      at: () => this.at,
      time: () => this.#now(),
      say: (words) => (this.#said = words),
    });
    void this.#load();
  }

  /** Whether there is anything to play. */
  get available(): boolean {
    return this.#source !== undefined;
  }

  get source(): AudioSource | undefined {
    return this.#source;
  }

  /** The name of an audio file that was attached before and has to be given again. */
  get missing(): string | undefined {
    return this.#source?.is === 'file' || this.#source?.is === 'kept' ? undefined : this.#listening.record.file;
  }

  /** Seconds of the transcript, some four times a second and at each cue. */
  get at(): number {
    return transcriptTimeOf(this.#clock, this.#time);
  }

  /** Seconds of the audio. */
  get time(): number {
    return this.#time;
  }

  /** Seconds of the audio: as it says, or as was published. */
  get length(): number {
    return this.#length ?? audioTimeOf(this.#clock, this.#talk.episode.duration);
  }

  get isPlaying(): boolean {
    return this.#playing;
  }

  /** Whether sound is wanted and still on its way. */
  get isWaiting(): boolean {
    return this.#playing && this.#waiting;
  }

  /** Whether anything was played in this visit. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** The cue that is heard, or was last, once something was played. */
  get cue(): Cue | undefined {
    const { cues, uncovered } = this.#talk.episode;
    if (!this.#begun || rangeAt(uncovered, this.at)) return undefined;
    const at = this.at + ROUNDING;
    const cue = startedAt(cues, at);
    return cue && cue.start <= at ? cue : undefined;
  }

  get speed(): number {
    return this.#listening.record.speed;
  }

  /** What went wrong, in words, until it is tried again. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** What the player did of its own accord, in words. */
  get said(): string {
    return this.#said;
  }

  get hasSponsors(): boolean {
    return this.#reads.length > 0;
  }

  get skipsSponsors(): boolean {
    return this.#skipping;
  }

  get hasSegments(): boolean {
    return this.#talk.stops().length > 1;
  }

  /** Where the sound will stop by itself, in seconds of the transcript. */
  get sleepAt(): number | undefined {
    return this.#sleepAt;
  }

  /** How much later than in the transcript things are said here, in seconds. */
  get offset(): number {
    return this.#time - this.at;
  }

  /** Whether the browser can remember a file until the next visit. */
  get keepsFiles(): boolean {
    return canKeepFiles();
  }

  /** Takes the page's audio element; gives back how to let go of it. */
  take(element: HTMLAudioElement): () => void {
    this.#sound = new Sound(element, {
      tick: (time) => this.#tick(time),
      playing: (on) => this.#setPlaying(on),
      waiting: (on) => (this.#waiting = on),
      length: (seconds) => (this.#length = seconds),
      ended: () => {
        this.#sleepAt = undefined;
        this.#stop('The audio ends here.');
      },
      fault: (fault) => this.#fail(fault),
    });
    return () => this.#close();
  }

  /** Plays on, or a passage only, up to its end. Seconds of the transcript. */
  async play(passage?: Moment): Promise<void> {
    const source = this.#source;
    const sound = this.#sound;
    if (!source || !sound) return;
    this.#trouble = undefined;
    this.#said = '';
    if (passage) this.#place(passage);
    else if (this.#time >= this.length - 0.5) this.#seek(0);
    if (!this.#begun) this.#greet();
    this.#welcome = rangeAt(this.#reads, this.at)?.start;
    if (!sound.isOpen) {
      if (source.is === 'kept') {
        const file = await openKept(source.handle);
        if (!file.ok) {
          this.#trouble = `“${source.name}” can’t be read (${file.reason}). It may have been moved: attach it again.`;
          return;
        }
        sound.open(file.value, this.#time, this.speed);
      } else sound.open(source.is === 'file' ? source.file : source.url, this.#time, this.speed);
    }
    this.#begun = true;
    this.#listening.dismiss();
    await sound.play();
  }

  pause(): void {
    this.#sound?.pause();
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else void this.play();
  }

  /** Goes on or back in the audio by seconds. */
  seekBy(seconds: number): void {
    this.seekAudio(this.#time + seconds);
  }

  /** Goes to a time of the audio. */
  seekAudio(time: number): void {
    this.#until = undefined;
    this.#seek(Math.min(this.length, Math.max(0, time)));
    this.#keep();
  }

  /** Goes to the next segment (1), or to this one's start and then to those before it (-1). */
  turn(by: 1 | -1): void {
    const stops = stopsOf(this.#talk.stops(), this.#skipping ? this.#reads : []);
    const to = by === 1 ? nextStop(stops, this.at) : previousStop(stops, this.at);
    if (to !== undefined) this.seekAudio(audioTimeOf(this.#clock, to));
  }

  /** The visitor went to a moment of the transcript: what plays goes along, what does not will begin there. */
  arrive(moment: Moment): void {
    this.#place(moment);
    this.#placed = true;
  }

  setSpeed(speed: number): void {
    this.#sound?.setSpeed(speed);
    this.#listening.change({ speed }, true);
    this.#arm();
  }

  setSkipping(on: boolean): void {
    this.#skipping = on;
    writePreference('skip-sponsors', on ? 'on' : 'off');
  }

  /** Stops at the end of the segment that is heard, or no more. */
  setSleep(on: boolean): void {
    this.#sleepAt = on ? (nextStop(stopsOf(this.#talk.stops()), this.at) ?? this.#talk.episode.duration) : undefined;
    this.#arm();
  }

  /** Takes a file of the visitor's own; it stays on the machine. */
  attach(file: File, handle?: FileHandle): void {
    this.#change({ is: 'file', name: file.name, file });
    this.#listening.keepFile(file.name, handle);
    this.#sound?.open(file, this.#time, this.speed);
  }

  /** Lets the visitor choose a file that is remembered. */
  async choose(): Promise<void> {
    const picked = await pickAudio();
    const file = picked.ok ? picked.value && (await openKept(picked.value)) : picked;
    if (file?.ok && picked.ok) this.attach(file.value, picked.value);
    else if (file && !file.ok) this.#trouble = `The file can’t be read (${file.reason}).`;
  }

  /** Forgets the visitor's own file. */
  detach(): void {
    this.#change(published(this.#talk.episode));
    this.#listening.keepFile(undefined, undefined);
    this.#begun = false;
  }

  get #clock(): Clock {
    return this.#listening.record.clock;
  }

  get #reads() {
    return sponsorReads(this.#talk.sections());
  }

  get #dues(): Dues {
    return {
      until: this.#until,
      sleepAt: this.#sleepAt,
      skipped: this.#skipping ? this.#reads : [],
      welcome: this.#welcome,
    };
  }

  async #load(): Promise<void> {
    const handle = await this.#listening.load();
    if (handle && this.#source?.is !== 'file') this.#source = { is: 'kept', name: handle.name, handle };
    if (!this.#placed && !this.#begun) this.#time = this.#listening.record.position;
  }

  #change(source: AudioSource | undefined): void {
    this.#sound?.shut();
    this.#source = source;
    this.#length = undefined;
    this.#trouble = undefined;
    this.#setPlaying(false);
  }

  #place({ start, end }: Moment): void {
    this.#seek(audioTimeOf(this.#clock, start));
    this.#until = end;
  }

  /** The one gateway for every move that is not the sound's own. */
  #seek(time: number): void {
    this.#time = time;
    if (this.#sound?.isOpen) this.#sound.seek(time);
    this.#welcome = rangeAt(this.#reads, this.at)?.start;
    if (this.#sleepAt !== undefined) this.setSleep(true);
    this.#arm();
  }

  #tick(time: number): void {
    const before = this.at;
    this.#time = time;
    const at = this.at;
    if (this.#playing && at > before && at - before < LEAP * this.speed)
      this.#listening.hear({ start: before, end: at });
    if (this.#playing) this.#heed(at);
    this.#arm();
  }

  /** What is to happen of its own accord at a moment: the end of a passage or a segment, a sponsor's read. */
  #heed(at: number): void {
    const due = dueAt(this.#dues, at);
    if (due?.is === 'passage-end') {
      this.#until = undefined;
      this.#stop(`The passage ends at ${formatClock(due.at)}.`, due.at);
    } else if (due?.is === 'sleep') {
      this.#sleepAt = undefined;
      this.#stop(`Stopped at the end of the segment, ${formatClock(due.at)}.`, due.at);
    } else if (due?.is === 'skip') {
      const { start, end } = due.read;
      this.#seek(audioTimeOf(this.#clock, end));
      this.#said = `Skipped what the sponsor has to say, ${formatClock(start)} to ${formatClock(end)}.`;
    }
  }

  #stop(said: string, at?: number): void {
    this.#sound?.pause();
    if (at !== undefined) this.#seek(Math.max(0, audioTimeOf(this.#clock, at) - SHORT));
    this.#said = said;
    this.#setPlaying(false);
  }

  /** Sets a timer for the next moment that matters, where the browser's own ticks would come late. */
  #arm(): void {
    clearTimeout(this.#timer);
    if (!this.#playing || !this.#sound) return;
    const wait = Math.min(
      ...momentsAfter(this.#dues, this.#talk.episode.cues, this.at)
        .map((moment) => audioTimeOf(this.#clock, moment) - this.#time)
        .filter((seconds) => seconds > 0),
    );
    if (wait < NEAR * this.speed)
      this.#timer = setTimeout(() => this.#sound && this.#tick(this.#sound.time), (wait / this.speed) * 1000);
  }

  #setPlaying(on: boolean): void {
    this.#now();
    if (this.#playing && !on) this.#keep();
    this.#playing = on;
    if (this.#begun) showMediaState(on, this.length, this.#time, this.speed);
    this.#arm();
  }

  /** Seconds of the audio at this very moment, of which the last tick may fall short. */
  #now(): number {
    if (this.#sound?.isOpen) this.#time = this.#sound.time;
    return this.#time;
  }

  #keep(): void {
    this.#listening.change({ position: this.#time }, true);
  }

  #greet(): void {
    const { episode } = this.#talk;
    takeMediaKeys(
      { title: episode.title, artist: episode.show, album: episodeName(episode) },
      {
        play: () => void this.play(),
        pause: () => this.pause(),
        seekBy: (seconds) => this.seekBy(seconds),
        seekTo: (time) => this.seekAudio(time),
        previous: () => this.turn(-1),
        next: () => this.turn(1),
      },
    );
  }

  #fail(fault: SoundFault): void {
    const source = this.#source;
    if (!source) return;
    this.#trouble = source.is === 'published' ? whyNotFrom(source.host, fault) : whyNotFile(source.name, fault);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#sound?.close();
    this.#sound = undefined;
    if (this.#begun) {
      this.#keep();
      leaveMediaKeys();
    }
    this.#listening.close();
  }
}

function published({ audio }: Episode): AudioSource | undefined {
  return audio && { is: 'published', url: audio.url, host: hostOf(audio.url) };
}
