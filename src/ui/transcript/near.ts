/** Which of the elements that it follows are on screen or near it, as the browser tells between two frames. */
export class Near {
  readonly #near = new Set<Element>();
  readonly #margin: string;
  readonly #told: (changed: readonly IntersectionObserverEntry[]) => void;
  #observer: IntersectionObserver | undefined;

  /** `margin`: how far from the screen is near, as in CSS; `told` is called with those that came near and those that left. */
  constructor(margin: string, told: (changed: readonly IntersectionObserverEntry[]) => void) {
    this.#margin = margin;
    this.#told = told;
  }

  follow(element: Element): void {
    this.#observer ??= new IntersectionObserver((changed) => this.#tell(changed), { rootMargin: this.#margin });
    this.#observer.observe(element);
  }

  forget(element: Element): void {
    this.#observer?.unobserve(element);
    this.#near.delete(element);
  }

  has(element: Element): boolean {
    return this.#near.has(element);
  }

  #tell(changed: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of changed) this.#near[isIntersecting ? 'add' : 'delete'](target);
    this.#told(changed);
  }
}
