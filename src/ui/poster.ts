/** Where the page is drawn: in the document, or beside it as long as the poster stands there. */
const view = document.createElement('div');

/** Whether the built page shows the beginning of the newest episode as text: not to who asked for something else. */
export function isPosterShown(): boolean {
  return 'poster' in document.documentElement.dataset && document.getElementById('poster') !== null;
}

/** The element to draw the page in. Where the poster is shown it is put into the document when that is taken down. */
export function placeOfView(): Element {
  if (!isPosterShown()) document.getElementById('app')!.append(view);
  return view;
}

/**
 * Takes away the beginning of the newest episode, which the built page holds as text (`build/posterPlugin.ts`), in the task
 * in which what it stood for comes: no frame shows both or neither. What was scrolled stays scrolled; who types
 * into its search box goes on typing.
 */
export function takeDownPoster(): void {
  const poster = document.getElementById('poster');
  if (!poster) return;
  const scrolled = scrollY;
  const typed = poster.querySelector<HTMLInputElement>('input:focus');
  poster.remove();
  if (!view.isConnected) document.getElementById('app')!.append(view);
  if (scrolled) scrollTo(0, scrolled);
  const box = view.querySelector<HTMLInputElement>('[type=search]');
  if (!typed || !box) return;
  box.focus({ preventScroll: true });
  box.value = typed.value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
