/** The first of some boxes, one below the other, that reaches below a line; halving, for a talk has thousands. */
function firstBelow<T extends Element>(boxes: ArrayLike<T>, line: number): T | undefined {
  let [from, to] = [0, boxes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (boxes[middle]!.getBoundingClientRect().bottom > line) to = middle;
    else from = middle + 1;
  }
  return boxes[from];
}

/**
 * What is being read: the stretch and the cue that are the first below a line (pixels of the window). Where the last of a
 * stretch that is still to be seen are links, its words are those that come next.
 */
export function readAt(root: Element, line: number) {
  const cueIn = (element: Element) => firstBelow(element.querySelectorAll<HTMLElement>('[data-cue]'), line);
  const stretch = firstBelow(root.children, line);
  const next = stretch?.nextElementSibling;
  return { stretch, cue: stretch && (cueIn(stretch) ?? (next ? cueIn(next) : undefined)) };
}
