const waiting: HTMLElement[] = [];
let working = false;

/**
 * Lays a stretch of the transcript out for good, when the browser has time: what is skipped because it is far from the
 * screen is not in Chromium's accessibility tree (measured, 156), and a screen reader would reach only what is near. For
 * `{@attach layOutSoon}`, when the words are there.
 *
 * A browser that does not hold the page's place while heights above it change is left alone.
 */
export function layOutSoon(stretch: HTMLElement): void {
  if (!CSS.supports('overflow-anchor', 'auto') || !('requestIdleCallback' in window)) return;
  waiting.push(stretch);
  if (!working) next();
}

/** One stretch per idle time, with a frame in between: no task of it is longer than fifty cues take. */
function next(): void {
  const stretch = waiting.shift();
  working = stretch !== undefined;
  if (!stretch) return;
  requestIdleCallback(() => {
    stretch.style.contentVisibility = 'visible';
    requestAnimationFrame(next);
  });
}
