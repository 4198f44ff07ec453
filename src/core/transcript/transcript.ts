import type { Problem } from '../problem.ts';
import { isText } from '../text/decodeBytes.ts';
import { mendEncoding } from '../text/mendEncoding.ts';
import type { TimeRange } from '../time.ts';
import type { Cue, CueDraft } from './cue.ts';
import { detectFormat, type TranscriptFormat } from './format.ts';
import { joinWords } from './joinWords.ts';
import { parsePlainText } from './parsePlainText.ts';
import { parseTimedText } from './parseTimedText.ts';
import { parseTranscriptHtml } from './parseTranscriptHtml.ts';
import { parseTranscriptJson } from './parseTranscriptJson.ts';
import { readRollUp } from './readRollUp.ts';
import { readWordByWord } from './readWordByWord.ts';
import { readSpeakerPrefixes } from './speakers.ts';
import { mendTimings, momentAfter } from './timestamp.ts';

/** Cues in the order of their start, and what was noticed while reading them. */
export interface Transcript {
  readonly format: TranscriptFormat | undefined;
  readonly cues: readonly Cue[];
  readonly problems: readonly Problem[];
}

/** More cues than this are no episode; the rest is left out, and told. */
const MOST_CUES = 100_000;

const READERS: Record<
  TranscriptFormat,
  (source: string) => { readonly cues: CueDraft[]; readonly problems: Problem[] }
> = {
  webvtt: parseTimedText,
  srt: parseTimedText,
  json: parseTranscriptJson,
  html: parseTranscriptHtml,
  text: parsePlainText,
};

/** Reads a transcript's text, whatever its format. Never throws. */
export function parseTranscript(source: string): Transcript {
  if (!isText(source))
    return { format: undefined, cues: [], problems: [remark('not-text', 'error', 'This is not a text file.')] };
  const { text: written, mended } = mendEncoding(source);
  const text = mendTimings(written);
  const format = detectFormat(text);
  const { cues: found, problems } = READERS[format ?? 'webvtt'](text);
  const { cues: lines, problems: grown } = readWordByWord(found);
  const { cues: once, problems: rolled } = readRollUp(lines);
  const joined = joinWords(once);
  const { cues, problems: more } = orderCues(readSpeakerPrefixes(joined.slice(0, MOST_CUES)));
  const whole: Problem[] = [...grown, ...rolled, ...brokenCharacters(text)];
  if (mended)
    whole.push(
      remark(
        'encoding-mended',
        'warning',
        'The text was UTF-8 misread as another encoding; its characters were put right.',
      ),
    );
  if (joined.length > MOST_CUES) {
    whole.push(
      remark(
        'too-many-cues',
        'error',
        `A transcript may have ${MOST_CUES.toLocaleString('en')} cues; the ${(joined.length - MOST_CUES).toLocaleString('en')} after those are left out.`,
      ),
    );
  }
  if (cues.length === 0) whole.push(remark('no-cues', 'error', 'There is no cue with a time in this file.'));
  return { format, cues, problems: [...problems, ...more, ...whole] };
}

/** U+FFFD stands where a file's bytes made no character. */
function brokenCharacters(text: string): Problem[] {
  const first = text.indexOf('\uFFFD');
  if (first < 0) return [];
  const count = text.split('\uFFFD').length - 1;
  const line = text.slice(0, first).split(/\r\n|\n|\r/).length;
  const message = `${count.toLocaleString('en')} ${count === 1 ? 'character' : 'characters'} of this file could not be read; \uFFFD stands there.`;
  return [{ code: 'broken-characters', severity: 'warning', line, message }];
}

function remark(code: string, severity: Problem['severity'], message: string): Problem {
  return { code, severity, line: 0, message };
}

/** Puts cues in the order of time, gives them ids, and tells of those that stood elsewhere or say nothing. */
function orderCues(drafts: readonly CueDraft[]): Pick<Transcript, 'cues' | 'problems'> {
  const problems: Problem[] = [];
  let above = 0;
  for (const draft of drafts) {
    if (!draft.part && draft.start < above) {
      problems.push({
        code: 'cue-out-of-order',
        severity: 'warning',
        line: draft.line,
        message: 'This cue starts before the one above it; it is shown in the order of time.',
      });
    }
    if (draft.text === '') {
      problems.push({
        code: 'empty-cue',
        severity: 'warning',
        line: draft.line,
        message: 'This cue has a time but no text.',
      });
    }
    if (!draft.part) above = draft.start;
  }
  const sorted = [...drafts].sort((a, b) => a.start - b.start); // stable, so equal starts keep the file's order
  const cues = sorted.map(({ line: _, part: __, lit: ___, ...cue }, i): Cue => ({
    id: `c${i + 1}`,
    ...cue,
    end: cue.end > cue.start ? cue.end : momentAfter(cue.start),
  }));
  return { cues, problems };
}

/** From the first cue's start to the last cue's end; `undefined` without cues. */
export function coverageOf(cues: readonly Cue[]): TimeRange | undefined {
  const [first] = cues;
  return first && { start: first.start, end: cues.reduce((end, cue) => Math.max(end, cue.end), first.end) };
}

/**
 * The stretches of a recording of `duration` seconds that no cue speaks for. Up to `tolerance` seconds
 * without a cue are music or a pause and count as covered.
 */
export function uncoveredSpans(cues: readonly Cue[], duration: number, tolerance = 30): TimeRange[] {
  const spans: TimeRange[] = [];
  let covered = 0;
  for (const { start, end } of [...cues, { start: duration, end: duration }]) {
    if (start - covered > tolerance) spans.push({ start: covered, end: start });
    covered = Math.max(covered, end);
  }
  return spans;
}
