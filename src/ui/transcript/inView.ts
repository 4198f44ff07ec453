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

/** What is being read: the stretch, the paragraph and the cue that are the first below a line (pixels of the window). */
export function readAt(root: Element, line: number) {
  const stretch = firstBelow(root.children, line);
  const paragraph = stretch && firstBelow(stretch.querySelectorAll<HTMLElement>('[data-paragraph]'), line);
  const cue = paragraph && firstBelow(paragraph.querySelectorAll<HTMLElement>('[data-cue]'), line);
  return { stretch, paragraph, cue };
}
