import type { SegmentKind } from './segment.ts';

/** What a stretch looks like to the rules that name its kind. */
export interface Features {
  /** Its first 45 words, and all of them, in normal form. */
  readonly opening: string;
  readonly said: string;
  /** Seconds. */
  readonly length: number;
  readonly first: boolean;
  /** The last one, in a transcript that reaches the recording's end. */
  readonly last: boolean;
}

/** Words that open a show: greetings, names, what is to come. */
export const GREETING =
  /\b(?:hello|hi everyone|hey everyone|welcome (?:back )?to|welcome(?: back)?|coming up|my name is|this is (?:the|your|episode)|live from|good (?:morning|evening|afternoon)|on (?:todays|this) (?:show|episode)|im your host|were back|we are back|joining us today)\b/;
/** Words that close a show. */
export const SIGN_OFF =
  /\b(?:see you (?:next|soon|all|in|then|later)|thanks for (?:listening|watching|tuning|joining)|thank you (?:for|everyone for|all for) (?:listening|watching|tuning|joining)|thats (?:all|it) (?:for|from) (?:us|me|today|this|now)|until next (?:time|week)|back next (?:week|time)|bye(?: bye| everyone| everybody)?|goodbye|take care|signing off|catch you next|end of (?:the|this|our) (?:show|episode))\b/;

/** Words that say which part of a show comes now. */
export const ANNOUNCES =
  /\b(?:(?:its |now |thats )?time for (?:the|our|your|some|this)|(?:brings|takes) us to|get (?:in)?to (?:the|our|your|some) (?:news|headlines|emails?|feedback|letters|boosts|picks?|mail)|in the news|(?:our|the) picks? (?:of|this|for)|housekeeping|our first (?:letter|email|question|story|caller)|rest of the (?:show|episode)|thats (?:all|it) for (?:this|today|us))\b/;

const NEWS = /\b(?:news|newsworthy|headlines?|recap|whats been happening|what happened this week|current events?)\b/;
const PICKS =
  /\b(?:(?:our|the|app|this weeks?|first|second|next|two|a|some|great|bonus|tool|todays) picks?(?! up)|picks? (?:this week|of the (?:week|day)|for (?:you|this)))\b/;
const FEEDBACK =
  /\b(?:feedback|mailbag|voicemails?|(?:our|the|some|your|great|more) (?:emails?|boosts|letters)|(?:wrote|writes|written|emailed) (?:in|us)|listener (?:questions?|mail)|boosts|boosted in|comments from)\b/g;
const HOUSEKEEPING =
  /\b(?:housekeeping|boost in|let us know|meet ?ups?|mailing list|newsletter|subscribe|membership|become a member|leave (?:us )?a review|follow us|send us|get in touch|join us (?:on|in|at)|show notes|announcements?|(?:our|the) (?:matrix|discord|slack|website|patreon|calendar))\b/g;
/** Seconds: announcements are short, and so are the first and last words of a show. */
const HOUSEKEEPING_LONGEST = 180;
const INTRO_LONGEST = 300;
/** Characters, about a minute: people greet at once, or behind a scene that whets one's appetite; later someone greets within the talk. */
const GREETED = 1000;
const OUTRO_LONGEST = 300;

/** The kind of a stretch that is neither a sponsor read nor an interview. Rules from the surest to the weakest. */
export function nameKind({ opening, said, length, first, last }: Features): SegmentKind {
  if (first && length <= INTRO_LONGEST && GREETING.test(said.slice(0, GREETED))) return 'intro';
  if (last && length <= OUTRO_LONGEST && SIGN_OFF.test(said)) return 'outro';
  if (PICKS.test(opening)) return 'picks';
  const minutes = Math.max(1, length / 60);
  const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0;
  if (length <= HOUSEKEEPING_LONGEST && count(HOUSEKEEPING) >= Math.max(1, minutes / 1.5)) return 'housekeeping';
  if (opening.match(FEEDBACK) && count(FEEDBACK) >= Math.max(2, minutes / 3)) return 'feedback';
  if (NEWS.test(opening)) return 'news';
  return 'topic';
}
