import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when, how long on the clock, and how long on the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

interface Traced {
  /** Of the page's main thread, those that took any time of the processor. */
  readonly tasks: readonly Required<TraceEvent>[];
  readonly events: readonly TraceEvent[];
}

async function trace(browser: Browser, page: Page, work: () => Promise<void>): Promise<Traced> {
  await browser.startTracing(page, {
    categories: ['toplevel', '__metadata', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    (event): event is Required<TraceEvent> =>
      event.name === 'RunTask' && event.ph === 'X' && mains.has(`${event.pid} ${event.tid}`) && !!event.tdur,
  );
  return { tasks, events: traceEvents };
}

/**
 * Runs `work` and gives the milliseconds of processor time of each task of the page's main thread in the meantime. Processor
 * time and not the clock's: another program's share of a busy machine is no fault of the page.
 */
export async function tasksOfMainThread(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  const { tasks } = await trace(browser, page, work);
  return tasks.map(({ tdur }) => tdur / 1000);
}

/**
 * Runs `work` and gives the milliseconds of processor time that the page's main thread spent from each mark (User Timing) of
 * this name to the next: all of it, script, style, layout and paint, and nothing that it waited for.
 */
export async function workBetweenMarks(
  browser: Browser,
  page: Page,
  mark: string,
  work: () => Promise<void>,
): Promise<number[]> {
  const { tasks, events } = await trace(browser, page, work);
  const marks = timesOf(events, mark, 'I');
  return marks.slice(1).map((until, i) => workFrom(tasks, marks[i]!, until));
}

/** The same from the beginning to the end of the first measure of this name; tasks that it begins or ends in count whole. */
export async function workOfMeasure(
  browser: Browser,
  page: Page,
  measure: string,
  work: () => Promise<void>,
): Promise<number> {
  const { tasks, events } = await trace(browser, page, work);
  const [[from], [until]] = [timesOf(events, measure, 'b'), timesOf(events, measure, 'e')];
  const begun = tasks.find(({ ts, dur }) => ts <= from! && ts + dur > from!);
  return workFrom(tasks, begun?.ts ?? from!, until!);
}

const timesOf = (events: readonly TraceEvent[], called: string, phase: string) =>
  events
    .filter(({ name, ph }) => name === called && ph === phase)
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);

const workFrom = (tasks: readonly Required<TraceEvent>[], from: number, until: number) =>
  tasks.filter(({ ts }) => ts >= from && ts < until).reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
