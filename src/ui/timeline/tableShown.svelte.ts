import { tick } from 'svelte';

/**
 * Whether the timeline's table is on screen. It stands above the text: who closes it is back where it was asked for, unless the
 * visitor went elsewhere from it.
 */
export class TableShown {
  #shown = $state.raw(false);
  #left: { readonly place: unknown; readonly top: number; readonly focus: Element | null } | undefined;
  readonly #place: () => unknown;

  /** `place` is where the visitor has gone to, by identity. */
  constructor(place: () => unknown) {
    this.#place = place;
  }

  get shown(): boolean {
    return this.#shown;
  }

  show(): void {
    this.#left = { place: this.#place(), top: scrollY, focus: document.activeElement };
    this.#shown = true;
  }

  /** `otherwise` takes the focus where what had it is not on screen any more. */
  async hide(otherwise: () => void): Promise<void> {
    const left = this.#left;
    this.#shown = false;
    await tick();
    if (!left || left.place !== this.#place()) return otherwise();
    scrollTo(scrollX, left.top);
    if (left.focus instanceof HTMLElement && left.focus.checkVisibility({ visibilityProperty: true }))
      left.focus.focus({ preventScroll: true });
    else otherwise();
  }
}
