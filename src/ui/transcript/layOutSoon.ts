const waiting = new Set<HTMLElement>();
let working = false;

/**
 * Lays a stretch of the transcript out for good, when the browser has time: what is skipped because it is far from the
 * screen is not in Chromium's accessibility tree (measured, 156), and a screen reader would reach only what is near. Gives
 * back how to leave it to the browser again, as before a change of all widths.
 *
 * A browser that does not hold the page's place while heights above it change is left alone.
 */
export function layOutSoon(stretch: HTMLElement): (() => void) | undefined {
  if (!CSS.supports('overflow-anchor', 'auto') || !('requestIdleCallback' in window)) return undefined;
  waiting.add(stretch);
  if (!working) next();
  return () => {
    waiting.delete(stretch);
    stretch.style.contentVisibility = '';
  };
}

/** One stretch per idle time, with a frame in between: no task of it is longer than fifty cues take. */
function next(): void {
  working = waiting.size > 0;
  if (!working) return;
  requestIdleCallback(() => {
    const [stretch] = waiting;
    if (stretch) {
      waiting.delete(stretch);
      stretch.style.contentVisibility = 'visible';
    }
    requestAnimationFrame(next);
  });
}
