/** By what a key zooms, above 1 in. */
export const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 1.5, '-': 1 / 1.5 };

/** By what the wheel zooms that has turned by so many pixels; there and back again is where it was. */
export function zoomOfWheel(deltaY: number): number {
  return 2 ** (-deltaY / 200);
}
