/**
 * What axe can't decide by itself and a person has looked at. Anything else that it calls incomplete fails the tests.
 * `selector` says of which elements; `measured` where the tests decide what axe can't: the colours of the words against
 * the backgrounds below them, worst case, or a target's own size (`audit.ts`).
 */
export interface Reviewed {
  readonly rule: string;
  readonly selector: string;
  readonly why: string;
  readonly measured?: true;
}

export const REVIEWED: readonly Reviewed[] = [
  {
    rule: 'color-contrast',
    selector: '*',
    why: 'Words that something sticky covers at the moment, signs instead of letters, or a hatched background: axe gives up, the colours are measured.',
    measured: true,
  },
  {
    rule: 'label-content-name-mismatch',
    selector: 'button:not(:has(:not([aria-hidden])))',
    why: 'The button shows a sign (?, ◐, ×, ↑, ✎, ▾, ⋯), no words; its name says what it does, and so does its title.',
  },
  {
    rule: 'target-size',
    selector: '[data-stretch] :is(a, button)',
    why: 'A time or a button beside the text that the selection’s bar, or what sticks to the top, covers in part until the text is scrolled: its own size is measured.',
    measured: true,
  },
];
