import type { Moment } from '../core/link.ts';
import { keepClear, stickyRoom } from './transcript/covered.ts';

/** The one form in which moments are passed on (`core/link.ts`); what people type by hand waits for the program. */
const MOMENT = /^\?t=(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?(?:&[wq]=[^&]*)*$/;

/**
 * The moment of the newest episode that an address names, in seconds; `undefined` where it asks for its beginning, and `null`
 * where the poster may not have what it asks for. `plain` is the episode's own address.
 */
export function momentAt(hash: string, plain: string): Moment | null | undefined {
  if (['', '#/', plain].includes(hash)) return undefined;
  const [, start, end] = (hash.startsWith(plain) && MOMENT.exec(hash.slice(plain.length))) || [];
  if (start === undefined) return null;
  return { start: Number(start), ...(end !== undefined && { end: Number(end) }) };
}

/**
 * Leads to a moment in the poster as the page will, before anything is painted: its words stand in the middle of
 * what is free and are marked. Says whether the poster holds them.
 */
export function arriveIn(poster: HTMLElement, { start, end }: Moment): boolean {
  const cues = [...poster.querySelectorAll<HTMLElement>('[data-cue]')];
  const from = (cue: HTMLElement) => Number(cue.dataset['start']);
  const to = (cue: HTMLElement) => Number(cue.dataset['end']);
  const said = cues.findLast((cue) => from(cue) <= start) ?? cues[0];
  if (!said) return false;
  const touched = end === undefined ? [] : cues.filter((cue) => from(cue) < end && to(cue) > start);
  const passage = touched.length > 0 ? touched : [said];
  const isAfter = start >= to(cues.at(-1)!);
  const place = isAfter ? poster.querySelector<HTMLElement>('[data-silent]') : passage[0];
  if (!place) return false;
  for (const cue of passage) cue.dataset['passage'] = '';
  passage[0]!.ariaCurrent = 'location';
  passage[0]!.closest('.paragraph')?.classList.add('current');
  clear(poster);
  place.scrollIntoView({ block: 'center' });
  // Where the page finds it again, unless the visitor has gone on from there by then (`poster.ts`).
  place.dataset['landed'] = String(scrollY);
  return true;
}

/** Sets how much sticks to the top, which the page measures when it is there, and what goes by it. */
function clear(poster: HTMLElement): void {
  const part = (name: string) => poster.querySelector<HTMLElement>(`.${name}`)!;
  const [page, top, search, timeline] = [part('page'), part('top'), part('search'), part('timeline')];
  const { low, loose, covered } = stickyRoom({
    // On narrow screens the head has no box of its own.
    top: top.offsetHeight || undefined,
    search: search.offsetHeight,
    timeline: timeline.offsetHeight,
    window: innerHeight,
  });
  page.classList.toggle('low', low);
  page.classList.toggle('loose', loose);
  timeline.style.top = `${search.offsetHeight}px`;
  poster.querySelector('aside')?.style.setProperty('--covered', `${covered}px`);
  keepClear(covered);
}
