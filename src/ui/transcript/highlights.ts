import type { CueMark } from '../../core/search/excerpt.ts';
import { Near } from './near.ts';

/**
 * Cues with marks of one name up to which all that are in the page are painted. With each frame that changes anything a
 * browser paints all of them anew, 0.1 ms for each: of more, only those near the screen are.
 */
const MANY = 10;
/** How far from the screen the paragraphs of a stretch begin to be followed, and a paragraph has its marks. */
const [AWAY, BESIDE] = ['100% 0px', '25% 0px'];

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
  readonly #stretches = new Near(AWAY, (changed) => this.#lookThrough(changed));
  /** Those of the stretches that are near. */
  readonly #paragraphs = new Near(BESIDE, () => this.#paintMany());
  #printing = false;

  /** Shows these marks under a name instead of those that it had. */
  paint(name: string, marks: readonly CueMark[]): void {
    if (!('highlights' in CSS)) return;
    if (this.#marks.size === 0) document.documentElement.classList.toggle('marks-each', !inheritsHighlights());
    const byCue = new Map<string, CueMark[]>();
    for (const mark of marks) {
      const list = byCue.get(mark.cue);
      if (list) list.push(mark);
      else byCue.set(mark.cue, [mark]);
    }
    this.#marks.set(name, byCue);
    this.#paint(name);
  }

  /** Takes note of the cues that a paragraph brings into the page; gives back how to forget them. */
  place(paragraph: Element): () => void {
    const stretch = paragraph.closest('[data-stretch]');
    if (stretch && this.#stretches.has(stretch)) this.#paragraphs.follow(paragraph);
    const cues: string[] = [];
    for (const span of paragraph.querySelectorAll<HTMLElement>('[data-cue]')) {
      const cue = span.dataset['cue']!;
      if (span.firstChild instanceof Text) this.#texts.set(cue, span.firstChild);
      cues.push(cue);
    }
    for (const [name, byCue] of this.#marks) {
      const highlight = CSS.highlights.get(name);
      if (highlight && byCue.size > 0) for (const cue of cues) this.#add(highlight, byCue, cue);
    }
    return () => {
      this.#paragraphs.forget(paragraph);
      for (const cue of cues) if (!this.#texts.get(cue)?.isConnected) this.#texts.delete(cue);
    };
  }

  /** Follows whether a stretch of the transcript is near the screen; gives back how to stop. */
  watch(stretch: Element): () => void {
    this.#stretches.follow(stretch);
    return () => this.#stretches.forget(stretch);
  }

  /** On paper all of the transcript is near. */
  print(printing: boolean): void {
    this.#printing = printing;
    this.#paintMany();
  }

  #lookThrough(changed: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of changed)
      for (const paragraph of target.querySelectorAll('[data-paragraph]'))
        this.#paragraphs[isIntersecting ? 'follow' : 'forget'](paragraph);
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
    const paragraph = parentElement?.closest('[data-paragraph]');
    return this.#printing || (!!paragraph && this.#paragraphs.has(paragraph));
  }
}

/** Whether what a rule says of the root's highlights holds for all within it: the standard's way, but not yet each browser's. */
function inheritsHighlights(): boolean {
  return getComputedStyle(document.body, '::highlight(note)').textDecorationLine.includes('underline');
}
