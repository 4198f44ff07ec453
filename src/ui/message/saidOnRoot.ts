const holders = new Map<string, number>();

/**
 * An attachment: as long as the element is there, the page's root has the class `has-<name>`, for rules about what is
 * elsewhere on the page. `:has()` on the root would say the same, but every element that comes or goes anywhere makes the
 * browser style anew whatever such a rule could be about: that was most of a step of the timeline.
 */
export function saidOnRoot(name: string): (element: Element) => () => void {
  return () => {
    count(name, 1);
    return () => count(name, -1);
  };
}

// Counted: when one episode's parts take over from another's, both are there for a moment.
function count(name: string, by: number): void {
  const now = (holders.get(name) ?? 0) + by;
  holders.set(name, now);
  document.documentElement.classList.toggle(`has-${name}`, now > 0);
}
