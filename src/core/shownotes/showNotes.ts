/** What a show publishes beside the audio. Times are seconds; links are as published. */
export interface ShowNotes {
  readonly title?: string;
  /** The show's short name before the number in the title, e.g. `LUP`. */
  readonly showShort?: string;
  readonly number?: number;
  /** ISO date, `2025-02-23`. */
  readonly airDate?: string;
  readonly duration?: number;
  readonly about?: string;
  readonly people: readonly Person[];
  readonly sponsors: readonly Sponsor[];
  readonly links: readonly NotesLink[];
  readonly tags: readonly Tag[];
  /** Pictures within the notes: their descriptions and addresses. Never fetched. */
  readonly pictures: readonly NotesLink[];
}

/** Someone who is heard. */
export interface Person {
  readonly name: string;
  readonly role: 'host' | 'guest';
  readonly url?: string;
}

/** Who paid, and what the notes say of them. */
export interface Sponsor {
  readonly name: string;
  readonly url?: string;
  readonly blurb?: string;
}

/** A link of the notes, or a picture. */
export interface NotesLink {
  readonly title: string;
  readonly url: string;
  /** What the notes quote from the linked page, or say about it. */
  readonly quote?: string;
}

/** What the notes file the episode under. */
export interface Tag {
  readonly name: string;
  readonly url?: string;
}
