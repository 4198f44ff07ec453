/**
 * Where the focus comes to something that sticks to the window, the text stays where it is: a browser takes what sticks for
 * hidden by itself, as it takes up the room that scrolling keeps clear, and would scroll for it. What is not in the window
 * is scrolled to. For `{@attach keepsPlace}`.
 */
export function keepsPlace(part: HTMLElement): () => void {
  let before: number | undefined;
  const onscroll = () => (before = scrollY);
  // Not now: asking where the page is would have it laid out twice.
  const frame = requestAnimationFrame(onscroll);
  // The focus has scrolled by now; nobody was told of that yet.
  const onfocusin = ({ target }: FocusEvent) => {
    const after = scrollY;
    if (before === undefined || after === before || !(target instanceof Element) || !sticks(target)) return;
    scrollTo(scrollX, before);
    const { top, bottom } = target.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) scrollTo(scrollX, after);
  };
  addEventListener('scroll', onscroll, { passive: true });
  part.addEventListener('focusin', onfocusin);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', onscroll);
    part.removeEventListener('focusin', onfocusin);
  };
}

/** Not all of a head does in a low window: what has let go is covered by what has not, and the browser is right to scroll. */
function sticks(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return (
    position === 'sticky' || position === 'fixed' || (element.parentElement !== null && sticks(element.parentElement))
  );
}
