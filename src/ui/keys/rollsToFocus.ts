/** Pixels that the ring around what has the focus asks for. */
const RING = 6;

/**
 * A row that is scrolled sideways shows what the focus comes to, whole: where a corner of it is to be seen, a browser leaves
 * it at that. The page stays where it is. For `{@attach rollsToFocus}`.
 */
export function rollsToFocus(row: HTMLElement): () => void {
  const onfocusin = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    const [room, box] = [row.getBoundingClientRect(), target.getBoundingClientRect()];
    if (box.right + RING > room.right) row.scrollLeft += box.right + RING - room.right;
    else if (box.left - RING < room.left) row.scrollLeft += box.left - RING - room.left;
  };
  row.addEventListener('focusin', onfocusin);
  return () => row.removeEventListener('focusin', onfocusin);
}
