import { formatChapters } from '../core/chapters/formatChapters.ts';
import { fullName, type Episode } from '../core/episode/episode.ts';
import {
  formatMarkdown,
  formatPlainText,
  formatSrt,
  formatTranscriptJson,
  formatVtt,
  type ReadingOptions,
} from '../core/transcript/formatTranscript.ts';
import { formatSegments } from '../core/segments/formatSegments.ts';
import { downloadText } from '../data/download.ts';

/** The forms in which an episode can be taken away: what the button says, how the file ends, its type, its text. */
const FORMS = {
  vtt: ['WebVTT', 'vtt', 'text/vtt', ({ cues }) => formatVtt(cues)],
  srt: ['SRT', 'srt', 'application/x-subrip', ({ cues }) => formatSrt(cues)],
  json: ['JSON', 'json', 'application/json', ({ cues }) => formatTranscriptJson(cues)],
  markdown: [
    'Markdown',
    'md',
    'text/markdown',
    (episode, reading) => formatMarkdown(fullName(episode), episode.cues, reading),
  ],
  text: ['Plain text', 'txt', 'text/plain', ({ cues }, reading) => formatPlainText(cues, reading)],
  segments: ['segments.json', 'segments.json', 'application/json', ({ sections }) => formatSegments(sections)],
  'sections-as-chapters': [
    'Sections as chapters.json',
    'sections.chapters.json',
    'application/json',
    ({ sections, title }) => formatChapters(sections, title),
  ],
  chapters: [
    'chapters.json',
    'chapters.json',
    'application/json',
    ({ chapters, title }) => formatChapters(chapters, title),
  ],
} satisfies Record<string, readonly [string, string, string, (episode: Episode, reading: ReadingOptions) => string]>;

export type Form = keyof typeof FORMS;

/** What the button for a form says. */
export function formLabel(form: Form): string {
  return FORMS[form][0];
}

/** Hands the visitor the episode as a file in one of its forms. */
export function saveEpisode(episode: Episode, form: Form, reading: ReadingOptions): void {
  const [, ending, type, write] = FORMS[form];
  downloadText(`${episode.slug}.${ending}`, write(episode, reading), type);
}
