/**
 * Takes away the beginning of the newest episode, which the built page holds as text (`build/posterPlugin.ts`), in the task
 * in which what it stood for was drawn: no frame shows both or neither. What was scrolled stays scrolled, what was typed
 * into its search box is searched for.
 */
export function takeDownPoster(): void {
  const poster = document.getElementById('poster');
  if (!poster) return;
  const scrolled = scrollY;
  const typed = poster.querySelector<HTMLInputElement>('[type=search]');
  const hadFocus = typed === document.activeElement;
  poster.remove();
  if (scrolled > 0) scrollTo(0, scrolled);
  const box = document.querySelector<HTMLInputElement>('[type=search]');
  if (!typed || !box) return;
  if (typed.value !== '') {
    box.value = typed.value;
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (hadFocus) box.focus({ preventScroll: true });
}

/** Whether the address asks for something else than the poster shows: `theme.js` has decided it, before the first paint. */
export function isElsewhere(): boolean {
  return document.documentElement.dataset['poster'] === undefined;
}
