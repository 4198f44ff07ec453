const waiting: HTMLElement[] = [];
let working = false;

/**
 * Lays a stretch of the transcript out for good, when the browser has time: what is skipped because it is far from the
 * screen is not in Chromium's accessibility tree (measured, 156), and a screen reader would reach only what is near. For
 * `{@attach layOutSoon}`, when the words are there.
 *
 * A browser that does not hold the page's place while heights above it change is left alone.
 */
export function layOutSoon(stretch: HTMLElement): () => void {
  if (!CSS.supports('overflow-anchor', 'auto')) return () => undefined;
  waiting.push(stretch);
  if (!working) next();
  return () => {
    const at = waiting.indexOf(stretch);
    if (at >= 0) waiting.splice(at, 1);
  };
}

/** One stretch per idle time, with a frame in between: no task of it is longer than fifty cues take. */
function next(): void {
  const idle = 'requestIdleCallback' in window ? requestIdleCallback : (work: () => void) => setTimeout(work, 200);
  working = waiting.length > 0;
  if (!working) return;
  idle(() => {
    const stretch = waiting.shift();
    if (stretch) stretch.style.contentVisibility = 'visible';
    requestAnimationFrame(next);
  });
}
