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

/** The single keys, as the list of keys shows them. */
export const KEYS: readonly (readonly [key: string, action: KeyAction, says: string])[] = [
  ['/', 'search', 'search'],
  ['n', 'note', 'note on the selection, or on the current passage'],
  [
    'v',
    'select',
    'select the current passage; Shift and arrows change how much, Tab leads to what can be done with it',
  ],
  ['c', 'quote', 'copy the selection, or the current passage, as a quote'],
  ['l', 'link', 'copy a link to it'],
  ['j', 'next-paragraph', 'next paragraph'],
  ['k', 'previous-paragraph', 'previous paragraph'],
  [']', 'next-segment', 'next segment'],
  ['[', 'previous-segment', 'previous segment'],
  ['s', 'here', 'back to the current moment'],
  ['Space', 'play', 'play or pause, where there is audio'],
  ['?', 'keys', 'this list'],
];

/** What a key press asks for; with Ctrl, Alt or Meta it is the browser's. */
export function actionOf({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): KeyAction | undefined {
  const pressed = key === ' ' ? 'Space' : key;
  return ctrlKey || altKey || metaKey ? undefined : KEYS.find(([name]) => name === pressed)?.[1];
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
