import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { parseCueText } from './parseCueText.ts';
import { parseTiming } from './timestamp.ts';

/**
 * Reads WebVTT and SubRip, which differ in less than their files do: whichever name a file carries, the
 * same road reads it.
 *
 * It follows the WebVTT parsing algorithm (W3C WebVTT §6.1): lines are taken one by one; a block is
 * closed by a blank line *or by the next line with an arrow*; so a file without any blank lines reads
 * well. `NOTE`, `STYLE` and `REGION` blocks are passed over. Deviations, each for files that exist:
 *  1. the `WEBVTT` line may be missing, for that is SubRip;
 *  2. times are read as `parseTimestamp` reads them (`M:SS`, comma, no milliseconds …);
 *  3. text after a blank line behind the timing belongs to that cue;
 *  4. the line before an arrow is an identifier also where no blank line precedes it, if it is a bare number
 *     that counts up (SubRip's counter);
 *  5. a cue that ends before it starts is kept, with no length, so that its words can be found.
 * Every line that cannot be used becomes a problem, and reading goes on with the next.
 */
export function parseTimedText(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const lines = source.replaceAll('\0', '\uFFFD').split(/\r\n|\n|\r/);
  const problems: Problem[] = [];
  const cues: CueDraft[] = [];
  let at = /^\uFEFF?WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '') ? endOfHeader(lines) : 0;
  let open: { start: number; end: number; line: number; text: string[]; pastBlank: boolean } | undefined;
  let lastCounter = 0;

  const close = () => {
    if (!open) return;
    const { text, line, start, end } = open;
    cues.push({ start, end: Math.max(start, end), line, ...parseCueText(text.join('\n')) });
    if (end < start)
      problems.push(
        warn('cue-ends-before-start', line, 'This cue ends before it starts; it is kept without a length.'),
      );
    open = undefined;
  };

  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    // Outside of a cue, or behind a blank line in one that has no text yet: a new block may start here.
    const betweenBlocks = !open || (open.pastBlank && open.text.length === 0);
    if (line.includes('-->')) {
      const timing = parseTiming(line);
      close();
      if (timing) open = { ...timing, line: at + 1, text: [], pastBlank: false };
      else problems.push(lost('bad-timing', at + 1, `“${clip(line)}” is not a cue's timing; the cue is left out.`));
    } else if (line.trim() === '') {
      // Deviation 3: a cue that has no text yet waits for it over the blank line.
      if (open && open.text.length > 0) close();
      else if (open) open.pastBlank = true;
    } else if (betweenBlocks && /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)) {
      while (at + 1 < lines.length && lines[at + 1]!.trim() !== '' && !lines[at + 1]!.includes('-->')) at += 1;
    } else if (lines[at + 1]?.includes('-->') && (betweenBlocks || isCounter(line, lastCounter))) {
      if (isCounter(line, lastCounter)) lastCounter = Number(line.trim());
    } else if (open) {
      open.text.push(line);
    } else {
      problems.push(lost('text-without-timing', at + 1, `“${clip(line)}” belongs to no cue; it is left out.`));
    }
  }
  close();
  return { cues, problems };
}

/** §6.1, steps 4 to 12: what stands between the signature and the first blank line or arrow. */
function endOfHeader(lines: readonly string[]): number {
  let at = 1;
  while (at < lines.length && lines[at]!.trim() !== '' && !lines[at]!.includes('-->')) at += 1;
  // The line before the first arrow may be that cue's identifier; it carries nothing that is shown.
  return at;
}

function isCounter(line: string, last: number): boolean {
  return /^\s*\d{1,9}\s*$/.test(line) && Number(line) === last + 1;
}

function clip(line: string): string {
  const clean = line.trim();
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean;
}

function lost(code: string, line: number, message: string): Problem {
  return { code, severity: 'error', line, message };
}

function warn(code: string, line: number, message: string): Problem {
  return { code, severity: 'warning', line, message };
}
