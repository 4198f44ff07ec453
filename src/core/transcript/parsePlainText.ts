import type { Problem } from '../problem.ts';
import { formatSpoken } from '../time.ts';
import { closeEnds } from './closeEnds.ts';
import type { CueDraft } from './cue.ts';
import { spokenTimes } from './spokenTimes.ts';
import { codeOf, type Code } from './timeCode.ts';

/** Whether a text is a transcript with time codes: several of its lines begin or end with one. */
export function hasTimeCodes(text: string): boolean {
  const [first, ...more] = codesOf(linesOf(text.slice(0, 20_000))).codes.values();
  if (!first || more.length > 0) return first !== undefined;
  // One alone, behind a label and before other words, is of any text: “Best part: [12:30] the rant”.
  return text.length < 2000 && (first.speaker === undefined || first.text === '');
}

/**
 * Reads plain text with time codes, as transcription services and people write it: a code at the head of a line, or a
 * line of its own with the speaker's name. A cue runs to the next code, or to the end that the file gives.
 */
export function parsePlainText(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const cues: { start: number; end?: number; line: number; text: string; speaker?: string }[] = [];
  const tell = (code: string, line: number, message: string) =>
    problems.push({ code, severity: 'warning', line, message });
  const lines = linesOf(source);
  const { codes, spoken } = codesOf(lines);
  lines.forEach((text, i) => {
    if (text === '') return;
    const code = codes.get(i);
    const last = cues.at(-1);
    if (code) {
      const { sure: _, ...cue } = code;
      cues.push({ line: i + 1, ...cue });
    } else if (last?.text === '' && text.replaceAll(',', '') === formatSpoken(last.start)) {
      return; // YouTube says each time a second time, for screen readers
    } else if (last) {
      last.text = last.text === '' ? text : `${last.text}\n${text}`;
      if (spoken.has(i))
        tell('time-in-text', i + 1, `The time in “${text.slice(0, 60)}” seems to be a spoken one; it is read as text.`);
    } else
      tell('text-without-timing', i + 1, `“${text.slice(0, 60)}” stands before the first time code; it is left out.`);
  });
  // “Transcription ended after 00:12:03”, as the last line: no turn, and the end of the one before.
  const [before, last] = cues.slice(-2);
  if (before && last?.text === '' && /^transcription ended\b/i.test(last.speaker ?? '')) {
    cues.pop();
    before.end ??= last.start;
  }
  return { cues: closeEnds(cues), problems };
}

/** Lines without Markdown's `**`, in which language models set names and times. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.replaceAll('**', '').trim());
}

/** The time codes by the number of their line, without those that are spoken. */
function codesOf(lines: readonly string[]): {
  readonly codes: ReadonlyMap<number, Code>;
  readonly spoken: ReadonlySet<number>;
} {
  const codes = new Map<number, Code>();
  lines.forEach((line, i) => {
    const code = codeOf(line);
    if (code) codes.set(i, code);
  });
  const spoken = spokenTimes([...codes]);
  for (const line of spoken) codes.delete(line);
  return { codes, spoken };
}
