import { parsePlace, type Moment, type Place } from '../core/link.ts';
import { keepClear, stickyRoom } from './transcript/covered.ts';
import { fetchPoster, posterOf } from './whichPoster.ts';

/** Has the poster show what the address asks for, before the page is first painted; hides it where it does not hold that. */
export function arriveAtPoster(): void {
  const { dataset } = document.documentElement;
  const place = parsePlace(location.hash, location.search);
  const where = posterOf(place, dataset);
  // A program that comes from the copy for work offline is here before a poster that does not.
  if (where === undefined || (where !== 'here' && navigator.serviceWorker?.controller)) {
    delete dataset['poster'];
    return;
  }
  // Hidden until the words are there that are asked for: those of the page are before the program runs.
  if (where !== 'here' || place.moment) dataset['arriving'] = '';
  if (where === 'here') whenParsed(() => show(document.getElementById('poster'), place));
  else fetchPoster(where, (poster) => whenParsed(() => show(poster, place)));
}

function whenParsed(act: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('readystatechange', act, { once: true });
  else act();
}

/** Shows a poster in the place of the one in the page, unless the program came first. */
function show(poster: HTMLElement | null, place: Place): void {
  const { dataset } = document.documentElement;
  const held = document.getElementById('poster');
  if (poster && held !== poster) held?.replaceWith(poster);
  if (!poster?.isConnected || !arriveIn(poster, place)) delete dataset['poster'];
  delete dataset['arriving'];
}

/** Shows in the poster what is asked for, as the page will. Says whether the poster holds it. */
function arriveIn(poster: HTMLElement, { moment, query }: Place): boolean {
  const box = poster.querySelector<HTMLInputElement>('[type=search]');
  if (box && query !== undefined) box.value = query;
  return moment === undefined || goTo(poster, moment);
}

/** Leads to a moment: its words stand in the middle of what is free and are marked. */
function goTo(poster: HTMLElement, { start, end }: Moment): boolean {
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
