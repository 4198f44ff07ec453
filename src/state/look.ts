import { readPreference } from '../data/preferences.ts';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Sizes of the transcript's text, in rem, from small to large. */
export const TEXT_SIZES: readonly number[] = [0.9375, 1.0625, 1.125, 1.3125, 1.5, 1.75];
const USUAL_SIZE = 2;

/** How wide a line of the transcript may be, in sizes of its text: about 55, 80, 100 characters, or all the room there is. */
export const LINE_WIDTHS = { narrow: 25, medium: 36.9, wide: 46, full: 1000 } as const;
export type LineWidth = keyof typeof LINE_WIDTHS;

/** What the page looks like: its scheme of colours, and the transcript's text. */
export interface Look {
  readonly theme: Theme;
  /** A place in `TEXT_SIZES`. */
  readonly size: number;
  readonly lineWidth: LineWidth;
}

/** The look that was chosen last; what was not chosen, or can't be read, is the usual. */
export function keptLook(): Look {
  const size = Number(readPreference('text-size') ?? NaN);
  const width = readPreference('line-width') ?? '';
  return {
    theme: THEMES.find((theme) => theme === readPreference('theme')) ?? 'system',
    size: size in TEXT_SIZES ? size : USUAL_SIZE,
    lineWidth: Object.hasOwn(LINE_WIDTHS, width) ? (width as LineWidth) : 'medium',
  };
}

/** `color-scheme` on the root decides what every `light-dark()` of the style sheets means. */
export function showLook({ theme, size, lineWidth }: Look): void {
  const { dataset, style } = document.documentElement;
  const rem = TEXT_SIZES[size]!;
  dataset['theme'] = theme;
  style.setProperty('--reading-size', `${rem}rem`);
  style.setProperty('--reading-width', `${LINE_WIDTHS[lineWidth] * rem}rem`);
}

/** The page as the visitor left it, before it is first painted: its look, and the room that its lanes take. */
export function showKept(): void {
  const lanes = readPreference('lanes');
  if (lanes !== undefined) document.documentElement.dataset['lanes'] = lanes;
  showLook(keptLook());
}
