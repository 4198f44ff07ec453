import { readPreference, writePreference } from '../data/preferences.ts';

export type Theme = 'system' | 'light' | 'dark';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** The visitor's small choices, kept between visits where the browser lets them be. */
export class Preferences {
  #theme = $state.raw(THEMES.find((theme) => theme === readPreference('theme')) ?? 'system');
  #shortcuts = $state.raw(readPreference('shortcuts') !== 'off');

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

  nextTheme(): void {
    this.#theme = THEMES[(THEMES.indexOf(this.#theme) + 1) % THEMES.length]!;
    writePreference('theme', this.#theme);
    this.#show();
  }

  setShortcuts(on: boolean): void {
    this.#shortcuts = on;
    writePreference('shortcuts', on ? 'on' : 'off');
  }

  /** `color-scheme` on the root decides what every `light-dark()` of the style sheets means. */
  #show(): void {
    document.documentElement.dataset['theme'] = this.#theme;
  }
}
