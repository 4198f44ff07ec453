import type { Episode } from '../core/episode/episode.ts';
import type { Found } from '../core/search/answer.ts';
import type { TimeRange } from '../core/time.ts';
import { talkedAbout } from '../core/timeline/marks.ts';
import type { Topic } from '../core/topics/topic.ts';
import { speakersOf, voicesOf } from '../core/transcript/cue.ts';

/** Seconds about a topic's mentions that are still about it. */
const NEAR = 15;

/** What a search is narrowed to: a speaker, a stretch of the talk, where a topic is talked about. */
export class Narrowing {
  readonly #episode: Pick<Episode, 'cues' | 'topics'>;
  #speaker = $state.raw<string>();
  #range = $state.raw<TimeRange>();
  #topic = $state.raw<string>();
  readonly #speakers = $derived.by(() => speakersOf(this.#episode.cues));
  readonly #voices = $derived.by(() => voicesOf(this.#episode.cues));
  readonly #lane = $derived.by(() => this.#episode.topics.find(({ id }) => id === this.#topic));
  readonly #talked = $derived.by(() => this.#lane && talkedAbout(this.#lane.mentions, NEAR));

  constructor(episode: Pick<Episode, 'cues' | 'topics'>) {
    this.#episode = episode;
  }

  /** Who speaks, those who say most first. */
  get speakers(): readonly string[] {
    return this.#speakers;
  }

  /** Who says which cue, by its id. */
  get voices(): ReadonlyMap<string, string> {
    return this.#voices;
  }

  get speaker(): string | undefined {
    return this.#speaker;
  }

  /** Seconds. */
  get range(): TimeRange | undefined {
    return this.#range;
  }

  /** The topic whose lane is chosen. */
  get topic(): Topic | undefined {
    return this.#lane;
  }

  toSpeaker(name: string | undefined): void {
    this.#speaker = name;
  }

  toRange(range: TimeRange | undefined): void {
    this.#range = range;
  }

  /** To the topic of that id. */
  toTopic(id: string | undefined): void {
    this.#topic = id;
  }

  /** Tells whether something found is within all of it. */
  get keep(): (found: Found) => boolean {
    const [speaker, range, talked, voices] = [this.#speaker, this.#range, this.#talked, this.#voices];
    return ({ cue, start, end }) =>
      (speaker === undefined || voices.get(cue) === speaker) &&
      (range === undefined || (start < range.end && end > range.start)) &&
      (talked === undefined || talked.some((stretch) => start < stretch.end && end > stretch.start));
  }
}
