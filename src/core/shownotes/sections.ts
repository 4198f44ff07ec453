import { wordsOf, type Span } from './blocks.ts';

export type Section = 'about' | 'hosts' | 'guests' | 'sponsors' | 'links' | 'tags';

/** What may follow a section's word in its heading: "Links from this week", "Tags!", but not "The People Who Built It". */
const NEXT = String.raw`s?(?:\s+(?:members?|lists?|round-?ups?))?(?=\s*[!?]*$|\s*[^\p{L}\p{N}\s,!?'’-]|\s+-|\s+(?:this|and|of|in|on|at|for|from|by|to|behind|mentioned|discussed|today|tonight)\b)`;
const FIRST = String.raw`^[^\p{L}\p{N}]*(?:(?:the|our|your|all|some|more|other|useful|episode|show)\s+){0,2}`;
/** The same in German, French and Spanish: words that are none of English, or stand there alone. */
const OTHERS = {
  tags: String.raw`schlagw[oö]rter?|schlagworte|mots-clés|etiquetas`,
  guests: String.raw`gast|gäste|invitée?s?|invitad[oa]s?`,
  hosts: String.raw`moderation|presentan?|presentador(?:a|es)?|animat(?:eur|rice)s?|intervenante?s?`,
  sponsors: String.raw`werbung|patrocinador(?:es)?`,
  links: String.raw`liens|enlaces`,
} as const;
const only = (words: string) => String.raw`${FIRST}(?:${words})[^\p{L}\p{N}]*$`;
const TAGS = new RegExp(
  String.raw`\b(?:tag|keyword)${NEXT}|${FIRST}(?:tags|keywords)(?=,|\s+(?:we|you|i)\b)|${only(OTHERS.tags)}`,
  'iu',
);
const SPONSORS = new RegExp(String.raw`\bsponsor|${only(OTHERS.sponsors)}`, 'iu');
const GUESTS = new RegExp(String.raw`\bguests?\b|${only(OTHERS.guests)}`, 'iu');
const HOSTS = new RegExp(
  String.raw`\bhosts?\b|\b(?:people|panel|crew|speaker|presenter)${NEXT}|${only(OTHERS.hosts)}`,
  'iu',
);
/** A heading that begins with "Links" is a list of them, whatever it says of them; unless that makes it a sentence. */
const LINKS = new RegExp(
  String.raw`\bshow ?notes\b|\bmentioned\b|\b(?:link|reference|resource)${NEXT}|${FIRST}(?:links|references|resources)(?![\p{L}\p{N}'’-]|\s+(?:are|were|have|can|will|vs|versus)\b)|${only(OTHERS.links)}`,
  'iu',
);

/** The section that a heading begins, by its words. */
export function sectionOf(heading: string): Section {
  const words = heading.trim();
  if (TAGS.test(words)) return 'tags';
  if (SPONSORS.test(words)) return 'sponsors';
  if (GUESTS.test(words)) return 'guests';
  if (HOSTS.test(words)) return 'hosts';
  return LINKS.test(words) ? 'links' : 'about';
}

/** A label's words where other lines stand beside it: a section's name with little else, which is no sentence. */
const NAME = new RegExp(
  String.raw`^(?:(?:[\p{L}’']+\s+){0,2}(?:links?|references?|resources?|show ?notes|mentioned|hosts?|guests?|people|panel|crew|members?|sponsors?|sponsored by|tags?|keywords?|speakers?|presenters?|${Object.values(OTHERS).join('|')})(?:\s+(?:today|tonight|(?:and|of|this)\s+[\p{L}’']+|mentioned|discussed|(?:(?:mentioned|discussed)\s+)?(?:(?:in|on|from|for|of)\s+)?(?:the|this|today[’']s)\s+(?:episode|show|week|podcast)))?|(?:links|references|resources)(?:\s+[\p{L}’']+){1,2}|this (?:episode|show|week|podcast) (?:is|was) sponsored by):$`,
  'iu',
);

/** What tells about people, or asks for something, instead of listing it: "About our guest", "Become a sponsor". */
const PROSE = /^(?:about|become|connect|contact|find|follow)\s/iu;

/** What ends a list though it names no section known here, where only its bold letters say that it is no entry: no name is like it. */
const OTHER =
  /^(?:(?:the|our|your|more|full|key|main|show|episode|podcast)\s+){0,2}(?:agenda|chapters?|community|contact|copyright|credits?|description|disclaimers?|donate|feedback|highlights|legal|music|outline|overview|quotes|questions|socials?|summary|support|takeaways|time ?(?:codes?|stamps?|lines?)|topics|transcripts?|watch)(?:\s+(?:and|by|for|from|in|of|on|the|this|to|with|us|me|our|media|show|episode|podcast))*:$|^(?:about|become|connect|contact|discussed|find|follow|further|how|in this|join|listen|mentioned|stay|subscribe|what|when|where|why)\b/iu;

/** Characters of a label, and words of one with a colon that names no section known here. */
const LONGEST = 60;
const MOST_WORDS = 4;

/**
 * The section that a line begins which stands for a heading: a short one that ends in a colon and names a section; within a
 * paragraph it may as well be a line of a sentence ("Ann talks with our guests:"). So does one that is bold all along, if it is
 * a section's name and little else: a sentence ("This episode is sponsored by Acme") and a name under "Guests" may be bold,
 * too. Where people, sponsors or tags are listed (`within`), a label of something else ("Timestamps:") ends them.
 */
export function labelOf(line: readonly Span[], isAlone: boolean, within: Section): Section | undefined {
  const said = wordsOf(line).trim();
  const hasColon = said.endsWith(':');
  const isBold = line.every(({ text, strong, url }) => (strong && !url) || text.trim() === '');
  if (said.length > LONGEST || !(hasColon || isBold)) return undefined;
  // A picture before it says nothing more.
  const words = said
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s*:?$/, ':');
  if (!/^[\p{L}\s’']{3,40}:$/u.test(words)) return undefined;
  const section = hasColon || !PROSE.test(words) ? sectionOf(words) : 'about';
  if (section !== 'about') return (hasColon && isAlone) || NAME.test(words) ? section : undefined;
  const mayEnd = isAlone && within !== 'about' && within !== 'links';
  return mayEnd && (hasColon ? words.split(/\s+/).length <= MOST_WORDS : OTHER.test(words)) ? section : undefined;
}
