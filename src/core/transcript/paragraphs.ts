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
const FULL = 900;

/**
 * Joins cues to paragraphs: broken where the speaker changes, at a pause, at each of `breaks` (seconds,
 * ascending: where chapters start), and at a readable length behind a full sentence. Where no cue ends a sentence for
 * so long, as in captions without punctuation, it is broken where the speaker drew breath.
 */
export function buildParagraphs(cues: readonly Cue[], breaks: readonly number[] = []): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Cue[] = [];
  let length = 0;
  let nextBreak = 0;
  // Files that name the speaker at the head of a turn only leave the rest of it unnamed.
  let speaker: string | undefined;

  const close = (count = current.length) => {
    const cues = current.slice(0, count);
    const [first] = cues;
    if (!first) return;
    const end = cues.reduce((latest, cue) => Math.max(latest, cue.end), first.end);
    paragraphs.push({
      id: first.id,
      start: first.start,
      end,
      ...(first.speaker === undefined ? {} : { speaker: first.speaker }),
      cues,
    });
    current = current.slice(count);
    length = lengthOf(current);
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
        (ended && (pause >= PAUSE || length >= ROOMY))
      ) {
        close();
      } else if (length >= FULL) {
        close(breathIn([...current, cue]));
      }
    }
    current.push(cue);
    speaker = cue.speaker ?? speaker;
    length += cue.text.length + 1;
  }
  close();
  return paragraphs;
}

/** How many of a paragraph's cues to keep where it must be broken: up to the best breath in its second half. */
function breathIn(cues: readonly Cue[]): number {
  const whole = lengthOf(cues);
  let [best, most] = [cues.length - 1, -1];
  let length = 0;
  for (let i = 1; i < cues.length; i += 1) {
    const [before, after] = [cues[i - 1]!, cues[i]!];
    length += before.text.length + 1;
    if (length < whole / 2) continue;
    const breath =
      Math.max(0, after.start - before.end) +
      (endsSentence(before.text) ? 2 : /[,;:，、；：]["'”’)\]]*$/.test(before.text) ? 0.5 : 0);
    if (breath > most) [best, most] = [i, breath];
  }
  return best;
}

const lengthOf = (cues: readonly Cue[]) => cues.reduce((sum, { text }) => sum + text.length + 1, 0);

function endsSentence(text: string): boolean {
  return /[.!?…。！？]["'”’)\]]*$/.test(text);
}
