import type { Target } from '../../core/notes/note.ts';
import { passageBetween, type CuePoint } from '../../core/notes/passage.ts';
import type { Cue } from '../../core/transcript/cue.ts';

/** The passage that is selected in the transcript, if any: whole words of the page, in the cues they stand in. */
export function selectedPassage(cues: readonly Cue[]): Target | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  // Of a long transcript only the ends of what is selected are looked at cue by cue.
  const stretches = [...document.querySelectorAll('[data-stretch]')].filter((stretch) => range.intersectsNode(stretch));
  const first = firstOf(stretches, (stretch) => cuesIn(stretch, range)[0]);
  const last = firstOf(stretches.toReversed(), (stretch) => cuesIn(stretch, range).at(-1));
  if (!first || !last) return undefined;
  return passageBetween(cues, pointIn(first, range, 'start'), pointIn(last, range, 'end'));
}

/** Whether the focus is where letters go: then the selection is that of the field, and no passage. */
export function isTyping(): boolean {
  const typing = document.activeElement?.closest('input:not([type=range], [type=checkbox], [type=file]), textarea');
  return typing != null;
}

/** Where the selection ends, in pixels of the window. */
export function selectionEnd(): DOMRect | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  range.collapse(false);
  const [caret] = range.getClientRects();
  if (caret) return caret;
  const { endContainer } = range;
  return (endContainer instanceof Element ? endContainer : endContainer.parentElement)?.getBoundingClientRect();
}

/** The first answer that is one; nothing behind it is asked. */
function firstOf<T, R>(list: readonly T[], ask: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function cuesIn(stretch: Element, range: Range): HTMLElement[] {
  return [...stretch.querySelectorAll<HTMLElement>('[data-cue]')].filter((span) => range.intersectsNode(span));
}

/** A selection that starts or ends outside of a cue, as a triple click does, takes the cue whole. */
function pointIn(span: HTMLElement, range: Range, edge: 'start' | 'end'): CuePoint {
  const [container, offset] =
    edge === 'start' ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset];
  const whole = edge === 'start' ? 0 : (span.textContent ?? '').length;
  const inText = container.nodeType === Node.TEXT_NODE && span.contains(container);
  return { cue: span.dataset['cue']!, offset: inText ? offset : whole };
}
