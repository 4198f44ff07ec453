import { readPreference, writePreference } from '../data/preferences.ts';
import { keptLook, showLook, TEXT_SIZES, THEMES, type LineWidth, type Look, type Theme } from './look.ts';

/** The visitor's small choices, kept between visits where the browser lets them be. */
export class Preferences {
  #look = $state.raw(keptLook());
  #shortcuts = $state.raw(readPreference('shortcuts') !== 'off');
  #quoteTimes = $state.raw(readPreference('quote-times') !== 'off');

  constructor() {
    showLook(this.#look);
  }

  get theme(): Theme {
    return this.#look.theme;
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
    return TEXT_SIZES[this.#look.size]!;
  }

  get canBeSmaller(): boolean {
    return this.#look.size > 0;
  }

  get canBeLarger(): boolean {
    return this.#look.size < TEXT_SIZES.length - 1;
  }

  get lineWidth(): LineWidth {
    return this.#look.lineWidth;
  }

  nextTheme(): void {
    this.setTheme(THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length]!);
  }

  setTheme(theme: Theme): void {
    this.#wear('theme', theme, { theme });
  }

  setShortcuts(on: boolean): void {
    this.#shortcuts = on;
    writePreference('shortcuts', on ? 'on' : 'off');
  }

  setQuoteTimes(on: boolean): void {
    this.#quoteTimes = on;
    writePreference('quote-times', on ? 'on' : 'off');
  }

  resize(by: 1 | -1): void {
    const size = Math.min(TEXT_SIZES.length - 1, Math.max(0, this.#look.size + by));
    this.#wear('text-size', String(size), { size });
  }

  setLineWidth(lineWidth: LineWidth): void {
    this.#wear('line-width', lineWidth, { lineWidth });
  }

  /** What was chosen is kept, and shown. */
  #wear(name: string, value: string, chosen: Partial<Look>): void {
    writePreference(name, value);
    this.#look = { ...this.#look, ...chosen };
    showLook(this.#look);
  }
}
