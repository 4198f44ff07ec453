import type { Episode } from '../episode/episode.ts';

/** What topics are found from: the words, and what the show notes name. */
export type TopicSource = Pick<Episode, 'cues' | 'people' | 'sponsors' | 'links' | 'tags' | 'duration'> &
  Partial<Pick<Episode, 'about' | 'chapters'>>;

/** What the show notes name. */
export type Notes = Omit<TopicSource, 'cues' | 'duration'>;

/** What a topic is in the show notes; `phrase` where there are none and the talk itself names it. */
export type TopicKind = 'person' | 'sponsor' | 'tag' | 'link' | 'phrase';

/** One lane of the timeline: something that the show notes name, and where it comes up. */
export interface Topic {
  /** Made of the name's words, so that it stays the same when other topics come and go: `linux-kernel`. */
  readonly id: string;
  /** Spelt as published; a tag in small letters has the capitals with which the same words are written elsewhere. */
  readonly name: string;
  readonly kind: TopicKind;
  /** In the order of time; none where it is not heard in the part that has a transcript. */
  readonly mentions: readonly Mention[];
  /** The links of the notes that are about it, as indexes. */
  readonly links: readonly number[];
}

/**
 * How a mention was recognised: `exact` word for word; `part` of a name, the rest of which is known; `url` an address
 * read aloud; `heard-as` where any word differs from how it is spelt.
 */
export type MentionHow = 'exact' | 'heard-as' | 'part' | 'url';

/** One place at which a topic is named. */
export interface Mention {
  readonly id: string;
  /** Seconds, told from the place of the words within their cues. */
  readonly start: number;
  readonly end: number;
  /** The cue that holds its first word. */
  readonly cue: string;
  readonly how: MentionHow;
  /** The words as the transcript has them. */
  readonly heard: string;
  /** Offsets `[from, to)` of its words in the talk's continuous text (`Talk.text`), ascending. */
  readonly marks: readonly (readonly [number, number])[];
}
