import type { Problem } from '../problem.ts';
import type { TimeRange } from '../time.ts';
import type { Cue, CueDraft } from './cue.ts';
import { parseTimedText } from './parseTimedText.ts';

/** Cues in the order of their start, and what was noticed while reading them. */
export interface Transcript {
  readonly cues: readonly Cue[];
  readonly problems: readonly Problem[];
}

/** Reads a transcript's text, whatever its format. Never throws. */
export function parseTranscript(source: string): Transcript {
  const { cues: drafts, problems } = parseTimedText(source);
  const { cues, problems: more } = orderCues(drafts);
  const none: Problem[] =
    cues.length > 0
      ? []
      : [{ code: 'no-cues', severity: 'error', line: 0, message: 'There is no cue with a time in this file.' }];
  return { cues, problems: [...problems, ...more, ...none] };
}

/** Puts cues in the order of time, gives them ids, and tells of those that stood elsewhere or say nothing. */
function orderCues(drafts: readonly CueDraft[]): Transcript {
  const problems: Problem[] = [];
  drafts.forEach((draft, i) => {
    if (i > 0 && draft.start < drafts[i - 1]!.start) {
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
  });
  const sorted = [...drafts].sort((a, b) => a.start - b.start); // stable, so equal starts keep the file's order
  const cues = sorted.map(({ line: _, ...cue }, i): Cue => ({ id: `c${i + 1}`, ...cue }));
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
