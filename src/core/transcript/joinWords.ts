import type { CueDraft } from './cue.ts';

/** Seconds of silence, and characters, at which a line of joined words ends. */
const PAUSE = 0.8;
const LONG = 90;

/**
 * Some tools write one cue for each word. Joins them to lines that can be read, broken at sentences, pauses and
 * speakers; a transcript of ordinary cues is returned as it is.
 */
export function joinWords(cues: readonly CueDraft[]): readonly CueDraft[] {
  const single = cues.filter(({ text }) => !/\s/.test(text)).length;
  if (cues.length < 20 || single < cues.length * 0.9) return cues;
  const lines: CueDraft[] = [];
  for (const cue of cues) {
    const last = lines.at(-1);
    const joins =
      last &&
      last.speaker === cue.speaker &&
      cue.start >= last.start &&
      cue.start - last.end < PAUSE &&
      last.text.length < LONG &&
      !/[.!?…]["'”’)]*$/.test(last.text);
    if (!joins) lines.push(cue);
    else if (cue.text !== '')
      lines[lines.length - 1] = {
        ...last,
        end: Math.max(last.end, cue.end),
        text: last.text === '' ? cue.text : `${last.text} ${cue.text}`,
      };
  }
  return lines;
}
