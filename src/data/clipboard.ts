import { attempt, type Outcome } from './outcome.ts';

/** A text for the clipboard, with the form of it that word processors and mails take where there is one. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Puts a text on the clipboard; browsers allow it in answer to a press only. */
export function copy({ text, html }: Copied): Promise<Outcome> {
  return attempt(async () => {
    // Older browsers, and pages that are not served securely, have no such thing.
    if (!('clipboard' in navigator)) return copyByEvent({ text, ...(html === undefined ? {} : { html }) });
    if (html === undefined || !('ClipboardItem' in window)) return navigator.clipboard.writeText(text);
    const blob = (type: string, body: string) => new Blob([body], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
    ]);
  });
}

/** The old way: asks the browser to copy, and answers the question of what. */
function copyByEvent({ text, html }: Copied): void {
  const answer = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', answer, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', answer);
  if (!done) throw new Error('the browser does not let this page copy');
}
