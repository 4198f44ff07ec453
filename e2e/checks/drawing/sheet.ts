import type { Room } from './readHouse.ts';

export const WIDTH = 1320;
/** Left and right of the layers run the roads that pass one by. */
export const GUTTER = 88;
export const INNER = WIDTH - 2 * GUTTER;
export const PAD = 20;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How thick a line of so many imports is. */
export const weight = (count: number) => Math.min(6, 0.8 + Math.sqrt(count) / 2).toFixed(1);
export const number = (value: number) => value.toLocaleString('en');
export const size = ({ files, lines }: Room) =>
  `${files.length} ${files.length === 1 ? 'file' : 'files'} · ${number(lines)} lines`;
export const box = ({ x, y, width, height }: Box) => `x="${x}" y="${y}" width="${width}" height="${height}"`;
export const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
