import { tick } from 'svelte';

/** User Timing entries (contract: names and `detail`), so that anyone can profile a build in a browser's own tools. */
export type Measure = 'search' | 'search-paint' | 'timeline-layout' | 'timeline-paint' | 'open-episode' | 'import';
type Detail = Record<string, number>;

/** Entries of a name that are kept: a profile's worth. A page that is open for a day would hold tens of thousands. */
const MOST = 500;
const left = new Map<Measure, number>();

function measure(name: Measure, options: PerformanceMeasureOptions): void {
  const count = (left.get(name) ?? 0) + 1;
  if (count > MOST) performance.clearMeasures(name);
  left.set(name, count > MOST ? 1 : count);
  performance.measure(name, options);
}

/** Runs `work` and leaves a measure of it. */
export function timed<T>(name: Measure, work: () => T, detail: (result: T) => Detail): T {
  const start = performance.now();
  const result = work();
  measure(name, { start, detail: detail(result) });
  return result;
}

/** Leaves a measure from `start` to the moment at which the next frame has been drawn. */
export function timedToPaint(name: Measure, start: number, detail: Detail): void {
  // The second frame's callback runs once the first has been painted.
  requestAnimationFrame(() => requestAnimationFrame(() => measure(name, { start, detail })));
}

/**
 * Leaves a measure of what a change costs the page: from `start` until its markup is up to date, and then the frame that
 * shows it, from its callbacks to the end of painting. The wait for that frame in between is no work and is not counted.
 */
export function timedDrawing(name: Measure, start: number, detail: Detail): void {
  void costOfDrawing(start).then((duration) => measure(name, { start, duration, detail }));
}

/** Milliseconds that a change costs the page, counted in the same way from `start`, when it was made. */
export async function costOfDrawing(start: number): Promise<number> {
  await tick();
  const updated = performance.now();
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const begun = performance.now();
      whenPainted(() => resolve(updated - start + (performance.now() - begun)));
    }),
  );
}

/**
 * Draws something in the next frame and leaves a measure of what that frame costs, from `draw` to the end of painting: script,
 * style, layout and paint.
 */
export function drawnInFrame(name: Measure, draw: () => Detail): void {
  requestAnimationFrame(() => {
    const start = performance.now();
    const detail = draw();
    whenPainted(() => measure(name, { start, detail }));
  });
}

/**
 * For a frame's callbacks: what is posted while a frame is prepared runs once it has been painted; before all that waits, where a
 * browser ranks tasks.
 */
function whenPainted(told: () => void): void {
  if ('scheduler' in globalThis) void scheduler.postTask(told, { priority: 'user-blocking' });
  else setTimeout(told);
}

/** Milliseconds after which a page that is not painted, as in a tab behind others, counts as if it were. */
const LONGEST = 500;

/** Resolves once what the page shows now has been painted, in a task of its own: what it changes comes with the next frame. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => whenPainted(resolve));
    setTimeout(resolve, LONGEST);
  });
}

/** Resolves once the page has nothing to do, or after half a second in which it always had. */
export function resting(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: LONGEST });
    else setTimeout(resolve);
  });
}
