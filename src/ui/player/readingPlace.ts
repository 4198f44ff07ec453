import type { TimeRange } from '../../core/time.ts';
import { freeHeight } from '../transcript/covered.ts';
import { isTyping } from '../transcript/selection.ts';

/** Shares of the free height: words that are heard stay between the first two, and are brought to the third. */
const [HIGH, LOW, REST] = [0.08, 0.72, 0.28];

/** Where an element stands in the window, in pixels. */
export function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** Brings words into view that are about to leave it; says whether it had to. Far away it jumps. */
export function scrollToReading(element: Element, jump: boolean): boolean {
  const box = element.getBoundingClientRect();
  const { top, bottom } = freeHeight(element);
  const free = bottom - top;
  if (box.top >= top + HIGH * free && box.bottom <= top + LOW * free) return false;
  const by = box.top - (top + REST * free);
  const far = jump || Math.abs(by) > 1.5 * innerHeight;
  scrollBy({ top: by, behavior: far ? 'instant' : 'smooth' });
  return true;
}

/** Whether the visitor is typing or has something selected: then the page is theirs. */
export function isAtWork(): boolean {
  return isTyping() || getSelection()?.isCollapsed === false;
}

/**
 * The stretch of talk that is on screen, from the first paragraph's `start` to the last words above the foot, in seconds;
 * `undefined` where something else lies over the words.
 */
export function stretchInView(start: number): TimeRange | undefined {
  const first = document.querySelector(`[data-paragraph]`);
  if (!first) return undefined;
  const { top, bottom } = freeHeight(first);
  const box = first.getBoundingClientRect();
  const x = box.left + box.width / 2;
  for (let y = bottom - 12; y > top; y -= 48) {
    const cues = document
      .elementFromPoint(x, y)
      ?.closest('[data-paragraph]')
      ?.querySelectorAll<HTMLElement>('[data-cue]');
    const last = cues && [...cues].findLast((cue) => topOf(cue) < y);
    const end = Number(last?.dataset['end']);
    if (end > start) return { start, end };
  }
  return undefined;
}
