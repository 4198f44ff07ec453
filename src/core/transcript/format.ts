import { hasTimeCodes } from './parsePlainText.ts';

/** The forms of transcript that Hourline reads. WebVTT and SubRip take one road: many files carry the wrong name. */
export type TranscriptFormat = 'webvtt' | 'srt' | 'json' | 'html' | 'text';

export const FORMAT_NAMES: Record<TranscriptFormat, string> = {
  webvtt: 'WebVTT',
  srt: 'SubRip (SRT)',
  json: 'JSON',
  html: 'HTML',
  text: 'plain text with time codes',
};

/** Which form a text has, told by what is in it and not by its name; `undefined` where it is no transcript. */
export function detectFormat(source: string): TranscriptFormat | undefined {
  const head = source
    .slice(0, 4000)
    .trimStart()
    .replace(/^\uFEFF/, '');
  if (/^WEBVTT(?:[ \t]|\r|\n|$)/.test(head)) return 'webvtt';
  if (/^(?:\{|\[\s*[[{"\]])/.test(head)) return 'json';
  if (/^<(?!\d)/.test(head) || /<(?:cite|time)\b/i.test(head))
    return /<(?:cite|time)\b/i.test(source) ? 'html' : undefined;
  if (/^[ \t]*\[[\d:.,]+\s*-->/m.test(source)) return 'text'; // what Whisper prints
  if (/\d\s*-->\s*\d/.test(source)) return 'srt';
  return hasTimeCodes(source) ? 'text' : undefined;
}
