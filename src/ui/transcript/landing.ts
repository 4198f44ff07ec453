import { freeHeight } from './covered.ts';
import { isLayingOut } from './layOutSoon.ts';

/** Frames for which a place is held where it was brought to, once all around it has its real size. */
const FRAMES = 30;
/** Pixels up to which a place stands where it stood: Firefox reckons boxes in 32 bits, which the scrolled page rounds otherwise. */
const SAME = 0.5;
const GIVES_UP = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Where the page is read. */
export interface Standing {
  /** Seconds, of the cue that is being read; nothing where a link led there. */
  readonly start?: number;
  /** How high in the window it stands, in pixels; nothing where nobody has seen it yet. */
  readonly top?: number;
}

let leave: (() => void) | undefined;

/**
 * Scrolls a place of the transcript to the middle of what is free, or to `top`, in pixels of the window, and holds it there:
 * what was never drawn has an estimated height only, and takes its real one when it is laid out, which the browser does not
 * make good for in every case. A visitor who does anything meanwhile is not held. Of a place that is higher than what is free,
 * as above an open sheet, the line with the letter `from`, where what was looked for begins, is its first to be seen.
 */
export function landOn(place: Element, top?: number, from?: number): void {
  leave?.();
  let left = FRAMES;
  let frame = 0;
  let [stood, scrolled] = [NaN, NaN];
  const stop = () => {
    cancelAnimationFrame(frame);
    if (leave === stop) leave = undefined;
    for (const name of GIVES_UP) removeEventListener(name, giveUp, true);
  };
  // Who presses a field of one line, or writes in it, as in the search box, goes on reading where the page stands.
  const giveUp = ({ target }: Event) => target instanceof HTMLInputElement || stop();
  const hold = () => {
    const stays = Math.abs(place.getBoundingClientRect().top + scrollY - stood) < SAME;
    // The page was scrolled, and not because the place moved in it: somebody wants to be elsewhere.
    if (stays && scrollY !== scrolled) return stop();
    if (!stays) {
      if (top === undefined) bringIn(place, from);
      else scrollBy(0, place.getBoundingClientRect().top - top);
      [stood, scrolled] = [place.getBoundingClientRect().top + scrollY, scrollY];
    }
    left = stays && !isLayingOut() ? left - 1 : FRAMES;
    if (left > 0 && place.isConnected) frame = requestAnimationFrame(hold);
    else stop();
  };
  for (const name of GIVES_UP) addEventListener(name, giveUp, { capture: true, passive: true });
  leave = stop;
  hold();
}

function bringIn(place: Element, from: number | undefined): void {
  place.scrollIntoView({ block: 'center' });
  const free = freeHeight(place);
  const { top, bottom, height } = place.getBoundingClientRect();
  if (height <= free.bottom - free.top) {
    // Not what a browser takes for the middle: while one writes in the search box, it knows of nothing that covers the top.
    scrollBy(0, (top + bottom - free.top - free.bottom) / 2);
    return;
  }
  const line = document.createRange();
  line.selectNodeContents(place);
  if (from !== undefined) {
    line.setStart(place.firstChild!, from);
    line.setEnd(place.firstChild!, from + 1);
  }
  scrollBy(0, line.getBoundingClientRect().top - free.top);
}
