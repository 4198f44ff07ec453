import type { SegmentKind } from './segment.ts';

/** What people read for a kind. The colour of each is a token of app.css, `--kind-…`; the word always stands beside it. */
export const KIND_NAMES: Record<SegmentKind, string> = {
  intro: 'Intro',
  sponsor: 'Sponsor',
  interview: 'Interview',
  news: 'News',
  housekeeping: 'Housekeeping',
  feedback: 'Feedback',
  picks: 'Picks',
  outro: 'Outro',
  topic: 'Topic',
};
