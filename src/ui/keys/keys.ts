export type KeyAction =
  | 'search'
  | 'note'
  | 'select'
  | 'quote'
  | 'link'
  | 'next-paragraph'
  | 'previous-paragraph'
  | 'next-segment'
  | 'previous-segment'
  | 'here'
  | 'play'
  | 'keys';

/** The single keys, in the order in which the list of keys shows them; what each does is said there. */
export const KEYS: ReadonlyMap<string, KeyAction> = new Map([
  ['/', 'search'],
  ['n', 'note'],
  ['v', 'select'],
  ['c', 'quote'],
  ['l', 'link'],
  ['j', 'next-paragraph'],
  ['k', 'previous-paragraph'],
  [']', 'next-segment'],
  ['[', 'previous-segment'],
  ['s', 'here'],
  ['Space', 'play'],
  ['?', 'keys'],
]);

/** What a key press asks for; with Ctrl, Alt or Meta it is the browser's. */
export function actionOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): KeyAction | undefined {
  return ctrlKey || altKey || metaKey ? undefined : KEYS.get(key === ' ' ? 'Space' : key);
}

/** Which of the visitor's tags, from 0, a key press asks for: the keys 1 to 9. */
export function tagKeyOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): number | undefined {
  return ctrlKey || altKey || metaKey || !/^[1-9]$/.test(key) ? undefined : Number(key) - 1;
}

/** Whether a key press or a paste belongs to a field or a dialog instead. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=file], [type=checkbox]), textarea, select, [contenteditable], dialog') !== null
  );
}

/** Whether a key press is on something that Space presses. */
export function isOnControl({ target }: Event): boolean {
  return target instanceof Element && target.closest('button, summary, input, select, [role=button]') !== null;
}
