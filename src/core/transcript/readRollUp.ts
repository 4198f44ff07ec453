import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { touches } from './touches.ts';

/** Lines that captions have on the screen at most (CEA-608). */
const MOST_LINES = 4;

/**
 * Live and automatic captions roll up: each cue begins with the lines that are still on the screen from the one before,
 * so that YouTube's say everything three times. Reads each line once, in the cue where it is new; a cue without a new line
 * makes the one before last longer. Only where at least half of all cues go on so, and a quarter with a new line below:
 * a refrain, or someone who repeats a word, keeps every line.
 */
export function readRollUp(cues: readonly CueDraft[]): {
  readonly cues: readonly CueDraft[];
  readonly problems: readonly Problem[];
} {
  const lines = cues.map(({ text }) => (text === '' ? [] : text.split('\n')));
  const again = cues.map((_, i) => (i > 0 ? repeated(lines[i - 1]!, lines[i]!) : 0));
  const goesOn = (i: number) => again[i]! > 0 && touches(cues[i - 1]!, cues[i]!);
  const hasNew = (i: number) => again[i]! > 0 && again[i]! < lines[i]!.length;
  const repeating = cues.filter((_, i) => goesOn(i)).length;
  const rolling = cues.filter((_, i) => goesOn(i) && hasNew(i)).length;
  const pairs = cues.length - 1;
  if (rolling < 2 || rolling * 4 < pairs || repeating * 2 < pairs) return { cues, problems: [] };

  // Where all goes on so, what stands above a new line does as well when there was silence before it.
  const old = again.map((count, i) => (goesOn(i) || hasNew(i) ? count : 0));
  const read: CueDraft[] = [];
  cues.forEach((cue, i) => {
    const fresh = lines[i]!.slice(old[i]);
    const last = read.at(-1);
    if (last && old[i]! > 0 && fresh.length === 0)
      read[read.length - 1] = { ...last, end: Math.max(last.end, cue.end) };
    else read.push({ ...cue, text: fresh.join('\n') });
  });
  const count = old.reduce((sum, count) => sum + count, 0);
  const message = `Lines of this file come again as they roll up; ${count.toLocaleString('en')} are read once.`;
  return { cues: read, problems: [{ code: 'repeated-lines', severity: 'warning', line: 0, message }] };
}

/** How many of the last lines above are the first lines below. */
function repeated(above: readonly string[], below: readonly string[]): number {
  for (let count = Math.min(above.length, below.length, MOST_LINES); count > 0; count -= 1)
    if (below.slice(0, count).every((line, i) => line === above[above.length - count + i])) return count;
  return 0;
}
