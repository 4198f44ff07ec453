/** Letters that are laid out in one go, about those of fifty cues: a whole frame comes with each go, however little it shows. */
const LETTERS = 1500;
/** Milliseconds in which nothing was added: whoever types on is not to wait for what the next letter takes away. */
const REST = 300;

const waiting = new Set<HTMLElement>();
let working = false;
let added = 0;

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
  added = performance.now();
  if (!working) next();
  return () => {
    waiting.delete(stretch);
    stretch.style.contentVisibility = '';
  };
}

/** Whether heights in the page are still to change. */
export function isLayingOut(): boolean {
  return working || waiting.size > 0;
}

/** Lays the stretch of a place and those beside it out at once: what comes on screen with it does not move afterwards. */
export function layOutAround(place: Element): void {
  const stretch = place.closest<HTMLElement>('[data-stretch]');
  for (const one of [stretch?.previousElementSibling, stretch, stretch?.nextElementSibling])
    if (one instanceof HTMLElement) one.style.contentVisibility = 'visible';
}

/** So many as have some letters, or one of more, per idle time, with a frame in between. */
function next(): void {
  working = waiting.size > 0;
  if (!working) return;
  const rest = added + REST - performance.now();
  if (rest > 0) return void setTimeout(next, rest);
  requestIdleCallback(() => {
    let letters = 0;
    for (const stretch of waiting) {
      letters += stretch.textContent.length;
      waiting.delete(stretch);
      stretch.style.contentVisibility = 'visible';
      if (letters >= LETTERS) break;
    }
    requestAnimationFrame(next);
  });
}
