import type { CueMark } from '../../core/search/excerpt.ts';

/**
 * Cues with marks of one name up to which all that are in the page are painted. With each frame that changes anything a
 * browser goes through all that is painted: of more, only those near the screen are.
 */
const MANY = 200;

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
  /** The stretches of the transcript that are on screen, or a screen away from it. */
  readonly #near = new Set<Element>();
  #printing = false;
  #observer: IntersectionObserver | undefined;

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
    this.#paint(name);
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

  /** Follows whether a stretch of the transcript is near the screen; gives back how to stop. */
  watch(stretch: Element): () => void {
    this.#observer ??= new IntersectionObserver((entries) => this.#follow(entries), { rootMargin: '100% 0px' });
    this.#observer.observe(stretch);
    return () => {
      this.#observer?.unobserve(stretch);
      this.#near.delete(stretch);
    };
  }

  /** On paper all of the transcript is near. */
  print(printing: boolean): void {
    this.#printing = printing;
    this.#paintMany();
  }

  #follow(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) this.#near[isIntersecting ? 'add' : 'delete'](target);
    this.#paintMany();
  }

  #paintMany(): void {
    for (const [name, { size }] of this.#marks) if (size > MANY) this.#paint(name);
  }

  #paint(name: string): void {
    const byCue = this.#marks.get(name)!;
    const highlight = new Highlight();
    for (const cue of byCue.keys()) this.#add(highlight, byCue, cue);
    CSS.highlights.set(name, highlight);
  }

  #add(highlight: Highlight, byCue: ReadonlyMap<string, readonly CueMark[]>, cue: string): void {
    const text = this.#texts.get(cue);
    if (!text || (byCue.size > MANY && !this.#isNear(text))) return;
    for (const { from, to } of byCue.get(cue) ?? [])
      highlight.add(new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to }));
  }

  #isNear({ parentElement }: Text): boolean {
    const stretch = parentElement?.closest('[data-stretch]');
    return this.#printing || (!!stretch && this.#near.has(stretch));
  }
}
