import { UNSPACED } from '../text/unspaced.ts';
import type { CueDraft } from './cue.ts';

/** Seconds of silence, and characters, at which a line of joined words ends. */
const PAUSE = 0.8;
const LONG = 90;
/** Letters of a script without spaces that one cue of a single word has at most; by count, so that all browsers agree. */
const LETTERS = 4;

const LETTER = new RegExp(String.raw`(?=\p{L})[${UNSPACED}]`, 'gu');
/** Where no space stands: between two of these scripts' characters, full stops and brackets among them. */
const SEAM = new RegExp(String.raw`[${UNSPACED}！？（），：；]\n[${UNSPACED}！？（），：；]`, 'u');

/**
 * Some tools write one cue for each word. Joins them to lines that can be read, broken at sentences, pauses and
 * speakers; a transcript of ordinary cues is returned as it is, also in a script that has no spaces.
 */
export function joinWords(cues: readonly CueDraft[]): readonly CueDraft[] {
  const single = cues.filter(({ text }) => isWord(text)).length;
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
      !/[.!?…。｡！？]["'”’)」』）]*$/.test(last.text);
    if (!joins) lines.push(cue);
    else if (cue.text !== '')
      lines[lines.length - 1] = {
        ...last,
        end: Math.max(last.end, cue.end),
        text: last.text === '' ? cue.text : join(last.text, cue.text),
      };
  }
  return lines;
}

function isWord(text: string): boolean {
  return !/\s/.test(text) && (text.match(LETTER)?.length ?? 0) <= LETTERS;
}

function join(line: string, word: string): string {
  const unspaced = SEAM.test(`${line.slice(-2)}\n${word.slice(0, 2)}`);
  return unspaced ? line + word : `${line} ${word}`;
}
