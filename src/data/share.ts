import { attempt, type Outcome } from './outcome.ts';

/** Whether the device has a share sheet of its own. */
export function canShare(): boolean {
  return 'share' in navigator;
}

/** Opens the device's share sheet. A visitor who closes it has changed their mind: that is no failure. */
export function share(what: { readonly title: string; readonly text: string; readonly url: string }): Promise<Outcome> {
  return attempt(() =>
    navigator.share(what).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    }),
  );
}
