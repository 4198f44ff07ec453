import { cubicOut } from 'svelte/easing';
import { prefersReducedMotion, Tween } from 'svelte/motion';
import { MediaQuery } from 'svelte/reactivity';
import type { EpisodeCard } from '../core/episode/episode.ts';
import type { TimeRange } from '../core/time.ts';
import type { LaneOrder } from '../core/timeline/lanes.ts';
import { between } from '../core/timeline/linearScale.ts';
import { fitView, isWhole, panView, viewAround, viewWith, wholeView, zoomView } from '../core/timeline/view.ts';
import { readPreference, writePreference } from '../data/preferences.ts';
import { resting as whenResting, timedDrawing } from './timing.ts';

/** Screens on which the lanes are open from the start: those that show them and a good piece of the text. */
const ROOMY = '(min-width: 64rem) and (min-height: 56rem)';
/** The share of a recording that has to have a transcript for lanes to open on the whole. */
const MOST = 0.8;
/** Milliseconds in which the view glides to another place. */
const GLIDE = 220;
/** Milliseconds without a step after which the view stands still: longer than from one notch of a wheel to the next. */
const REST = 250;

/** How the timeline is looked at: which stretch the lanes show, and which lanes there are. */
export class TimelineView {
  /** Pixels below the timeline that the bar of a drawn stretch covers, while there is one. */
  beneath = $state.raw(0);
  readonly #duration: number;
  readonly #slug: string;
  readonly #view: Tween<TimeRange>;
  #open = $state.raw(false);
  #kept = $state.raw(readPreference('lanes-kept') === 'yes');
  #order = $state.raw<LaneOrder>('use');
  #filter = $state.raw('');
  #pinned = $state.raw<ReadonlySet<string>>(new Set());
  #selection = $state.raw<TimeRange>();
  #rested = $state.raw<TimeRange>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  /** Lanes open on what can be read; where that is all but the ends, on everything. */
  constructor({ slug, duration, coverage }: Pick<EpisodeCard, 'slug' | 'duration' | 'coverage'>) {
    this.#slug = slug;
    this.#duration = duration;
    this.#view = new Tween(
      coverage.end - coverage.start > duration * MOST ? wholeView(duration) : viewAround(coverage, duration),
      { easing: cubicOut, interpolate: glide },
    );
    const wished = readPreference('lanes');
    this.#open = wished === undefined ? new MediaQuery(ROOMY).current : wished === 'open';
    this.#pinned = new Set((readPreference(`pinned-lanes:${slug}`) ?? '').split(' ').filter(Boolean));
  }

  /** What the lanes show. */
  get view(): TimeRange {
    return this.#view.current;
  }

  /**
   * What the lanes showed when they last stood still; nothing before they were first painted. For it signs get the buttons
   * that keys and screen readers need: the pointer finds signs by bisection and waits for no button.
   */
  get rested(): TimeRange | undefined {
    return this.#rested;
  }

  get isWhole(): boolean {
    return isWhole(this.view, this.#duration);
  }

  /** Whether the lanes are there, or the strip alone. */
  get open(): boolean {
    return this.#open;
  }

  /** Whether they stay when the visitor begins to read. */
  get kept(): boolean {
    return this.#kept;
  }

  get order(): LaneOrder {
    return this.#order;
  }

  get filter(): string {
    return this.#filter;
  }

  /** Ids of the topics whose lanes come first. */
  get pinned(): ReadonlySet<string> {
    return this.#pinned;
  }

  /** The stretch that is drawn on the timeline, to do something with. */
  get selection(): TimeRange | undefined {
    return this.#selection;
  }

  setOpen(open: boolean): void {
    const started = performance.now();
    this.#open = open;
    this.#rested = undefined;
    if (open) timedDrawing('timeline-paint', started, { from: this.view.start, to: this.view.end });
    writePreference('lanes', open ? 'open' : 'folded');
  }

  setKept(kept: boolean): void {
    this.#kept = kept;
    writePreference('lanes-kept', kept ? 'yes' : 'no');
  }

  /** The visitor turns to the text: the lanes make room, for this time. */
  makeRoom(): void {
    if (!this.#kept) this.#open = false;
  }

  setOrder(order: LaneOrder): void {
    this.#order = order;
  }

  setFilter(filter: string): void {
    this.#filter = filter;
  }

  togglePin(topic: string): void {
    const pinned = new Set(this.#pinned);
    if (!pinned.delete(topic)) pinned.add(topic);
    this.#pinned = pinned;
    writePreference(`pinned-lanes:${this.#slug}`, [...pinned].join(' '));
  }

  select(stretch: TimeRange | undefined): void {
    this.#selection = stretch;
  }

  /** Zooms in by `factor` (below 1: out) about a second; without one, about the middle. */
  zoom(factor: number, about = (this.#view.target.start + this.#view.target.end) / 2): void {
    this.#show(zoomView(this.#view.target, factor, about, this.#duration));
  }

  /** Moves by so many seconds. */
  pan(by: number): void {
    this.#show(panView(this.#view.target, by, this.#duration));
  }

  /** Shows this stretch, as a dragged frame asks for it. */
  show(view: TimeRange): void {
    this.#show(fitView(view, this.#duration));
  }

  /** Glides to a stretch, a segment say. */
  lookAt(stretch: TimeRange): void {
    this.#show(viewAround(stretch, this.#duration), GLIDE);
  }

  lookAtWhole(): void {
    this.#show(wholeView(this.#duration), GLIDE);
  }

  /** Takes back one thing, the stretch that is drawn or the zoom; says whether there was any. */
  takeBack(): boolean {
    const [drawn, zoomed] = [this.#selection !== undefined, this.#open && !this.isWhole];
    if (drawn) this.select(undefined);
    else if (zoomed) this.lookAtWhole();
    return drawn || zoomed;
  }

  /** Moves no further than it takes to see a moment. */
  reveal(seconds: number): void {
    this.#show(viewWith(this.#view.target, seconds, this.#duration));
  }

  /** The view stands still from now on, or is to be taken so: a key wants to go to what it shows. */
  settle(): void {
    clearTimeout(this.#resting);
    this.#rested = this.#view.target;
  }

  /** Settles when the page has nothing else to do: who drags on must not wait for buttons. */
  async #rest(): Promise<void> {
    const resting = this.#resting;
    await whenResting();
    if (resting === this.#resting) this.settle();
  }

  #show(view: TimeRange, milliseconds = 0): void {
    const started = performance.now();
    clearTimeout(this.#resting);
    // After a glide no step is to come.
    this.#resting = setTimeout(() => void this.#rest(), milliseconds || REST);
    void this.#view.set(view, { duration: prefersReducedMotion.current ? 0 : milliseconds });
    timedDrawing('timeline-paint', started, { from: view.start, to: view.end });
  }
}

function glide(a: TimeRange, b: TimeRange): (t: number) => TimeRange {
  return (t) => ({ start: between(a.start, b.start, t), end: between(a.end, b.end, t) });
}
