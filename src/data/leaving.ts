/** Tells that the page is being left, or only looked away from: either may be the last that a page hears. */
export function listenForLeaving(leave: () => void, options: AddEventListenerOptions = {}): void {
  addEventListener('pagehide', leave, options);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), options);
}
