import type { TimeRange } from '../../core/time.ts';
import type { TimelineView } from '../../state/timelineView.svelte.ts';

interface Gestures {
  readonly view: () => TimelineView;
  /** Pixels from the left end of the tracks → seconds. */
  readonly at: (x: number) => number;
  /** The pointer is over something. */
  readonly onpoint: (target: Element, seconds: number) => void;
  /** A press that was no drag. */
  readonly onpress: (target: Element, seconds: number) => void;
  readonly ondouble: (target: Element, seconds: number) => void;
  /** A finger goes along the whole recording. */
  readonly onscrub: (seconds: number) => void;
}

/** Pixels from which on a press is a drag. */
const DRAG = 6;

/**
 * The gestures of the lanes: a drag pans where there is somewhere to pan to, and draws a stretch along the axis, with
 * Shift, or while the whole is in view; Ctrl and the wheel, or two fingers, zoom about the pointer; a plain wheel is the
 * page's. What a gesture means is decided here, what it does elsewhere; each has its button or key.
 */
export function tracksGestures(gestures: Gestures): (element: HTMLElement) => () => void {
  return (element) => {
    const tracks = () => element.querySelector<HTMLElement>('[data-tracks]')!;
    const xOf = (event: MouseEvent) => event.clientX - tracks().getBoundingClientRect().left;
    const secondsOf = (event: MouseEvent) => gestures.at(xOf(event));
    const fingers = new Map<number, PointerEvent>();
    let press: { x: number; at: number; view: TimeRange; drag?: 'pan' | 'draw' | 'scrub' } | undefined;
    let pinch: number | undefined;
    let dragged = false;

    function dragOf({ shiftKey, target, pointerType }: PointerEvent): 'pan' | 'draw' | 'scrub' {
      const { isWhole } = gestures.view();
      const onAxis = target instanceof Element && target.closest('[data-axis]') !== null;
      if (pointerType !== 'mouse') return isWhole ? 'scrub' : 'pan';
      return isWhole || shiftKey || onAxis ? 'draw' : 'pan';
    }

    function onpointerdown(event: PointerEvent) {
      if (event.button !== 0 || xOf(event) < 0) return;
      fingers.set(event.pointerId, event);
      pinch = undefined;
      dragged = false;
      press = fingers.size === 1 ? { x: xOf(event), at: secondsOf(event), view: gestures.view().view } : undefined;
    }

    function onpointermove(event: PointerEvent) {
      if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event);
      if (fingers.size === 2) return spread();
      if (!press) {
        if (xOf(event) >= 0 && event.pointerType === 'mouse')
          gestures.onpoint(event.target as Element, secondsOf(event));
        return;
      }
      const x = xOf(event);
      if (!press.drag) {
        if (Math.abs(x - press.x) <= DRAG) return;
        press.drag = dragOf(event);
        dragged = true;
        // Only now: a press that is captured would never reach the button under it.
        element.setPointerCapture(event.pointerId);
      }
      const { start, end } = press.view;
      const perPixel = (end - start) / Math.max(1, tracks().clientWidth);
      const by = (press.x - x) * perPixel;
      if (press.drag === 'pan') gestures.view().show({ start: start + by, end: end + by });
      else if (press.drag === 'scrub') gestures.onscrub(secondsOf(event));
      else {
        const [from, to] = [Math.min(press.at, press.at - by), Math.max(press.at, press.at - by)];
        gestures.view().select({
          start: Math.max(0, Math.round(from)),
          end: Math.round(gestures.at(0) > to ? from : Math.min(to, end)),
        });
      }
    }

    /** Two fingers: the view grows with their distance, about the middle between them. */
    function spread() {
      const [a, b] = [...fingers.values()] as [PointerEvent, PointerEvent];
      const distance = Math.max(20, Math.abs(a.clientX - b.clientX));
      if (pinch !== undefined) gestures.view().zoom(distance / pinch, (secondsOf(a) + secondsOf(b)) / 2);
      pinch = distance;
      press = undefined;
      dragged = true;
    }

    function onpointerup(event: PointerEvent) {
      fingers.delete(event.pointerId);
      pinch = undefined;
      if (press && !press.drag) gestures.onpress(event.target as Element, press.at);
      press = undefined;
    }

    function oncancel(event: PointerEvent) {
      fingers.delete(event.pointerId);
      press = undefined;
    }

    /** The click that ends a drag is no click. */
    function onclick(event: MouseEvent) {
      if (!dragged) return;
      dragged = false;
      event.stopPropagation();
      event.preventDefault();
    }

    function onwheel(event: WheelEvent) {
      const { view } = { view: gestures.view() };
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) && !view.isWhole;
      if (!event.ctrlKey && !sideways) return;
      event.preventDefault();
      if (event.ctrlKey) view.zoom(2 ** (-event.deltaY / 200), secondsOf(event));
      else view.pan((event.deltaX * (view.view.end - view.view.start)) / Math.max(1, tracks().clientWidth));
    }

    function ondblclick(event: MouseEvent) {
      if (xOf(event) >= 0) gestures.ondouble(event.target as Element, secondsOf(event));
    }

    const off = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      listen: (event: HTMLElementEventMap[K]) => void,
      more: AddEventListenerOptions = {},
    ) => element.addEventListener(type, listen, { signal: off.signal, ...more });
    on('pointerdown', onpointerdown);
    on('pointermove', onpointermove);
    on('pointerup', onpointerup);
    on('pointercancel', oncancel);
    on('click', onclick, { capture: true });
    on('wheel', onwheel, { passive: false });
    on('dblclick', ondblclick);
    return () => off.abort();
  };
}
