import type { NotesLink, Person, Sponsor, Tag } from '../shownotes/showNotes.ts';
import type { Section } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import type { TimedLink } from '../topics/timedLinks.ts';
import type { Topic } from '../topics/topic.ts';
import type { Cue } from '../transcript/cue.ts';

/** What the list of episodes knows of one before it is opened. Times are seconds. */
export interface EpisodeCard {
  /** Names the episode in links and in stored notes: `lup-603`. */
  readonly slug: string;
  /** The show's name, `LINUX Unplugged`; empty where nobody says it. */
  readonly show: string;
  readonly number?: number;
  readonly title: string;
  /** ISO date. */
  readonly airDate?: string;
  /** Length of the recording, which the transcript may not reach. */
  readonly duration: number;
  /** From the first cue to the last. */
  readonly coverage: TimeRange;
}

/** One recording with everything that was published about it. */
export interface Episode extends EpisodeCard {
  readonly about?: string;
  readonly people: readonly Person[];
  readonly sponsors: readonly Sponsor[];
  readonly links: readonly NotesLink[];
  readonly tags: readonly Tag[];
  /** Pictures that the notes hold, as links: none is fetched. Absent where there is none. */
  readonly pictures?: readonly NotesLink[];
  /** The publisher's own, in the order of their start. */
  readonly chapters: readonly Chapter[];
  /** What was found in the talk, or set by hand; beside the chapters, and not always of their opinion. */
  readonly sections: readonly Section[];
  /** What the show notes name, and where it comes up. */
  readonly topics: readonly Topic[];
  /** Which of the links are discussed when. */
  readonly timedLinks: readonly TimedLink[];
  readonly cues: readonly Cue[];
  /** Stretches without a transcript. */
  readonly uncovered: readonly TimeRange[];
  readonly guid?: string;
  /** The episode's page on the publisher's own site. */
  readonly page?: string;
  readonly audio?: Audio;
  /** Whose words these are and where they were published, in one sentence. */
  readonly source?: string;
}

/** A chapter as it was published: one mark of the list that podcast apps show. */
export interface Chapter extends TimeRange {
  readonly id: string;
  readonly title: string;
}

/** Where the recording was published. Nothing is fetched from there unless the visitor asks. */
export interface Audio {
  readonly url: string;
  readonly type?: string;
  readonly bytes?: number;
}

/** `LINUX Unplugged 603`: how people name an episode; empty where neither show nor number is known. */
export function episodeName({ show, number }: Pick<EpisodeCard, 'show' | 'number'>): string {
  return [show, number].filter((part) => part !== undefined && part !== '').join(' ');
}

/** `LINUX Unplugged 603: All Your Kernels …`, or the title alone. */
export function fullName(card: Pick<EpisodeCard, 'show' | 'number' | 'title'>): string {
  return [episodeName(card), card.title].filter((part) => part !== '').join(': ');
}

/** The part of an episode that goes into the index. */
export function cardOf(episode: Episode): EpisodeCard {
  const { slug, show, number, title, airDate, duration, coverage } = episode;
  return {
    slug,
    show,
    ...(number === undefined ? {} : { number }),
    title,
    ...(airDate === undefined ? {} : { airDate }),
    duration,
    coverage,
  };
}
