/** Listens to several events of an element, for an attachment; gives back how to stop. */
export function listen(
  element: HTMLElement,
  heard: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void },
  options?: AddEventListenerOptions,
): () => void {
  const off = new AbortController();
  for (const [type, hear] of Object.entries(heard))
    element.addEventListener(type, hear as (event: Event) => void, { ...options, signal: off.signal });
  return () => off.abort();
}
