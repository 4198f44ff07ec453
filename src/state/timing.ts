/** User Timing entries (contract: names and `detail`), so that anyone can profile a build in a browser's own tools. */
export type Measure = 'search' | 'search-paint' | 'timeline-layout' | 'timeline-paint' | 'open-episode' | 'import';
type Detail = Record<string, number>;

/** Runs `work` and leaves a measure of it. */
export function timed<T>(name: Measure, work: () => T, detail: (result: T) => Detail): T {
  const start = performance.now();
  const result = work();
  performance.measure(name, { start, detail: detail(result) });
  return result;
}

/** Leaves a measure from `start` to the moment at which the next frame has been drawn. */
export function timedToPaint(name: Measure, start: number, detail: Detail): void {
  // The second frame's callback runs once the first has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => performance.measure(name, { start, detail })));
}
