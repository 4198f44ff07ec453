/** Runs in the page: three ways to move all signs of 24 lanes to where a new view wants them. */
import { scaleLinear, select } from 'd3';
import { signPaths } from '../../../src/core/timeline/markPath.ts';
import { marksIn, type Mark } from '../../../src/core/timeline/marks.ts';

const [WIDTH, HEIGHT, LANES, DURATION] = [1200, 24, 24, 36_000];

type Draw = (start: number, end: number) => void;
type Way = (root: HTMLElement, lanes: readonly (readonly Mark[])[]) => Draw;

const scaleOf = (start: number, end: number) => scaleLinear([start, end], [0, WIDTH]);

const svgIn = (root: HTMLElement) =>
  select(root)
    .append('svg')
    .attr('width', WIDTH)
    .attr('height', HEIGHT * LANES);

/** Hourline's: one path for all lanes, of the signs in view. */
const paths: Way = (root, lanes) => {
  const path = svgIn(root).append('path').attr('stroke', 'black');
  return (start, end) => {
    const x = scaleOf(start, end);
    const drawn = lanes.map((marks, i) => signPaths(marksIn(marks, { start, end }), x, HEIGHT, 'mention', i * HEIGHT));
    path.attr('d', drawn.map(({ sure }) => sure).join(''));
  };
};

/** As D3's introductions do it: an element for each sign, joined to its datum. */
const elements: Way = (root, lanes) => {
  const svg = svgIn(root);
  const rows = svg
    .selectAll('g')
    .data(lanes)
    .join('g')
    .attr('transform', (_, i) => `translate(0,${i * HEIGHT})`);
  const marks = rows
    .selectAll('rect')
    .data((lane) => lane)
    .join('rect')
    .attr('y', 4)
    .attr('width', 2)
    .attr('height', 16);
  return (start, end) => {
    const x = scaleOf(start, end);
    marks.attr('x', (mark) => x(mark.start));
  };
};

const canvas: Way = (root, lanes) => {
  const element = document.createElement('canvas');
  [element.width, element.height] = [WIDTH, HEIGHT * LANES];
  root.append(element);
  const context = element.getContext('2d')!;
  return (start, end) => {
    const x = scaleOf(start, end);
    context.clearRect(0, 0, WIDTH, HEIGHT * LANES);
    lanes.forEach((marks, i) => {
      for (const mark of marks) context.fillRect(x(mark.start), i * HEIGHT + 4, 2, 16);
    });
  };
};

const WAYS = { paths, elements, canvas };

/** Milliseconds of work for each of `steps` redraws: from the call to the end of the frame, the wait for it left out. */
export async function time(way: keyof typeof WAYS, count: number, steps: number): Promise<number[]> {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    Array.from({ length: Math.ceil(count / LANES) }, (__, i): Mark => {
      const start = (DURATION * (i + ((lane * 7) % 10) / 10)) / (count / LANES);
      return { id: `${lane} ${i}`, start, end: start, sure: true };
    }),
  );
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const draw = WAYS[way](root, lanes);
  draw(0, DURATION);
  const durations: number[] = [];
  for (let i = 0; i < steps; i += 1) {
    const started = performance.now();
    draw(i * 10, DURATION - i * 20);
    const updated = performance.now();
    durations.push(
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          const begun = performance.now();
          const painted = new MessageChannel();
          painted.port1.onmessage = () => resolve(updated - started + performance.now() - begun);
          painted.port2.postMessage(undefined);
        });
      }),
    );
  }
  return durations;
}
