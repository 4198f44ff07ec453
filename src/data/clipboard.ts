import { attempt, type Outcome } from './outcome.ts';

/** A text for the clipboard, with the form of it that word processors and mails take where there is one. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Puts a text on the clipboard; browsers allow it in answer to a press only. */
export function copy({ text, html }: Copied): Promise<Outcome> {
  return attempt(async () => {
    if (!('clipboard' in navigator)) throw new Error('browsers let only pages copy that are served over https');
    if (html === undefined || !('ClipboardItem' in window)) return navigator.clipboard.writeText(text);
    const blob = (type: string, body: string) => new Blob([body], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
    ]);
  });
}
