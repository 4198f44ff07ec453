import { termsOf, type Words } from './countWords.ts';
import { chooseKeyphrases, keyphrasesOf, type Spread } from './keyphrases.ts';
import type { SegmentKind } from './segment.ts';
import { spell, type Spelling } from './spelling.ts';
import { stem } from './stems.ts';

/** What titles are made from. */
export interface Titling {
  readonly words: Words;
  readonly spread: Spread;
  readonly spelling: Spelling;
}

/** What a stretch is called when its words say nothing. */
const FALLBACK: Readonly<Record<SegmentKind, string>> = {
  intro: 'Welcome',
  sponsor: 'Sponsor',
  interview: 'Interview',
  news: 'News',
  housekeeping: 'Announcements',
  feedback: 'Feedback',
  picks: 'Picks',
  outro: 'Goodbye',
  topic: 'Talk',
};

/** The section's title: a sponsor's name, "Hannah Anderson on SCALE", else keywords. */
export function nameSection(
  titling: Titling,
  { kind, name, from, to }: { kind: SegmentKind; name?: string; from: number; to: number },
): string {
  if (kind === 'sponsor' && name !== undefined) return name;
  const about = keywords(titling, from, to, kind === 'interview' && name !== undefined ? 1 : 3, name ?? '');
  if (kind === 'interview' && name !== undefined) return about[0] === undefined ? name : `${name} on ${about[0]}`;
  return joinKeywords(about) || FALLBACK[kind];
}

/** A part's title: keywords, none of which its section's title holds. */
export function namePart(titling: Titling, from: number, to: number, kind: SegmentKind, section: string): string {
  return joinKeywords(keywords(titling, from, to, 3, section)) || FALLBACK[kind];
}

function keywords(
  { words, spread, spelling }: Titling,
  from: number,
  to: number,
  count: number,
  taken: string,
): string[] {
  const phrases = keyphrasesOf(words, spread, from, to);
  const stems = termsOf(taken).map(stem);
  return chooseKeyphrases(phrases, count, stems).map(({ written }) => spell(written, spelling));
}

function joinKeywords(phrases: readonly string[]): string {
  return phrases.map(capitalise).join(' · ');
}

/** The first letter large, unless the first word has capitals of its own (`iPhone`). */
function capitalise(text: string): string {
  return /^[^\p{Lu}\s]*(?!\S)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
