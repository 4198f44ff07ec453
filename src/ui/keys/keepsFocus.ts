const STOPS = 'a[href], button:enabled, input:enabled, select:enabled, textarea, summary, [tabindex="0"]';

/**
 * When what has the focus goes away – a note is deleted, an editor closed, a button has done its work – the focus goes
 * to what is left nearest to it, not to the start of the page (WCAG 2.4.3). For `{@attach keepsFocus}`.
 */
export function keepsFocus(part: HTMLElement): () => void {
  /** What has the focus, and what it stands in, from the inside out. */
  let around: readonly Element[] = [];

  const stand = (target: EventTarget | null) =>
    (around = target instanceof Element && part.contains(target) ? [...ancestors(target, part)] : []);
  const onfocusin = ({ target }: FocusEvent) => stand(target);
  // A key that was pressed before this was here has led somewhere already.
  stand(document.activeElement);

  const observer = new MutationObserver(() => {
    if (!around[0] || around[0].isConnected || document.activeElement !== document.body) return;
    const left = around.filter((element) => element.isConnected);
    const stops = left.flatMap((element) => [...element.querySelectorAll<HTMLElement>(STOPS)]);
    stops.find((element) => element.checkVisibility())?.focus({ preventScroll: true });
  });

  part.addEventListener('focusin', onfocusin);
  observer.observe(part, { childList: true, subtree: true });
  return () => {
    part.removeEventListener('focusin', onfocusin);
    observer.disconnect();
  };
}

function* ancestors(from: Element, to: Element): Generator<Element> {
  for (let at: Element | null = from; at; at = at === to ? null : at.parentElement) yield at;
}
