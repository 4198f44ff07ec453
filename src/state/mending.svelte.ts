import type { Episode } from '../core/episode/episode.ts';
import { IN_STEP, mend, type Clock } from '../core/listening/clock.ts';
import { formatClock } from '../core/time.ts';
import type { Cue } from '../core/transcript/cue.ts';
import { startedAt } from '../core/transcript/reading.ts';
import type { Listening } from './listening.svelte.ts';

const MOST_UNDO = 20;

/** What mending has to know of the player. */
interface Heard {
  heard(): Cue | undefined;
  /** Seconds of the transcript. */
  at(): number;
  /** Seconds of the audio, at this very moment. */
  time(): number;
  say(words: string): void;
}

/** Puts transcript and audio in step: the visitor names the sentence that they hear. */
export class Mending {
  readonly #episode: Episode;
  readonly #listening: Listening;
  readonly #player: Heard;
  #candidate = $state.raw<Cue>();
  #before = $state.raw<readonly Clock[]>([]);

  constructor(episode: Episode, listening: Listening, player: Heard) {
    this.#episode = episode;
    this.#listening = listening;
    this.#player = player;
  }

  /** While the visitor is asked: the sentence that would be taken for the one that is heard. */
  get candidate(): Cue | undefined {
    return this.#candidate;
  }

  get isMended(): boolean {
    return this.#listening.record.clock.length > 0;
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  /** Asks for the sentence that is heard. */
  start(): void {
    this.#candidate = this.#player.heard() ?? startedAt(this.#episode.cues, this.#player.at());
  }

  /** Takes the sentence after (1) or before (-1) for the one that may be meant. */
  turn(by: 1 | -1): void {
    const { cues } = this.#episode;
    const at = this.#candidate ? cues.indexOf(this.#candidate) : -1;
    this.#candidate = cues[at + by] ?? this.#candidate;
  }

  cancel(): void {
    this.#candidate = undefined;
  }

  /** This sentence is heard now. */
  tap(cueId: string | undefined = this.#candidate?.id): void {
    const cue = this.#episode.cues.find(({ id }) => id === cueId);
    this.#candidate = undefined;
    if (!cue) return;
    this.#write(mend(this.#listening.record.clock, cue.start, this.#player.time()));
    this.#player.say(`In step from ${formatClock(cue.start)} on.`);
  }

  undo(): void {
    const before = this.#before.at(-1);
    if (!before) return;
    this.#before = this.#before.slice(0, -1);
    this.#listening.change({ clock: before }, true);
  }

  /** Back to one clock for both; can be undone. */
  reset(): void {
    this.#write(IN_STEP);
  }

  #write(clock: Clock): void {
    this.#before = [...this.#before, this.#listening.record.clock].slice(-MOST_UNDO);
    this.#listening.change({ clock }, true);
  }
}
