import type { TimeRange } from '../../core/time.ts';
import { dragFrame, holdAt, type Hold } from '../../core/timeline/frame.ts';
import type { TimelineLayout } from '../../core/timeline/layoutTimeline.ts';
import { zoomOfWheel } from '../../core/timeline/zoomBy.ts';
import type { TimelineView } from '../../state/timelineView.svelte.ts';
import { listen } from './listen.ts';
import { Press } from './press.ts';

/** What a drag does: draw a stretch, go along the recording, or move what the lanes show. */
export type OverviewDrag = Hold | 'draw' | 'scrub';

interface Gestures {
  readonly view: () => TimelineView;
  readonly layout: () => Pick<TimelineLayout, 'x' | 'at'>;
  /** Pixels from the left end → the second that is meant there. */
  readonly meant: (x: number) => number;
  /** In the next frame: the second that a mouse is at, if it is to be shown, and what it would drag from there. */
  readonly onhover: (seconds: number | undefined, drag: OverviewDrag | undefined) => void;
  /** A press that was no drag. */
  readonly onpress: (seconds: number) => void;
  readonly ondouble: (seconds: number) => void;
  /** A finger goes along the whole recording. */
  readonly onscrub: (seconds: number) => void;
}

/**
 * The gestures of the overview: a drag takes an edge of the frame, moves the frame, or draws a stretch; a finger's goes along the
 * recording. Ctrl and the wheel zoom the lanes about the pointer. For `{@attach overviewGestures({ … })}`.
 */
export function overviewGestures(gestures: Gestures): (element: HTMLElement) => () => void {
  return (element) => {
    const xOf = (event: MouseEvent) => event.clientX - element.getBoundingClientRect().left;
    const press = new Press<{ x: number; drag: OverviewDrag; view: TimeRange }>();
    let hovering = 0;

    function dragAt(x: number, { pointerType, shiftKey }: PointerEvent): OverviewDrag {
      if (pointerType !== 'mouse') return 'scrub';
      const [view, layout] = [gestures.view(), gestures.layout()];
      if (!view.open || shiftKey) return 'draw';
      const hold = holdAt(x, layout.x(view.view.start), layout.x(view.view.end));
      return !hold || (hold === 'pan' && view.isWhole) ? 'draw' : hold;
    }

    /** In the next frame: between two inputs the page would be laid out for what nobody sees. */
    function hover(seconds?: number, drag?: OverviewDrag) {
      cancelAnimationFrame(hovering);
      hovering = requestAnimationFrame(() => gestures.onhover(seconds, drag));
    }

    return listen(
      element,
      {
        pointerdown(event) {
          if (event.button !== 0) return;
          const x = xOf(event);
          press.begin({ x, drag: dragAt(x, event), view: gestures.view().view });
          // A finger that goes up or down scrolls the page; a mouse draws, also past the ends.
          if (event.pointerType === 'mouse') (event.target as Element).setPointerCapture(event.pointerId);
        },
        pointermove(event) {
          const x = xOf(event);
          if (!press.from) {
            const drag = event.pointerType === 'mouse' ? dragAt(x, event) : undefined;
            return hover(drag && gestures.meant(x), drag);
          }
          if (!press.drags(x)) return;
          const { drag, view } = press.from;
          const [from, to] = [gestures.layout().at(press.from.x), gestures.layout().at(x)];
          hover(undefined, drag);
          if (drag === 'scrub') gestures.onscrub(to);
          else if (drag !== 'draw') gestures.view().show(dragFrame(drag, view, from, to));
          else gestures.view().select({ start: Math.round(Math.min(from, to)), end: Math.round(Math.max(from, to)) });
        },
        pointerup(event) {
          if (press.end()) gestures.onpress(gestures.meant(xOf(event)));
        },
        pointercancel: () => void press.end(),
        pointerleave: () => hover(),
        wheel(event) {
          if (!event.ctrlKey || !gestures.view().open) return;
          event.preventDefault();
          gestures.view().zoom(zoomOfWheel(event.deltaY), gestures.layout().at(xOf(event)));
        },
        dblclick: (event) => gestures.ondouble(gestures.layout().at(xOf(event))),
      },
      { passive: false },
    );
  };
}
