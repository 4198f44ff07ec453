/**
 * A `<details>` that lies over other things closes when the visitor turns to something else or presses Esc, so that it
 * hides neither what is pressed nor what has the focus (WCAG 2.4.11). For `{@attach closesWhenLeft}`.
 */
export function closesWhenLeft(details: HTMLDetailsElement): () => void {
  const leave = ({ target }: Event) => {
    if (target instanceof Node && target.isConnected && !details.contains(target)) details.open = false;
  };
  const onkeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.open) return;
    event.preventDefault();
    details.open = false;
    if (details.contains(document.activeElement)) details.querySelector('summary')?.focus();
  };
  const page = details.ownerDocument;
  page.addEventListener('click', leave);
  page.addEventListener('focusin', leave);
  page.addEventListener('keydown', onkeydown);
  return () => {
    page.removeEventListener('click', leave);
    page.removeEventListener('focusin', leave);
    page.removeEventListener('keydown', onkeydown);
  };
}
