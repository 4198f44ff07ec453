/** Pixels sideways from which on a press is a drag. */
const DRAG = 6;

/**
 * A pointer from going down to going up: a press, or a drag once it has gone far enough, and then for good, though it comes
 * back. `T` is what the gesture has to remember of its beginning, `x` the pixel. When the pointer is captured is not for this to
 * say: a strip may do so at once, but of what has buttons in it a captured press would reach none.
 */
export class Press<T extends { readonly x: number }> {
  /** What it began from; nothing while none is going on. */
  from: T | undefined;
  /** Whether it became a drag. Said until the next one begins, for the click that comes after a drag. */
  isDrag = false;

  /** A pointer goes down. With nothing to begin from that is no press, and what was one is none any longer. */
  begin(from: T | undefined): void {
    this.from = from;
    this.isDrag = false;
  }

  /** Whether what has begun is a drag by now, with the pointer at pixel `x`. */
  drags(x: number): boolean {
    return (this.isDrag ||= Math.abs(x - this.from!.x) > DRAG);
  }

  /** Ends it, and gives back what it began from where it stayed a press. */
  end(): T | undefined {
    const { from } = this;
    this.from = undefined;
    return this.isDrag ? undefined : from;
  }
}
