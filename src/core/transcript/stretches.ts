import type { ReadingBlock } from './reading.ts';
import type { TimeRange } from '../time.ts';

/** A piece of the transcript that the browser lays out only when it comes near the screen. */
export interface Stretch extends TimeRange {
  /** The first cue's id. */
  readonly id: string;
  readonly blocks: readonly ReadingBlock[];
  /** Characters of each paragraph, its speaker's name included, in order: told once, as widths of a line change. */
  readonly lengths: readonly number[];
}

/**
 * Cues in a stretch of a long talk, and in the first of any at most. Of a talk of ten hours, blocks of 50 cues are drawn in 0.65 s and scroll at 17 ms a frame, each
 * cue for itself in 1.4 s and 204 ms: the browser has to ask of every one whether it is near.
 */
const CUES = 50;
/** Cues in one of a talk with few: on a phone the page answers between stretches, and 50 keep it from that for too long. */
const FEW = 25;
/** Stretches from which on they hold more. */
export const MANY = 180;
/** Stretches of the longest talks: each costs the page something before it is ever drawn. */
const MOST = 1000;
/** Letters that fill the first screen, of a large one too: the first stretch has no more, as all else waits for it. */
export const FIRST_LETTERS = 2400;

/**
 * Divides what is read (`buildReading`; blocks with words only) into stretches of about 25 to 50 cues, or a thousandth of all, the first of a screen at most, torn
 * between paragraphs only. The words stay in the order and under the headings that they had.
 */
export function layStretches(blocks: readonly ReadingBlock[]): Stretch[] {
  const stretches: { id: string; start: number; end: number; blocks: ReadingBlock[]; lengths: number[] }[] = [];
  const count = blocks.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { cues }) => sum + cues.length, 0);
  const enough = Math.max(FEW, Math.min(CUES, count / MANY), count / MOST);
  let room = 0;
  let letters = FIRST_LETTERS;
  for (const { id, headings, paragraphs } of blocks) {
    let piece: { id: string; headings: typeof headings; paragraphs: (typeof paragraphs)[number][] } | undefined;
    for (const paragraph of paragraphs) {
      if (room <= 0 || (stretches.length === 1 && letters <= 0)) {
        stretches.push({ id: paragraph.id, start: paragraph.start, end: paragraph.end, blocks: [], lengths: [] });
        room = stretches.length === 1 ? CUES : enough;
        piece = undefined;
      }
      const stretch = stretches.at(-1)!;
      if (!piece) {
        const first = paragraph === paragraphs[0];
        piece = { id: first ? id : paragraph.id, headings: first ? headings : [], paragraphs: [] };
        stretch.blocks.push(piece);
      }
      piece.paragraphs.push(paragraph);
      stretch.end = Math.max(stretch.end, paragraph.end);
      room -= paragraph.cues.length;
      const length = lengthOf(paragraph);
      stretch.lengths.push(length);
      letters -= length;
    }
  }
  return stretches;
}

function lengthOf({ cues, speaker }: ReadingBlock['paragraphs'][number]): number {
  let length = speaker === undefined ? 0 : speaker.length + 1;
  for (const { text } of cues) length += text.length + 1;
  return length;
}

/** Lines of text that the space around a paragraph, and a heading with the space around it, are worth. */
const GAP = 0.6;
const HEADING = { chapter: 2.2, section: 3.2, part: 2 };

/**
 * How high a stretch will stand, in lines of its text, for a browser that has not laid it out yet: from the length
 * of its text and the characters that a line holds.
 */
export function estimateLines({ blocks, lengths }: Stretch, charactersPerLine: number): number {
  // A line ends between words, about three characters before it is full.
  const full = Math.max(8, charactersPerLine - 3);
  let lines = lengths.length * GAP;
  for (const { headings } of blocks) for (const { level } of headings) lines += HEADING[level];
  for (const length of lengths) lines += Math.ceil(length / full);
  return Math.round(lines * 10) / 10;
}
