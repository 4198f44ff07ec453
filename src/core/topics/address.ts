import { normalise } from '../text/tokens.ts';

/** An address of the show notes, as far as it is said aloud. */
export interface Address {
  /** The label by which the host is known: `socallinuxexpo` of `www.socallinuxexpo.org`. */
  readonly label: string;
  /** Each part of the path, without separators and in lower case. */
  readonly path: readonly string[];
}

/** Hosts of everybody's things: to say their name is not to say what one link of them is about. */
const PUBLIC: ReadonlySet<string> = new Set(
  `github gitlab codeberg sourceforge youtube youtu twitter x reddit medium substack wikipedia facebook instagram linkedin
  tiktok bsky mastodon fosstodon amazon apple spotify google googleblog blogspot wordpress ycombinator stackoverflow
  arxiv doi discord slack telegram t patreon kickstarter gumroad bandcamp soundcloud vimeo twitch npmjs pypi crates
  docs archive dropbox notion eventbrite meetup nytimes theguardian bbc arstechnica theverge lwn phoronix`.split(/\s+/),
);

const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu)$/;

/** `http(s)` address → what would be said of it; none for other schemes and for hosts of everybody's things. */
export function addressOf(url: string | undefined): Address | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(url ?? '');
  if (!match) return undefined;
  const labels = match[1]!.toLowerCase().split('.');
  const last = labels.length - 1;
  const owner = last > 1 && SECOND_LEVEL.test(labels[last - 1]!) ? last - 2 : last - 1;
  const label = labels[owner]?.replace(/-/g, '');
  if (label === undefined || label === '' || PUBLIC.has(label)) return undefined;
  const path = match[2]!
    .split('/')
    .map((part) => normalise(part).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((part) => part !== '');
  return { label, path };
}
