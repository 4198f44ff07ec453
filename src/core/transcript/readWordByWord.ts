import type { Problem } from '../problem.ts';
import { UNSPACED } from '../text/unspaced.ts';
import type { CueDraft } from './cue.ts';
import { touches } from './touches.ts';

/** Letters in a second: nobody says more (fast English has 20). What is shown faster is not said anew each time. */
const FASTEST = 30;
/** Where a word ends: a letter, and then none, or one of a script without spaces. */
const SEAM = new RegExp(String.raw`^(?:[${UNSPACED}]|.[^\p{L}\p{N}\p{M}])`, 'u');
/** Fewer are no way of writing a file, but chance. */
const LEAST_RUNS = 2;

/**
 * Some captions show a line word by word: with a cue for each word that lights up in it (`--highlight_words` of Whisper, and
 * stable-ts), or for each that comes to it, so that each line is said as often as it has words. Reads each line once, for as
 * long as it stands. Only where at least a third of all cues go on so: one who repeats himself keeps every word.
 */
export function readWordByWord(cues: readonly CueDraft[]): {
  readonly cues: readonly CueDraft[];
  readonly problems: readonly Problem[];
} {
  const runs: Run[] = [];
  for (const cue of cues) {
    const run = runs.at(-1);
    if (run && goesOn(run, cue)) join(run, cue);
    else runs.push({ cues: [cue], end: cue.end, lit: cue.lit, hasMoved: false });
  }
  const shown = new Set(runs.filter(isOneLine));
  const again = [...shown].reduce((sum, run) => sum + run.cues.length - 1, 0);
  if (shown.size < LEAST_RUNS || again * 3 < cues.length - 1) return { cues, problems: [] };

  const message = 'Lines of this file are shown word by word; each is read once.';
  return {
    cues: runs.flatMap((run) =>
      shown.has(run) ? [{ ...run.cues[0]!, end: run.end, text: run.cues.at(-1)!.text }] : run.cues,
    ),
    problems: [{ code: 'repeated-words', severity: 'warning', line: 0, message }],
  };
}

/** Cues that go on with each other: when the last of them ends, which word was lit last, and whether it was another before. */
interface Run {
  readonly cues: CueDraft[];
  end: number;
  lit: number | undefined;
  hasMoved: boolean;
}

function join(run: Run, cue: CueDraft): void {
  run.cues.push(cue);
  run.end = Math.max(run.end, cue.end);
  run.hasMoved ||= run.lit !== undefined && cue.lit !== undefined;
  run.lit = cue.lit ?? run.lit;
}

/** Whether a cue shows the line of a run again, with a later word lit, or with more words. */
function goesOn(run: Run, cue: CueDraft): boolean {
  const { lit } = run;
  const last = run.cues.at(-1)!;
  if (last.text === '' || !touches(last, cue) || cue.speaker !== last.speaker) return false;
  if (cue.text !== last.text) return lit === undefined && cue.lit === undefined && isLonger(last.text, cue.text);
  // Said again, the same words begin again.
  if (cue.lit !== undefined) return cue.lit > (lit ?? -1);
  return lit !== undefined || hasGrown(run) || isTooFast(cue) || isTooFast(last);
}

/** Whether a text is another and words behind it, in the same line. */
function isLonger(text: string, more: string): boolean {
  return more.startsWith(text) && !more.includes('\n', text.length) && SEAM.test(more.slice(text.length - 1));
}

/** Whether a run is one line: words light up in it, it grows, or nobody could say it so often. */
function isOneLine(run: Run): boolean {
  const { cues, end } = run;
  const [first] = cues;
  return cues.length > 1 && (run.hasMoved || hasGrown(run) || isTooFast({ ...first!, end }, cues.length));
}

function hasGrown({ cues }: Run): boolean {
  return cues.at(-1)!.text.length > cues[0]!.text.length;
}

function isTooFast({ text, start, end }: CueDraft, times = 1): boolean {
  return text.length * times > FASTEST * (end - start);
}
