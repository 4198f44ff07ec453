import { coveredAbove } from './transcript/covered.ts';
import { readAt } from './transcript/inView.ts';
import type { Standing } from './transcript/landing.ts';

/** Where the page is drawn: in the document, or beside it as long as the poster stands there. */
const view = document.createElement('div');

/** Whether the built page shows the episode as text, or is about to: not to who asked for something that it does not hold. */
export function isPosterShown(): boolean {
  return 'poster' in document.documentElement.dataset && document.getElementById('poster') !== null;
}

/** The element to draw the page in. Where the poster is shown it is put into the document when that is taken down. */
export function placeOfView(): Element {
  if (!isPosterShown()) document.getElementById('app')!.append(view);
  return view;
}

/**
 * Takes away the episode's text, which the built page holds or fetched (`build/posterPlugin.ts`), in the task in which
 * what it stood for comes: no frame shows both or neither. Who types into its search box goes on typing. Says where it is
 * read, if not from the top.
 */
export function takeDownPoster(): Standing | undefined {
  const poster = document.getElementById('poster');
  if (!poster) return undefined;
  const standing = standingIn(poster);
  const typed = poster.querySelector<HTMLInputElement>('input:focus');
  poster.remove();
  if (!view.isConnected) document.getElementById('app')!.append(view);
  const box = view.querySelector<HTMLInputElement>('[type=search]');
  if (typed && box) {
    box.focus({ preventScroll: true });
    box.value = typed.value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return standing;
}

function standingIn(poster: HTMLElement): Standing | undefined {
  // The page was shown as it came, and has gone by itself to where a link leads.
  if (view.isConnected) return undefined;
  // Nothing has been seen: an older episode's poster has not come.
  if (!isPosterShown() || 'arriving' in document.documentElement.dataset) return {};
  const landed = poster.querySelector<HTMLElement>('[data-landed]');
  if (scrollY === Number(landed?.dataset['landed'] ?? 0))
    return landed ? { top: landed.getBoundingClientRect().top } : undefined;
  const talk = poster.querySelector('[data-stretch]')?.parentElement;
  const { cue } = talk ? readAt(talk, coveredAbove()) : {};
  return cue && { start: Number(cue.dataset['start']), top: cue.getBoundingClientRect().top };
}
