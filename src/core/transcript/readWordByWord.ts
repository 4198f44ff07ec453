import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { touches } from './touches.ts';

/** Letters in a second: nobody says more (fast English has 20). What is shown faster is not said anew each time. */
const FASTEST = 30;
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
  const runs: CueDraft[][] = [];
  for (const cue of cues) {
    const run = runs.at(-1);
    if (run && goesOn(run.at(-1)!, cue)) run.push(cue);
    else runs.push([cue]);
  }
  const shown = new Set(runs.filter(isOneLine));
  const again = [...shown].reduce((sum, run) => sum + run.length - 1, 0);
  if (shown.size < LEAST_RUNS || again * 3 < cues.length - 1) return { cues, problems: [] };

  const message = `This file shows lines word by word; ${again.toLocaleString('en')} cues that say a line again are read with its first.`;
  return {
    cues: runs.flatMap((run) => (shown.has(run) ? [{ ...run[0]!, end: endOf(run), text: run.at(-1)!.text }] : run)),
    problems: [{ code: 'repeated-words', severity: 'warning', line: 0, message }],
  };
}

/** Whether a cue shows the words of the last one again, and more to their line at most. */
function goesOn(last: CueDraft, cue: CueDraft): boolean {
  if (last.text === '' || !touches(last, cue) || cue.speaker !== last.speaker) return false;
  return cue.text.startsWith(last.text) && !cue.text.includes('\n', last.text.length);
}

/** Whether cues that go on with each other are one line: it grows, or nobody could say it so often, or it has a cue for each word. */
function isOneLine(run: readonly CueDraft[]): boolean {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.length < 2) return false;
  if (last.text.length > first.text.length) return true;
  const words = last.text.split(/\s+/).length;
  const seconds = endOf(run) - first.start;
  return (
    (words > 1 && run.length >= words && run.length <= 2 * words + 1) ||
    last.text.length * run.length > FASTEST * seconds
  );
}

function endOf(run: readonly CueDraft[]): number {
  return run.reduce((end, cue) => Math.max(end, cue.end), 0);
}
