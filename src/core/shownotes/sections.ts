import { wordsOf, type Block, type Span } from './blocks.ts';

export type Section = 'about' | 'hosts' | 'guests' | 'sponsors' | 'links' | 'tags';

/** What may follow a section's word in its heading: "Links from this week", "Tags:", but not "The People Who Built It". */
const NEXT = String.raw`s?(?=$|\s*[^\p{L}\p{N}\s,!?'’-]|\s+-|\s+(?:this|and|of|in|on|at|for|from|by|to|behind|mentioned|discussed)\b)`;
const TAGS = new RegExp(String.raw`\b(?:tag|keyword)${NEXT}`, 'iu');
const HOSTS = new RegExp(String.raw`\bhosts?\b|\b(?:people|panel|crew)${NEXT}`, 'iu');
const LINKS = new RegExp(String.raw`\bshow ?notes\b|\bmentioned\b|\b(?:link|reference|resource)${NEXT}`, 'iu');

/** The section that a heading begins, by its words. */
export function sectionOf(heading: string): Section {
  const words = heading.trim();
  if (TAGS.test(words)) return 'tags';
  if (/\bsponsor/i.test(words)) return 'sponsors';
  if (/\bguests?\b/i.test(words)) return 'guests';
  if (HOSTS.test(words)) return 'hosts';
  return LINKS.test(words) ? 'links' : 'about';
}

/** A short line that ends in a colon and names a section stands for a heading. */
export function isLabel(line: readonly Span[]): boolean {
  const words = wordsOf(line).trim();
  return /^[\p{L}\s’']{3,40}:$/u.test(words) && sectionOf(words) !== 'about';
}

/** A heading that is a section's name and nothing else. */
const NAME =
  /^(?:(?:the|your|our|episode|show) )?(?:(?:about|description|summary)(?: (?:the|this) (?:episode|show))?|links?|references|resources|hosts?|guests?|people|panel|crew|sponsors?|sponsored by|tags?|keywords?)$/i;

/**
 * The title among the blocks: the first heading of level 1, whatever words are in it. Where it is only a section's name,
 * it is a title if the sections stand below it, and none if they stand beside it. "Show notes" names no episode.
 */
export function findTitle(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const [first, ...beside] = headings.filter(
    ({ depth, spans }) => depth === 1 && !/^show ?notes$/i.test(plainWords({ spans })),
  );
  if (!first || !NAME.test(plainWords(first))) return first;
  const hasBelow = headings.some(({ depth, spans }) => depth !== 1 && sectionOf(wordsOf(spans)) !== 'about');
  return beside.length === 0 && hasBelow ? first : undefined;
}

const plainWords = ({ spans }: Pick<Block, 'spans'>) =>
  wordsOf(spans)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
