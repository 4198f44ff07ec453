import { escapeMarkdown } from '../text/escape.ts';
import { formatClock } from '../time.ts';
import type { Cue } from './cue.ts';
import { buildParagraphs } from './paragraphs.ts';

/** What a text for reading carries beside the words. The formats for machines carry everything. */
export interface ReadingOptions {
  readonly times: boolean;
  readonly speakers: boolean;
}

/** WebVTT that W3C's parser takes without a complaint. Voices carry the speakers. */
export function formatVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ start, end, text, speaker }) => {
    const voice = speaker === undefined ? '' : `<v ${escapeVtt(oneLine(speaker))}>`;
    return `${stamp(start, '.')} --> ${stamp(end, '.')}\n${voice}${escapeVtt(text)}\n`;
  });
  return `WEBVTT\n\n${blocks.join('\n')}`;
}

/** SubRip. It has no way to say who speaks but the text itself. */
export function formatSrt(cues: readonly Cue[]): string {
  return cues
    .map(({ start, end, text, speaker }, i) => {
      const words = `${speaker === undefined ? '' : `${oneLine(speaker)}: `}${escapeSrt(text)}`;
      return `${i + 1}\n${stamp(start, ',')} --> ${stamp(end, ',')}\n${words}\n`;
    })
    .join('\n');
}

/** Podcasting 2.0 transcript, JSON. Seconds. */
export function formatTranscriptJson(cues: readonly Cue[]): string {
  const segments = cues.map(({ start, end, text, speaker }) => ({
    ...(speaker === undefined ? {} : { speaker }),
    startTime: start,
    endTime: end,
    body: text,
  }));
  return `${JSON.stringify({ version: '1.0.0', segments }, null, 1)}\n`;
}

/** Paragraphs in Markdown, under the episode's title. */
export function formatMarkdown(title: string, cues: readonly Cue[], { times, speakers }: ReadingOptions): string {
  const paragraphs = readingOf(cues).map(({ start, speaker, words }) => {
    const head = [
      times ? `\`${formatClock(start)}\`` : '',
      speakers && speaker !== undefined ? `**${escapeMarkdown(speaker)}:**` : '',
    ];
    return [...head, escapeMarkdown(words)].filter((part) => part !== '').join(' ');
  });
  return `${[`# ${escapeMarkdown(oneLine(title))}`, ...paragraphs].join('\n\n')}\n`;
}

/** Paragraphs as plain text. */
export function formatPlainText(cues: readonly Cue[], { times, speakers }: ReadingOptions): string {
  const paragraphs = readingOf(cues).map(({ start, speaker, words }) => {
    const head = [times ? `[${formatClock(start)}]` : '', speakers && speaker !== undefined ? `${speaker}:` : ''];
    return [...head, words].filter((part) => part !== '').join(' ');
  });
  return `${paragraphs.join('\n\n')}\n`;
}

function readingOf(cues: readonly Cue[]) {
  return buildParagraphs(cues).flatMap(({ start, speaker, cues: said }) => {
    const words = said
      .map(({ text }) => oneLine(text))
      .join(' ')
      .trim();
    return words === '' ? [] : [{ start, speaker, words }];
  });
}

/** `HH:MM:SS.mmm`: the form that every player reads. */
function stamp(seconds: number, point: '.' | ','): string {
  const ms = Math.round(seconds * 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
    .map(two)
    .join(':');
  return `${clock}${point}${String(ms % 1000).padStart(3, '0')}`;
}

/** `<`, `>` and `&` have a meaning in a cue; so `-->` can't appear, and neither can a blank line. */
function escapeVtt(text: string): string {
  return withoutBlankLines(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** SubRip players show `&amp;` as it stands, so only what would be read as a tag or an arrow is written so. */
function escapeSrt(text: string): string {
  return withoutBlankLines(text)
    .replace(/&(?=#?[\da-z]{1,32};)/gi, '&amp;')
    .replace(/<(?=[\w/.])/g, '&lt;')
    .replaceAll('-->', '--&gt;');
}

function withoutBlankLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
