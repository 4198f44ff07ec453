export type KeyAction =
  | 'search'
  | 'note'
  | 'quote'
  | 'link'
  | 'next-paragraph'
  | 'previous-paragraph'
  | 'next-segment'
  | 'previous-segment'
  | 'here'
  | 'keys';

/** The single keys, as the list of keys shows them. */
export const KEYS: readonly (readonly [key: string, action: KeyAction, says: string])[] = [
  ['/', 'search', 'search'],
  ['n', 'note', 'note on the selection, or on the current passage'],
  ['c', 'quote', 'copy the selection, or the current passage, as a quote'],
  ['l', 'link', 'copy a link to it'],
  ['j', 'next-paragraph', 'next paragraph'],
  ['k', 'previous-paragraph', 'previous paragraph'],
  [']', 'next-segment', 'next segment'],
  ['[', 'previous-segment', 'previous segment'],
  ['s', 'here', 'back to the current moment'],
  ['?', 'keys', 'this list'],
];

/** What a key press asks for; with Ctrl, Alt or Meta it is the browser's. */
export function actionOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): KeyAction | undefined {
  return ctrlKey || altKey || metaKey ? undefined : KEYS.find(([name]) => name === key)?.[1];
}

/** Whether a key press or a paste belongs to a field or a dialog instead. */
export function isTyping({ target }: Event): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=file], [type=checkbox]), textarea, select, [contenteditable], dialog') !== null
  );
}
