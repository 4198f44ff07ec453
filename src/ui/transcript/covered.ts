/** Heights in pixels; `top` is that of the whole head, where search and timeline stand in it. */
interface Sticky {
  readonly top: number | undefined;
  readonly search: number;
  readonly timeline: number;
  readonly window: number;
}

/** What sticks to the top, and how much of the window it covers: it must never hide what is scrolled to (WCAG 2.4.11). */
export function stickyRoom({ top, search, timeline, window }: Sticky) {
  const both = search + timeline;
  // On a low phone, as one that is held across, the text needs the room more than the timeline does.
  const low = top === undefined && both > 0.5 * window;
  const tall = top ?? (low ? search : both);
  // In a low window or large text, as at 400 %, what sticks would leave no room to read in: there it scrolls away.
  const loose = tall > 0.7 * window;
  return { low, loose, covered: loose ? 0 : tall };
}

/**
 * An attachment: what is scrolled to, by whatever key, link or focus, lands below what sticks to the top of the window and
 * covers `pixels` of it (WCAG 2.4.11). Said on the root as the scroller's own padding, which is inherited by nothing: a
 * custom property on the transcript had each of its thousands of elements styled anew when a row of the timeline came.
 */
export function keepsClear(pixels: number): () => void {
  // Not taken back: the episode that comes has said its own before the one that goes is gone.
  return () => keepClear(pixels);
}

export function keepClear(pixels: number): void {
  document.documentElement.style.scrollPaddingTop = `${pixels}px`;
}

/** Pixels of the window that what sticks to the top covers; asking for them makes the browser work nothing out. */
export function coveredAbove(): number {
  return Number.parseFloat(document.documentElement.style.scrollPaddingTop) || 0;
}

/** The part of the window in which words can be read: below what sticks to the top, above what stands at the foot. */
export function freeHeight(element: Element): { top: number; bottom: number } {
  const { documentElement: root } = document;
  const top = coveredAbove();
  const sheet = Number.parseFloat(getComputedStyle(root).scrollPaddingBottom) || 0;
  // Words keep that clear of the player whether there is one or not.
  const margin = root.classList.contains('has-player') ? getComputedStyle(element).scrollMarginBottom : '';
  const foot = Math.max(sheet, Number.parseFloat(margin) || 0);
  return { top, bottom: Math.max(top + 100, innerHeight - foot) };
}
