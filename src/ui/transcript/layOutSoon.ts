const waiting: HTMLElement[] = [];
let working = false;

/**
 * Lets the browser lay a stretch of the transcript out once, when it has time: what was never laid out is not in the
 * accessibility tree (measured in Chromium 156), and a screen reader would reach only what is near the screen. What was
 * laid out stays in it, and costs nothing more while it is far away. For `{@attach layOutSoon}`, when the words are there.
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

function next(): void {
  const stretch = waiting.shift();
  working = stretch !== undefined;
  if (!stretch) return;
  const idle = 'requestIdleCallback' in window ? requestIdleCallback : (work: () => void) => setTimeout(work, 200);
  idle(() => {
    stretch.style.contentVisibility = 'visible';
    // Laid out between this frame and the next.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        stretch.style.contentVisibility = '';
        next();
      }),
    );
  });
}
