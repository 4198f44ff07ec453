import { wordsOf, type Block } from './blocks.ts';
import { sectionOf } from './sections.ts';
import type { ShowNotes } from './showNotes.ts';

/** A heading that is a section's name and nothing else. */
const SECTION =
  /^(?:(?:the|your|our|episode|show) )?(?:(?:about|description|summary)(?: (?:the|this) (?:episode|show))?|links?|references|resources|hosts?|guests?|people|panel|crew|sponsors?|sponsored by|tags?|keywords?)$/i;
/** One that we don't read by itself, and that is a title only where nothing stands before it. */
const OTHER =
  /^(?:(?:the|your|our|episode|show|listener) )?(?:feedback|contact(?: us)?|credits?|music|transcript|chapters|timestamps|support(?: us| the show)?|subscribe|follow us|picks?|news|intro(?:duction)?|outro|comments|disclaimer|license|social media)$/i;

/**
 * The title among the blocks: the first heading of level 1, whatever words are in it. Where it is only a section's name,
 * it is a title if the sections stand below it; where they stand beside it, the title is the next that is no section's
 * name, if any. One that is more than a name, "Thanks to our sponsors", gives way to one with a number. "Show notes" names
 * no episode.
 */
export function findTitle(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const [first, ...beside] = headings.filter((block) => block.depth === 1 && !/^show ?notes$/i.test(plainWords(block)));
  if (!first) return undefined;
  if (!SECTION.test(plainWords(first))) {
    if (hasNumber(first) || sectionOf(wordsOf(first.spans)) === 'about') return first;
    return beside.find(hasNumber) ?? first;
  }
  const hasBelow = headings.some(({ depth, spans }) => depth !== 1 && sectionOf(wordsOf(spans)) !== 'about');
  if (beside.length === 0) return hasBelow ? first : undefined;
  return beside.find((block) => !SECTION.test(plainWords(block)) && !OTHER.test(plainWords(block)));
}

/** `LUP 603: All Your Kernels …`, `Episode 12 – Title`; a title without a number stays whole, and a year is none. */
export function splitTitle(heading: string): Pick<ShowNotes, 'title' | 'showShort' | 'number'> {
  const parts =
    /^(?:([A-Z][A-Z\d]{1,9})|Episode|Ep\.?|(?=#)|(?!(?:19|20)\d\d\b)(?=\d))\s*#?(\d{1,6})\s*[:–—-]\s+(.+)$/.exec(
      heading.trim(),
    );
  if (!parts) return { title: heading.trim() };
  return { title: parts[3]!, ...(parts[1] === undefined ? {} : { showShort: parts[1] }), number: Number(parts[2]) };
}

const hasNumber = ({ spans }: Block) => splitTitle(wordsOf(spans)).number !== undefined;

const plainWords = ({ spans }: Block) =>
  wordsOf(spans)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
