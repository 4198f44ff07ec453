import type { Problem } from '../problem.ts';
import { closeEnds } from './closeEnds.ts';
import type { CueDraft } from './cue.ts';
import { parseTimestamp } from './timestamp.ts';

const TIME = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
/** `[00:01:02] …`, `(1:02) …`, `1:02 - …`, `00:01:02.500 --- …` at the start of a line. */
const LEADING = new RegExp(String.raw`^[[(<]?(${TIME})(?:\s*[-–]\s*${TIME})?[\])>]?\s*(?:[-–—|:]+\s+)?(.*)$`);
/** `Ann Example  0:02`, `Ann (0:02):`, `Ann [00:00:02]` alone on a line: who speaks from then on. */
const NAMED = new RegExp(String.raw`^(\p{L}[\p{L}\p{N} .'’-]{0,60}?)\s*[\s[(]\s*(${TIME})[\])]?:?\s*$`, 'u');

/** Whether a text is a transcript with time codes: several of its lines begin or end with one. */
export function hasTimeCodes(text: string): boolean {
  let found = 0;
  for (const line of text.slice(0, 20_000).split(/\r\n|\n|\r/)) if (codeOf(line.trim())) found += 1;
  return found >= 2 || (found === 1 && text.length < 2000);
}

/**
 * Reads plain text with time codes, as transcription services and people write it: a code at the head of a line, or a
 * line of its own with the speaker's name. A cue runs to the next code.
 */
export function parsePlainText(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const cues: { start: number; line: number; text: string; speaker?: string }[] = [];
  source.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const text = raw.trim();
    if (text === '') return;
    const code = codeOf(text);
    const last = cues.at(-1);
    if (code) cues.push({ line: i + 1, ...code });
    else if (last) last.text = last.text === '' ? text : `${last.text}\n${text}`;
    else
      problems.push({
        code: 'text-without-timing',
        severity: 'warning',
        line: i + 1,
        message: `“${text.slice(0, 60)}” stands before the first time code; it is left out.`,
      });
  });
  return { cues: closeEnds(cues), problems };
}

function codeOf(line: string): { start: number; text: string; speaker?: string } | undefined {
  const short = line.slice(0, 120);
  const leading = LEADING.exec(short);
  if (leading) {
    const start = parseTimestamp(leading[1]!);
    return start === undefined ? undefined : { start, text: (leading[2]! + line.slice(120)).trim() };
  }
  const named = line.length <= 90 ? NAMED.exec(line) : null;
  const start = named ? parseTimestamp(named[2]!) : undefined;
  return start === undefined ? undefined : { start, text: '', speaker: named![1]!.trim() };
}
