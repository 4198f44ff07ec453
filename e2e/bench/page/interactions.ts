import type { CDPSession, Page } from '@playwright/test';

/** What an interaction took, from the input to the next frame. */
export interface Interaction {
  readonly type: string;
  readonly duration: number;
}

/** What is shorter is not told of (Event Timing's least threshold); such an interaction counts as this long. Milliseconds. */
const SHORTEST = 16;
const SLOWDOWN = 4;

/** Says slowly what is looked for, as people type: names, phrases, a slip, and what was never said. */
const QUERIES = ['kernel maintainer', 'wiregaurd', 'Hellwig', 'rust in linux', 'tail scale', 'fosdem', 'phoronix'];

/** Runs `work` on a page whose processor is slowed down, and gives all interactions of it (Event Timing, by interaction). */
export async function interactionsOf(page: Page, work: () => Promise<void>): Promise<Interaction[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const before = await page.evaluate(() => {
    const seen: { id: number; type: string; duration: number }[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[])
        if (entry.interactionId > 0) seen.push({ id: entry.interactionId, type: entry.name, duration: entry.duration });
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    return performance.interactionCount;
  });
  await work();
  await settle(page);
  const { seen, count } = await page.evaluate(() => ({
    seen: (window as unknown as { seen: { id: number; type: string; duration: number }[] }).seen,
    count: performance.interactionCount,
  }));
  await slow(session, 1);
  const longest = new Map<number, Interaction>();
  for (const { id, type, duration } of seen)
    if (duration > (longest.get(id)?.duration ?? 0)) longest.set(id, { type, duration });
  const short = Math.max(0, count - before - longest.size);
  return [...longest.values(), ...Array.from({ length: short }, () => ({ type: 'short', duration: SHORTEST }))];
}

const slow = (session: CDPSession, rate: number) => session.send('Emulation.setCPUThrottlingRate', { rate });

const settle = (page: Page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))),
  );

/** Types each query key by key, waits until what was found is on screen, and takes it back. */
export async function typeQueries(page: Page): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Search' });
  for (const query of QUERIES) {
    await box.click();
    await box.pressSequentially(query, { delay: 90 });
    await page
      .getByRole('status')
      .and(page.locator('[data-count]'))
      .filter({ hasText: /result/ })
      .waitFor();
    await settle(page);
    await page.keyboard.press('Escape');
    await settle(page);
  }
}

/** As text: a compiled function would bring the compiler's own names along. */
const WATCH_FRAMES = `
  window.frames = [];
  let last = performance.now();
  requestAnimationFrame(function next(now) {
    window.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  });
`;

/** Draws stretches on the strip, moves and stretches the frame of the lanes, pans the lanes; gives how long frames took. */
export async function dragTimeline(page: Page): Promise<number[]> {
  const strip = (await page.getByRole('slider', { name: 'Position' }).boundingBox())!;
  const tracks = (await page.locator('[data-tracks]').boundingBox())!;
  await page.evaluate(WATCH_FRAMES);
  const drag = async (x: number, y: number, by: number) => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 1; step <= 12; step += 1) {
      await page.mouse.move(x + (by * step) / 12, y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.mouse.up();
    await settle(page);
  };
  for (let i = 0; i < 10; i += 1) {
    await drag(strip.x + strip.width * (0.4 + 0.03 * i), strip.y + 20, 150);
    await drag(tracks.x + tracks.width * 0.5, tracks.y + 60, i % 2 === 0 ? 120 : -120);
    await page.mouse.click(strip.x + strip.width * (0.02 + 0.02 * i), strip.y + 20);
    await settle(page);
  }
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames);
}
