import type { TimeRange } from '../../core/time.ts';
import { zoomOfWheel } from '../../core/timeline/zoomBy.ts';
import type { TimelineView } from '../../state/timelineView.svelte.ts';
import { listen } from './listen.ts';
import { Press } from './press.ts';

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

type Drag = 'pan' | 'draw' | 'scrub';

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
    const press = new Press<{ x: number; at: number; view: TimeRange; drag?: Drag }>();
    let pinch: number | undefined;

    function dragOf({ shiftKey, target, pointerType }: PointerEvent): Drag {
      const { isWhole } = gestures.view();
      const onAxis = target instanceof Element && target.closest('[data-axis]') !== null;
      if (pointerType !== 'mouse') return isWhole ? 'scrub' : 'pan';
      return isWhole || shiftKey || onAxis ? 'draw' : 'pan';
    }

    function onpointerdown(event: PointerEvent) {
      const x = xOf(event);
      if (event.button !== 0 || x < 0) return;
      fingers.set(event.pointerId, event);
      pinch = undefined;
      press.begin(fingers.size === 1 ? { x, at: gestures.at(x), view: gestures.view().view } : undefined);
    }

    function onpointermove(event: PointerEvent) {
      if (fingers.has(event.pointerId)) fingers.set(event.pointerId, event);
      if (fingers.size === 2) return spread();
      const [x, pressed] = [xOf(event), press.from];
      if (!pressed) {
        if (x >= 0 && event.pointerType === 'mouse') gestures.onpoint(event.target as Element, gestures.at(x));
        return;
      }
      if (!press.drags(x)) return;
      if (!pressed.drag) {
        pressed.drag = dragOf(event);
        // Only now: a press that is captured would never reach the button under it.
        element.setPointerCapture(event.pointerId);
      }
      const { at, drag, view } = pressed;
      const { start, end } = view;
      const perPixel = (end - start) / Math.max(1, tracks().clientWidth);
      const by = (pressed.x - x) * perPixel;
      if (drag === 'pan') gestures.view().show({ start: start + by, end: end + by });
      else if (drag === 'scrub') gestures.onscrub(gestures.at(x));
      else {
        const [from, to] = [Math.min(at, at - by), Math.max(at, at - by)];
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
      // It was no press to begin with, and what click a browser may make of it is none either.
      press.isDrag = true;
    }

    function onpointerup(event: PointerEvent) {
      fingers.delete(event.pointerId);
      pinch = undefined;
      const pressed = press.end();
      if (pressed) gestures.onpress(event.target as Element, pressed.at);
    }

    function onpointercancel(event: PointerEvent) {
      fingers.delete(event.pointerId);
      press.end();
    }

    /** The click that ends a drag is no click. */
    function onclick(event: MouseEvent) {
      if (!press.isDrag) return;
      press.isDrag = false;
      event.stopPropagation();
      event.preventDefault();
    }

    function onwheel(event: WheelEvent) {
      const { view } = { view: gestures.view() };
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) && !view.isWhole;
      if (!event.ctrlKey && !sideways) return;
      event.preventDefault();
      if (event.ctrlKey) view.zoom(zoomOfWheel(event.deltaY), secondsOf(event));
      else view.pan((event.deltaX * (view.view.end - view.view.start)) / Math.max(1, tracks().clientWidth));
    }

    function ondblclick(event: MouseEvent) {
      if (xOf(event) >= 0) gestures.ondouble(event.target as Element, secondsOf(event));
    }

    const ends = [
      listen(
        element,
        {
          pointerdown: onpointerdown,
          pointermove: onpointermove,
          pointerup: onpointerup,
          pointercancel: onpointercancel,
          wheel: onwheel,
          dblclick: ondblclick,
        },
        { passive: false },
      ),
      listen(element, { click: onclick }, { capture: true }),
    ];
    return () => ends.forEach((end) => end());
  };
}
