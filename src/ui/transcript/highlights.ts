import type { CueMark } from '../../core/search/excerpt.ts';

/**
 * Paints marks over the transcript with the CSS Custom Highlight API, so that each cue stays one text node:
 * what is copied, selected and found by the browser is the text and nothing else. Browsers without the API
 * show the marks in the results only.
 */
export function paintHighlight(root: Element, name: string, marks: readonly CueMark[]): void {
  if (!('highlights' in CSS)) return;
  const texts = new Map<string, Node | null>();
  if (marks.length > 0) {
    for (const span of root.querySelectorAll<HTMLElement>('[data-cue]'))
      texts.set(span.dataset['cue']!, span.firstChild);
  }
  const ranges = marks.flatMap(({ cue, from, to }) => {
    const text = texts.get(cue);
    return text
      ? [new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to })]
      : [];
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}
