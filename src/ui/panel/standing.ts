/** How far each panel of the sheet was scrolled when it was seen last. */
const left = new WeakMap<Element, number>();

/** An attachment: a panel that the sheet opens stands where it was left, or where what is current in it is to be seen. */
export function standing(name: string): (sheet: HTMLElement) => () => void {
  return (sheet) => {
    const part = sheet.querySelector(`[data-part="${name}"]`)!;
    const onscroll = () => left.set(part, sheet.scrollTop);
    sheet.scrollTop = left.get(part) ?? 0;
    // Of a section and its part, the part.
    const current = [...part.querySelectorAll('[aria-current]')].at(-1);
    if (current) bringInPanel(current);
    sheet.addEventListener('scroll', onscroll);
    return () => sheet.removeEventListener('scroll', onscroll);
  };
}

/**
 * Scrolls a panel, and not the page, until what stands in it is to be seen: in the middle, as what was never drawn has an
 * estimated height only, or from its beginning where it is higher. Nothing is scrolled for what is hidden, or to be seen
 * already.
 */
export function bringInPanel(item: Element): void {
  const scroller = item.closest('[data-part]')!.parentElement!;
  const [room, box] = [scroller.getBoundingClientRect(), item.getBoundingClientRect()];
  if (box.height > 0 && (box.top < room.top || box.bottom > room.bottom))
    scroller.scrollTop += Math.min(box.top - room.top, (box.top + box.bottom - room.top - room.bottom) / 2);
}
