import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { ALL_DEVIATIONS, type Deviation } from './deviations.ts';
import { parseCueText } from './parseCueText.ts';
import { partCue } from './partCue.ts';
import { momentAfter, parseLooseTiming, parseStrictTiming, type Timing } from './timestamp.ts';

interface OpenCue extends Timing {
  readonly line: number;
  readonly text: string[];
  pastBlank: boolean;
}

/** Markup about some of a cue's words. */
const LIT = /<(?:[bciu]|font)\b/i;
/** Faults of one kind that are told one by one; of more, only their number is. */
const MOST_TOLD = 100;

/**
 * Reads WebVTT and SubRip, which differ in less than their files do: whichever name a file carries, the same road reads
 * it.
 *
 * It follows the WebVTT parsing algorithm (W3C WebVTT §6.1): lines are taken one by one; a block is closed by a blank
 * line *or by the next line with an arrow*, so a file without any blank line reads well. The first line of a block may be
 * an identifier; `NOTE`, `STYLE` and `REGION` blocks are passed over. Where and why it does more than the standard says
 * `deviations.ts`. Every line that cannot be used becomes a problem, and reading goes on with the next.
 */
export function parseTimedText(
  source: string,
  deviations: ReadonlySet<Deviation> = ALL_DEVIATIONS,
): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const lines = source
    .replaceAll('\0', '\uFFFD')
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/);
  const problems: Problem[] = [];
  const cues: CueDraft[] = [];
  const parseTiming = deviations.has('loose-times') ? parseLooseTiming : parseStrictTiming;
  const signed = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  if (!signed && !deviations.has('no-signature')) return { cues, problems };
  let open: OpenCue | undefined;
  let counter = 0;
  let stray = 0;

  const close = () => {
    if (!open) return;
    const { text, line, start, end } = open;
    const backward = end <= start && deviations.has('backward-end');
    const raw = text.join('\n');
    const [said, ...more] = parseCueText(raw, deviations);
    const cue = { start, end: backward ? momentAfter(start) : end, line, ...said };
    const lit = raw.search(LIT);
    if (more.length === 0) cues.push(lit < 0 ? cue : { ...cue, lit });
    else for (const part of partCue(cue, [said, ...more])) cues.push(part);
    if (end < start)
      problems.push(
        warn('cue-ends-before-start', line, 'This cue ends before it starts; it is kept, and lasts a moment.'),
      );
    open = undefined;
  };

  for (let at = signed ? endOfHeader(lines) : 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const next = lines[at + 1];
    const blank = deviations.has('trimmed') ? line.trim() === '' : line === '';
    // Outside of a cue, or behind a blank line in one that may go on: a new block may start here.
    const betweenBlocks = !open || open.pastBlank;
    if (line.includes('-->')) {
      close();
      const timing = parseTiming(line);
      if (timing) open = { ...timing, line: at + 1, text: [], pastBlank: false };
      else problems.push(lost('bad-timing', at + 1, `“${clip(line)}” is not a cue's timing; the cue is left out.`));
    } else if (blank) {
      if (open && ((signed && open.text.length > 0) || !deviations.has('late-text'))) close();
      else if (open) open.pastBlank = true;
    } else if (betweenBlocks && /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(line)) {
      while (lines[at + 1]?.trim() && !lines[at + 1]!.includes('-->')) at += 1;
    } else if (
      next?.includes('-->') &&
      (betweenBlocks || (deviations.has('glued-counter') && isCounter(line, counter)))
    ) {
      if (isCounter(line, counter)) counter += 1;
    } else if (open && (open.text.length === 0 || !open.pastBlank || /\D/.test(line))) {
      open.text.push(line);
      open.pastBlank = false;
    } else if ((stray += 1) <= MOST_TOLD) {
      problems.push(lost('text-without-timing', at + 1, `“${clip(line)}” belongs to no cue; it is left out.`));
    }
  }
  close();
  if (stray > MOST_TOLD)
    problems.push(
      lost('text-without-timing', 0, `${stray - MOST_TOLD} more lines belong to no cue; they are left out.`),
    );
  return { cues, problems };
}

/** §6.1, steps 4 to 12: what stands between the signature and the first blank line or arrow. */
function endOfHeader(lines: readonly string[]): number {
  let at = 1;
  while (at < lines.length && lines[at] !== '' && !lines[at]!.includes('-->')) at += 1;
  return at;
}

/** SubRip numbers its cues; only a number that goes on counting is taken for one. */
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
