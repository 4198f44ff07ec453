import { UNSPACED } from '../text/unspaced.ts';
import type { CueDraft } from './cue.ts';

/** Seconds of silence, and characters, at which a line of joined words ends. */
const PAUSE = 0.8;
const LONG = 90;
/**
 * Letters that a cue of a single word has at most in a script without spaces; by count, so that all browsers agree. Four
 * where a letter is a word or a syllable; in katakana, that spell foreign words, and the alphabets, a dozen.
 */
const FEW = 4;
const MANY = 12;
/** Short sentences of an alphabet without spaces have no more than that either, but a usual word has less. */
const USUAL = 7;

const SYLLABIC = String.raw`\p{sc=Han}\p{sc=Hira}`;
const SYLLABLE = new RegExp(String.raw`(?=\p{L})[${SYLLABIC}]`, 'gu');
const LETTER = new RegExp(String.raw`(?=\p{L})(?![${SYLLABIC}])[${UNSPACED}]`, 'gu');
const KATAKANA = /\p{scx=Kana}/u;
/** Where no space stands: between two of these scripts' characters, full stops and brackets among them. */
const SEAM = new RegExp(String.raw`[${UNSPACED}！？（），：；]\n[${UNSPACED}！？（），：；]`, 'u');

/**
 * Some tools write one cue for each word. Joins them to lines that can be read, broken at sentences, pauses and
 * speakers; a transcript of ordinary cues is returned as it is, also in a script that has no spaces.
 */
export function joinWords(cues: readonly CueDraft[]): readonly CueDraft[] {
  const single = cues.filter(({ text }) => isWord(text)).length;
  if (cues.length < 20 || single < cues.length * 0.9 || usualOf(cues) > USUAL) return cues;
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
        text: last.text === '' ? cue.text : joined(last.text, cue.text),
      };
  }
  return lines;
}

function isWord(text: string): boolean {
  return !/\s/.test(text) && count(text, SYLLABLE) <= FEW && count(text, LETTER) <= MANY;
}

/** How many letters of an alphabet without spaces a usual cue has (the median): none where it is in another script. */
function usualOf(cues: readonly CueDraft[]): number {
  const lengths = cues.map(({ text }) => (KATAKANA.test(text) ? 0 : count(text, LETTER))).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

function count(text: string, letter: RegExp): number {
  return text.match(letter)?.length ?? 0;
}

/** A line and its next word, with a space between them where their script has spaces. */
export function joined(line: string, word: string): string {
  const unspaced = SEAM.test(`${line.slice(-2)}\n${word.slice(0, 2)}`);
  return unspaced ? line + word : `${line} ${word}`;
}
