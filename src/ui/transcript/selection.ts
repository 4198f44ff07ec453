import type { Target } from '../../core/notes/note.ts';
import { passageBetween, type CuePoint } from '../../core/notes/passage.ts';
import type { Cue } from '../../core/transcript/cue.ts';

/** The passage that is selected in the transcript, if any: whole words of the page, in the cues they stand in. */
export function selectedPassage(cues: readonly Cue[]): Target | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const spans = [...document.querySelectorAll<HTMLElement>('[data-cue]')].filter((span) => range.intersectsNode(span));
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  return passageBetween(cues, pointIn(first, range, 'start'), pointIn(last, range, 'end'));
}

/** A selection that starts or ends outside of a cue, as a triple click does, takes the cue whole. */
function pointIn(span: HTMLElement, range: Range, edge: 'start' | 'end'): CuePoint {
  const [container, offset] =
    edge === 'start' ? [range.startContainer, range.startOffset] : [range.endContainer, range.endOffset];
  const whole = edge === 'start' ? 0 : (span.textContent ?? '').length;
  const inText = container.nodeType === Node.TEXT_NODE && span.contains(container);
  return { cue: span.dataset['cue']!, offset: inText ? offset : whole };
}
