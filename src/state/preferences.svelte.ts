import { readPreference, writePreference } from '../data/preferences.ts';

export type Theme = 'system' | 'light' | 'dark';
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Sizes of the transcript's text, in rem, from small to large. */
const TEXT_SIZES = [0.9375, 1.0625, 1.125, 1.3125, 1.5, 1.75] as const;
/** How wide a line of the transcript may be, in sizes of its text: about 55, 80, 100 characters, or all the room there is. */
export const LINE_WIDTHS = { narrow: 25, medium: 36.9, wide: 46, full: 1000 } as const;
export type LineWidth = keyof typeof LINE_WIDTHS;

const USUAL_SIZE = 2;

/** The visitor's small choices, kept between visits where the browser lets them be. */
export class Preferences {
  #theme = $state.raw(THEMES.find((theme) => theme === readPreference('theme')) ?? 'system');
  #shortcuts = $state.raw(readPreference('shortcuts') !== 'off');
  #quoteTimes = $state.raw(readPreference('quote-times') !== 'off');
  #size = $state.raw(sizeStep(readPreference('text-size')));
  #lineWidth = $state.raw(lineWidth(readPreference('line-width')));

  constructor() {
    this.#show();
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** Whether single letters are keys (WCAG 2.1.4 asks for a way to turn them off). */
  get shortcuts(): boolean {
    return this.#shortcuts;
  }

  /** Whether quotes say when they were said. */
  get quoteTimes(): boolean {
    return this.#quoteTimes;
  }

  /** Size of the transcript's text, in rem. */
  get textSize(): number {
    return TEXT_SIZES[this.#size]!;
  }

  get canBeSmaller(): boolean {
    return this.#size > 0;
  }

  get canBeLarger(): boolean {
    return this.#size < TEXT_SIZES.length - 1;
  }

  get lineWidth(): LineWidth {
    return this.#lineWidth;
  }

  nextTheme(): void {
    this.setTheme(THEMES[(THEMES.indexOf(this.#theme) + 1) % THEMES.length]!);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#keep('theme', theme);
  }

  setShortcuts(on: boolean): void {
    this.#shortcuts = on;
    this.#keep('shortcuts', on ? 'on' : 'off');
  }

  setQuoteTimes(on: boolean): void {
    this.#quoteTimes = on;
    this.#keep('quote-times', on ? 'on' : 'off');
  }

  resize(by: 1 | -1): void {
    this.#size = Math.min(TEXT_SIZES.length - 1, Math.max(0, this.#size + by));
    this.#keep('text-size', String(this.#size));
  }

  setLineWidth(width: LineWidth): void {
    this.#lineWidth = width;
    this.#keep('line-width', width);
  }

  /** The one gateway: what was chosen is kept, and shown. */
  #keep(name: string, value: string): void {
    writePreference(name, value);
    this.#show();
  }

  /** `color-scheme` on the root decides what every `light-dark()` of the style sheets means. */
  #show(): void {
    const { dataset, style } = document.documentElement;
    dataset['theme'] = this.#theme;
    style.setProperty('--reading-size', `${this.textSize}rem`);
    style.setProperty('--reading-width', `${LINE_WIDTHS[this.#lineWidth] * this.textSize}rem`);
  }
}

function sizeStep(kept: string | undefined): number {
  const step = Number(kept ?? NaN);
  return Number.isInteger(step) && step >= 0 && step < TEXT_SIZES.length ? step : USUAL_SIZE;
}

function lineWidth(kept: string | undefined): LineWidth {
  return kept !== undefined && Object.hasOwn(LINE_WIDTHS, kept) ? (kept as LineWidth) : 'medium';
}
