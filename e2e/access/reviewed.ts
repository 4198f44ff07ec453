/**
 * What axe can't decide by itself and a person has looked at. Anything else that it calls incomplete fails the tests.
 * `selector` says of which elements, `because` for which of axe's own reasons; `measured` where the tests decide what axe
 * can't: the colours of the words against the backgrounds below them, worst case, or a target's own size (`audit.ts`).
 */
export interface Reviewed {
  readonly rule: string;
  readonly selector: string;
  readonly why: string;
  /** Axe's `messageKey`s; another reason for the same element is not reviewed. Missing where axe gives none. */
  readonly because?: readonly string[];
  readonly measured?: true;
  /** Only elements without any letter or digit. */
  readonly sign?: true;
}

export const REVIEWED: readonly Reviewed[] = [
  {
    rule: 'color-contrast',
    selector: '*',
    because: ['bgOverlap', 'elmPartiallyObscured', 'elmPartiallyObscuring'],
    why: 'What sticks to the top, the sheet, the player or a card lies over the words at the moment, or they stand on a positioned box of their own. Any words can come to lie there; their colours are measured.',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: 'button, button > span[aria-hidden], summary > .caret',
    because: ['nonBmp'],
    sign: true,
    why: 'A sign instead of letters (?, ◐, ×, ↑, ✎, ▾, ⋯): measured, as a picture (1.4.11).',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: '.count, kbd, dd, h3 > span, button > span',
    because: ['shortTextContent'],
    why: 'A single digit or key: too short for axe to tell from a sign. Measured, as words.',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: '.silent, .silent *, .uncovered *, [data-row="sections"] *',
    because: ['bgGradient'],
    why: 'Hatched where there is no transcript or where a sponsor speaks; striped in forced colours: measured against each colour of the pattern.',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: 'input[type="search"]',
    because: ['emptyValue'],
    why: 'A field with only its placeholder in it, which axe does not read: measured with the field’s own colour; the placeholder’s is --muted, which is measured wherever else it is used.',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: '[data-row] > span[aria-hidden]',
    because: ['imgNode'],
    why: 'Words beside a sign of the timeline, in the drawing’s box but where nothing is drawn (core/timeline/markPath.ts, captionRooms): measured against the row.',
    measured: true,
  },
  {
    rule: 'color-contrast',
    selector: 'button:is(.main, .done)',
    because: ['equalRatio'],
    why: 'In forced colours, while the scheme is being changed: measured, and looked at in a picture.',
    measured: true,
  },
  {
    rule: 'label-content-name-mismatch',
    selector: 'button',
    sign: true,
    why: 'The button shows a sign (?, ◐, ×, ↑, ✎, ▾, ⋯), no words; its name says what it does, and so does its title.',
  },
  {
    rule: 'label-content-name-mismatch',
    selector: 'button:is([aria-label="Reading"], [aria-label="Smaller text"], [aria-label="Larger text"])',
    why: '“Aa”, and “A” in two sizes, are signs for how the text looks, not words.',
  },
  {
    rule: 'target-size',
    selector: '[data-stop]:is([data-mention], [data-hit], [data-note], [data-link])',
    why: 'A sign of the opened timeline stands where its time is, and shares the room with its neighbour; arrows, the buttons for the next and previous mention, and the table lead to each (2.5.8: essential, equivalent).',
  },
  {
    rule: 'target-size',
    selector: '[data-stop][data-segment]',
    why: 'A bar of the opened timeline is as long as its time; arrows, the list of segments and the table lead to each (2.5.8: essential, equivalent).',
  },
  {
    rule: 'target-size',
    selector: '[data-paragraph] > .margin > :is(a, button)',
    why: 'A time or the “✎” beside a paragraph that what sticks to the top, or the selection’s bar, covers in part until the text is scrolled: its own size is measured.',
    measured: true,
  },
];

/** Targets that are measured by another size than all others, width and height in CSS pixels. */
export const OTHER_TARGETS: readonly { readonly selector: string; readonly least: readonly [number, number] }[] = [
  // Signs and bars of the opened timeline, which is for wide screens: placed by time, see above. A row is 24 px high.
  { selector: '[data-stop]:is([data-mention], [data-hit], [data-note], [data-link])', least: [4, 24] },
  { selector: '[data-stop][data-segment]', least: [0, 22] },
  // Chapters that have the room are buttons: 2.5.8 holds everywhere; 44 px would take the text's room on a phone, where the
  // slider right above them, 44 px high, and the list of segments go to the same moments.
  { selector: '.chapters .chapter', least: [24, 24] },
];

/** What has a stripe along an edge in forced colours, narrower than 10 px, with its words beside it: padded, or without any. */
export const STRIPED = '[data-row="sections"] i, .band > .section, i.kind';
