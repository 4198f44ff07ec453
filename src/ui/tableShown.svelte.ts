import { tick } from 'svelte';
import { coveredAbove } from './transcript/covered.ts';
import { readAt } from './transcript/inView.ts';
import { landOn } from './transcript/landing.ts';

/**
 * Whether the timeline's table is on screen. It stands above the text: who closes it is back where it was asked for, unless the
 * visitor went elsewhere from it.
 */
export class TableShown {
  #shown = $state.raw(false);
  /** What was read, how high in the window, what had the focus, and where the visitor had gone to. */
  #left:
    | { readonly cue?: Element; readonly top: number; readonly focus: Element | null; readonly place: unknown }
    | undefined;
  readonly #place: () => unknown;

  /** `place` is where the visitor has gone to, by identity. */
  constructor(place: () => unknown) {
    this.#place = place;
  }

  get shown(): boolean {
    return this.#shown;
  }

  show(): void {
    const talk = document.querySelector('[data-stretch]')?.parentElement;
    const { cue } = talk ? readAt(talk, coveredAbove()) : {};
    const top = cue?.getBoundingClientRect().top ?? 0;
    this.#left = { ...(cue && { cue }), top, focus: document.activeElement, place: this.#place() };
    this.#shown = true;
  }

  /** `otherwise` takes the focus where what had it is not on screen any more. */
  async hide(otherwise: () => void): Promise<void> {
    const left = this.#left;
    this.#shown = false;
    await tick();
    if (!left || left.place !== this.#place()) return otherwise();
    // Held there: the room of the table goes, and the text above may take its real height.
    if (left.cue) landOn(left.cue, left.top);
    if (left.focus instanceof HTMLElement && left.focus.checkVisibility({ visibilityProperty: true }))
      left.focus.focus({ preventScroll: true });
    else otherwise();
  }
}
