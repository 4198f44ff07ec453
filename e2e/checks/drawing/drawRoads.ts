import { layerOf, type Arrow, type Layer } from './readHouse.ts';
import { box, GUTTER, weight, WIDTH, type Box } from './sheet.ts';

/** Roads from layer to layer: straight down where they are neighbours, else around the outside. */
export function drawRoads(arrows: readonly Arrow[], boxes: ReadonlyMap<Layer, Box>): string[] {
  const counts = new Map<string, number>();
  for (const { from, to, values } of arrows) {
    const road = `${layerOf(from)} ${layerOf(to)}`;
    if (layerOf(from) !== layerOf(to)) counts.set(road, (counts.get(road) ?? 0) + values);
  }
  const at = (layer: Layer) => boxes.get(layer)!;
  const right = ({ x, width }: Box) => x + width;
  const bottom = ({ y, height }: Box) => y + height;
  const down = (from: Layer, to: Layer, x: number) =>
    [`M${x} ${bottom(at(from))}V${at(to).y - 3}`, x, (bottom(at(from)) + at(to).y) / 2 - 3] as const;
  const leftBy = (from: Layer, to: Layer, out: number, above: number, under: number) => {
    const [a, b] = [at(from).y + above, at(to).y + under];
    return [
      `M${GUTTER} ${a}H${GUTTER - out + 10}q-10 0 -10 10V${b - 10}q0 10 10 10H${GUTTER - 4}`,
      GUTTER - out,
      (a + b) / 2,
    ] as const;
  };
  const rightBy = (from: Layer, to: Layer, out: number, above: number, under: number) => {
    const [a, b, edge] = [at(from).y + above, at(to).y + under, WIDTH - GUTTER];
    return [
      `M${edge} ${a}H${edge + out - 10}q10 0 10 10V${b - 10}q0 10 -10 10H${right(at(to)) + 4}`,
      edge + out,
      (a + b) / 2,
    ] as const;
  };
  const across = (from: Layer, to: Layer) => {
    const y = at(from).y + at(from).height / 2;
    return [`M${right(at(from))} ${y}H${at(to).x - 4}`, (right(at(from)) + at(to).x) / 2 - 3, y] as const;
  };
  const center = (layer: Layer) => at(layer).x + at(layer).width / 2;
  const ways: Readonly<Record<string, readonly [d: string, x: number, y: number]>> = {
    'main ui': down('main', 'ui', WIDTH / 2),
    'ui state': down('ui', 'state', WIDTH / 2),
    'state data': down('state', 'data', center('data')),
    'data core': down('data', 'core', center('data')),
    'build core': down('build', 'core', center('build')),
    'workers core': down('workers', 'core', center('workers')),
    'data workers': across('data', 'workers'),
    'ui core': leftBy('ui', 'core', 60, 60, 80),
    'state core': leftBy('state', 'core', 28, 40, 40),
    'main state': rightBy('main', 'state', 28, 32, 40),
    'main workers': rightBy('main', 'workers', 60, 16, 40),
  };
  return [...counts].flatMap(([road, count]) => {
    const way = ways[road];
    if (!way) throw new Error(`No road is drawn for ${road.replace(' ', ' → ')}.`);
    const [d, x, y] = way;
    const wide = 16 + 8 * String(count).length;
    return [
      `<path class="road" d="${d}" stroke-width="${weight(count)}" marker-end="url(#roadhead)"/>`,
      `<rect class="paper" ${box({ x: x - wide / 2, y: y - 10, width: wide, height: 20 })} rx="10"/>`,
      `<text class="pill" x="${x}" y="${y + 4.5}">${count}</text>`,
    ];
  });
}
