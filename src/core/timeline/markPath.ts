import type { TimeRange } from '../time.ts';
import type { Mark } from './marks.ts';

/** What a row's signs look like: a stroke or a ring, a triangle, a diamond, a flag. */
export type SignShape = 'mention' | 'hit' | 'note' | 'link';

/** The signs of a row as two SVG paths. What is not sure is drawn hollow, so that no colour has to say it. */
export interface SignPaths {
  readonly sure: string;
  readonly unsure: string;
}

/** Pixels below which two signs of a kind can't be told apart. */
const SAME = 0.75;

/** About `x` and `y`, the middle of the row, which is so high. */
type Outline = (x: number, y: number, height: number) => string;

const upright: Outline = (x, y, height) => `M${x},${y - height / 2 + 4}v${height - 8}`;
const ring: Outline = (x, y) => `M${tenth(x - 4.5)},${y}a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0`;
const triangle: Outline = (x, y) => `M${tenth(x - 5)},${y - 5}h10l-5,10z`;
const diamond: Outline = (x, y) => `M${x},${y - 5.5}l5.5,5.5l-5.5,5.5l-5.5,-5.5z`;
const flag: Outline = (x, y) => `M${tenth(x - 4)},${y - 6}h8v12l-4,-4l-4,4z`;

const OUTLINES: Record<SignShape, readonly [sure: Outline, unsure: Outline]> = {
  mention: [upright, ring],
  hit: [triangle, triangle],
  note: [diamond, diamond],
  link: [flag, flag],
};

/**
 * All signs of a row (ascending) as one path for what is sure and one for what is not; `height` and `top` are the row's, in
 * pixels. Paths of rows that are drawn alike may be joined to one. A constant number of elements redraws 6,000 signs in the
 * time in which 600 elements would move.
 */
export function signPaths(
  marks: readonly Mark[],
  x: (seconds: number) => number,
  height: number,
  shape: SignShape,
  top = 0,
): SignPaths {
  const middle = top + height / 2;
  const [outlineSure, outlineUnsure] = OUTLINES[shape];
  let [sure, unsure] = ['', ''];
  let [lastSure, lastUnsure] = [-Infinity, -Infinity];
  for (const mark of marks) {
    const at = tenth(x(mark.start));
    if (mark.sure && at - lastSure >= SAME) {
      sure += outlineSure(at, middle, height);
      lastSure = at;
    } else if (!mark.sure && at - lastUnsure >= SAME) {
      unsure += outlineUnsure(at, middle, height);
      lastUnsure = at;
    }
  }
  return { sure, unsure };
}

/** Pixels that the round ends of a broad stroke stick out by. */
const CAP = 5.5;

/** Stretches as one path of level lines through the middle of the row, to be stroked broadly; none sticks out on the left. */
export function stretchPath(
  stretches: readonly TimeRange[],
  x: (seconds: number) => number,
  height: number,
  top = 0,
): string {
  let path = '';
  for (const { start, end } of stretches) {
    const [from, to] = [Math.max(CAP, tenth(x(start))), tenth(x(end))];
    // What is out of view lies wholly on one of its edges.
    if (to > from) path += `M${from},${top + height / 2}H${to}`;
  }
  return path;
}

/** A histogram's columns as one path that stands on the ground of a row. */
export function columnPath(
  columns: readonly { readonly x: number; readonly width: number; readonly share: number }[],
  height: number,
): string {
  return columns
    .map(({ x, width, share }) => {
      const tall = tenth(Math.max(3, share * height));
      return `M${tenth(x)},${height}v${-tall}h${tenth(Math.max(1, width - 1))}v${tall}z`;
    })
    .join('');
}

/**
 * Which signs have words beside them: those with room for a beginning, in pixels up to the next sign. `index` counts in
 * `marks`.
 */
export function captionRooms(
  marks: readonly Mark[],
  x: (seconds: number) => number,
  width: number,
  least = 48,
): { readonly index: number; readonly x: number; readonly room: number }[] {
  return marks.flatMap(({ start }, index) => {
    const at = x(start) + 10;
    const next = marks[index + 1];
    const room = (next ? x(next.start) - 10 : width) - at;
    return room >= least ? [{ index, x: at, room }] : [];
  });
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
