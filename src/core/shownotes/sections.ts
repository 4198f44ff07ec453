import { wordsOf, type Span } from './blocks.ts';

export type Section = 'about' | 'hosts' | 'guests' | 'sponsors' | 'links' | 'tags';

/** What may follow a section's word in its heading: "Links from this week", "Tags!", but not "The People Who Built It". */
const NEXT = String.raw`s?(?:\s+(?:members?|lists?|round-?ups?))?(?=\s*[!?]*$|\s*[^\p{L}\p{N}\s,!?'’-]|\s+-|\s+(?:this|and|of|in|on|at|for|from|by|to|behind|mentioned|discussed|today|tonight)\b)`;
const FIRST = String.raw`^[^\p{L}\p{N}]*(?:(?:the|our|your|all|some|more|other|useful|episode|show)\s+){0,2}`;
const TAGS = new RegExp(String.raw`\b(?:tag|keyword)${NEXT}|${FIRST}(?:tags|keywords)(?=,|\s+(?:we|you|i)\b)`, 'iu');
const HOSTS = new RegExp(String.raw`\bhosts?\b|\b(?:people|panel|crew)${NEXT}`, 'iu');
/** A heading that begins with "Links" is a list of them, whatever it says of them; unless that makes it a sentence. */
const LINKS = new RegExp(
  String.raw`\bshow ?notes\b|\bmentioned\b|\b(?:link|reference|resource)${NEXT}|${FIRST}(?:links|references|resources)(?![\p{L}\p{N}'’-]|\s+(?:are|were|have|can|will|vs|versus)\b)`,
  'iu',
);

/** The section that a heading begins, by its words. */
export function sectionOf(heading: string): Section {
  const words = heading.trim();
  if (TAGS.test(words)) return 'tags';
  if (/\bsponsor/i.test(words)) return 'sponsors';
  if (/\bguests?\b/i.test(words)) return 'guests';
  if (HOSTS.test(words)) return 'hosts';
  return LINKS.test(words) ? 'links' : 'about';
}

/** A label's words where other lines stand beside it: a section's name with little else, which is no sentence. */
const NAME =
  /^(?:(?:[\p{L}’']+\s+){0,2}(?:links?|references?|resources?|show ?notes|mentioned|hosts?|guests?|people|panel|crew|members?|sponsors?|sponsored by|tags?|keywords?)(?:\s+(?:today|tonight|(?:and|of|this)\s+[\p{L}’']+|mentioned|discussed|(?:(?:mentioned|discussed)\s+)?(?:(?:in|on|from|for|of)\s+)?(?:the|this|today[’']s)\s+(?:episode|show|week|podcast)))?|(?:links|references|resources)(?:\s+[\p{L}’']+){1,2}|this (?:episode|show|week|podcast) (?:is|was) sponsored by):$/iu;

/**
 * A short line that ends in a colon, or is bold all along, and names a section stands for a heading. Within a paragraph it may as well be a line
 * of a sentence ("Ann talks with our guests:"). Where people, sponsors or tags are listed (`within`), one that names something
 * else ("Timestamps:") ends them.
 */
export function isLabel(line: readonly Span[], isAlone: boolean, within: Section): boolean {
  const bold = line.every(({ text, strong, url }) => (strong && !url) || text.trim() === '');
  const said = wordsOf(line).trim();
  const words = bold ? said.replace(/:?$/, ':') : said;
  if (!/^[\p{L}\s’']{3,40}:$/u.test(words)) return false;
  if (sectionOf(words) !== 'about') return isAlone || NAME.test(words);
  return isAlone && within !== 'about' && within !== 'links' && words.split(/\s+/).length <= MOST_WORDS;
}

/** Words of a label that names no section known here. */
const MOST_WORDS = 4;
