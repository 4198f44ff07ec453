import type { TimeRange } from '../time.ts';
import type { Cue } from './cue.ts';

/** Cues that are read together: the unit of reading, of `j` and `k`, and of the times in the margin. */
export interface Paragraph extends TimeRange {
  /** The first cue's id. */
  readonly id: string;
  readonly speaker?: string;
  readonly cues: readonly Cue[];
}

/** A pause that a reader should see, in seconds; a longer one breaks even a sentence that was cut off. */
const PAUSE = 1.2;
const LONG_PAUSE = 2.5;
/** Characters: a paragraph may end at a sentence from here on, and must end by there. */
const ROOMY = 420;
const FULL = 1100;

/**
 * Joins cues to paragraphs: broken where the speaker changes, at a pause, at each of `breaks` (seconds,
 * ascending: where chapters start), and at a readable length, if possible behind a full sentence.
 */
export function buildParagraphs(cues: readonly Cue[], breaks: readonly number[] = []): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Cue[] = [];
  let length = 0;
  let nextBreak = 0;
  // Files that name the speaker at the head of a turn only leave the rest of it unnamed.
  let speaker: string | undefined;

  const close = () => {
    const [first] = current;
    if (!first) return;
    const end = current.reduce((latest, cue) => Math.max(latest, cue.end), first.end);
    paragraphs.push({
      id: first.id,
      start: first.start,
      end,
      ...(first.speaker === undefined ? {} : { speaker: first.speaker }),
      cues: current,
    });
    current = [];
    length = 0;
  };

  for (const cue of cues) {
    const last = current.at(-1);
    let crossed = false;
    while (nextBreak < breaks.length && breaks[nextBreak]! <= cue.start) {
      nextBreak += 1;
      crossed = true;
    }
    if (last) {
      const pause = cue.start - last.end;
      const ended = endsSentence(last.text);
      if (
        crossed ||
        (cue.speaker !== undefined && cue.speaker !== speaker) ||
        pause >= LONG_PAUSE ||
        (ended && (pause >= PAUSE || length >= ROOMY)) ||
        length >= FULL
      ) {
        close();
      }
    }
    current.push(cue);
    speaker = cue.speaker ?? speaker;
    length += cue.text.length + 1;
  }
  close();
  return paragraphs;
}

function endsSentence(text: string): boolean {
  return /[.!?…。！？]["'”’)\]]*$/.test(text);
}
