import type { CueMark } from '../../core/search/excerpt.ts';

/**
 * Paints marks over the transcript with the CSS Custom Highlight API, so that each cue stays one text node:
 * what is copied, selected and found by the browser is the text and nothing else. Browsers without the API
 * show the marks in the results only.
 *
 * The work is that of the marks, however long the transcript: cues are looked up, never searched for, and words that
 * come into the page later are painted when they come.
 */
export class Highlights {
  readonly #texts = new Map<string, Text>();
  /** The marks under each name, by cue. */
  readonly #marks = new Map<string, ReadonlyMap<string, readonly CueMark[]>>();

  /** Shows these marks under a name instead of those that it had. */
  paint(name: string, marks: readonly CueMark[]): void {
    if (!('highlights' in CSS)) return;
    const byCue = new Map<string, CueMark[]>();
    for (const mark of marks) {
      const list = byCue.get(mark.cue);
      if (list) list.push(mark);
      else byCue.set(mark.cue, [mark]);
    }
    this.#marks.set(name, byCue);
    const highlight = new Highlight();
    for (const cue of byCue.keys()) this.#add(highlight, byCue, cue);
    CSS.highlights.set(name, highlight);
  }

  /** Takes note of the cues that an element brings into the page; gives back how to forget them. */
  place(element: Element): () => void {
    const cues: string[] = [];
    for (const span of element.querySelectorAll<HTMLElement>('[data-cue]')) {
      const cue = span.dataset['cue']!;
      if (span.firstChild instanceof Text) this.#texts.set(cue, span.firstChild);
      cues.push(cue);
    }
    for (const [name, byCue] of this.#marks) {
      const highlight = CSS.highlights.get(name);
      if (highlight && byCue.size > 0) for (const cue of cues) this.#add(highlight, byCue, cue);
    }
    return () => {
      for (const cue of cues) if (!this.#texts.get(cue)?.isConnected) this.#texts.delete(cue);
    };
  }

  #add(highlight: Highlight, byCue: ReadonlyMap<string, readonly CueMark[]>, cue: string): void {
    const text = this.#texts.get(cue);
    if (!text) return;
    for (const { from, to } of byCue.get(cue) ?? [])
      highlight.add(new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to }));
  }
}
