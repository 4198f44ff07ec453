import { sum } from 'd3';
import { drawRoads } from './drawRoads.ts';
import { drawRows } from './drawRows.ts';
import { layerOf, type House, type Layer, type Room } from './readHouse.ts';
import { box, escape, GUTTER, INNER, number, PAD, WIDTH, type Box } from './sheet.ts';

const BETWEEN = 52;
const LINE = 17;

const SAYS: Readonly<Record<Layer, string>> = {
  main: 'mount the page, as files or as one file',
  ui: 'components: props in, markup and callbacks out',
  state: 'rune classes: what the page holds',
  data: 'where the world can fail',
  workers: 'doorbells off the page’s thread',
  build: 'Vite plugins, in Node',
  core: 'pure functions: no DOM, no Node, no clock',
};

const STYLE = `
  svg { --paper: #fbfaf7; --card: #fff; --band: #f1eee8; --ink: #1d1b19; --muted: #5d5954; --edge: #c9c4bb; --way: #8a847b; --accent: #b3261e; }
  @media (prefers-color-scheme: dark) {
    svg { --paper: #121417; --card: #22262b; --band: #1a1d21; --ink: #ebe8e3; --muted: #aaa59e; --edge: #43484f; --way: #7d828a; --accent: #ff8f7c; }
  }
  text { font: 12px system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; fill: var(--muted); }
  .size { font-size: 10.5px; }
  .name { font-size: 13.5px; font-weight: 600; fill: var(--ink); }
  .layer { font-size: 17px; font-weight: 650; fill: var(--ink); }
  .count { font-size: 10.5px; fill: var(--ink); }
  .pill { font-size: 13px; font-weight: 600; fill: var(--accent); text-anchor: middle; }
  .paper { fill: var(--paper); }
  .band { fill: var(--band); }
  .card { fill: var(--card); stroke: var(--edge); }
  .share { fill: var(--accent); }
  .way { fill: none; stroke: var(--way); }
  .road { fill: none; stroke: var(--accent); stroke-linejoin: round; }
  .head { fill: var(--way); }
  .roadhead { fill: var(--accent); }
`;

/** The drawing of a house as SVG, the numbers that it is made from within it. */
export function formatDrawing(house: House): string {
  const of = (layer: Layer) => house.rooms.filter((room) => room.layer === layer);
  const parts: string[] = [];
  const boxes = new Map<Layer, Box>();
  let y = 64;

  boxes.set('main', { x: GUTTER, y, width: INNER, height: 48 });
  y += 48 + BETWEEN;
  boxes.set('ui', { x: GUTTER, y, width: INNER, height: drawRows(of('ui'), house.arrows, 'top', y, parts) });
  y += boxes.get('ui')!.height + BETWEEN;
  boxes.set('state', { x: GUTTER, y, width: INNER, height: heightOf(of('state'), INNER) });
  y += boxes.get('state')!.height + BETWEEN;
  const widths = { build: 260, data: INNER - 260 - 240 - 2 * BETWEEN, workers: 240 };
  const height = Math.max(
    ...(['build', 'data', 'workers'] as const).map((layer) => heightOf(of(layer), widths[layer])),
  );
  boxes.set('build', { x: GUTTER, y, width: widths.build, height });
  boxes.set('data', { x: GUTTER + widths.build + BETWEEN, y, width: widths.data, height });
  boxes.set('workers', { x: WIDTH - GUTTER - widths.workers, y, width: widths.workers, height });
  y += height + BETWEEN;
  boxes.set('core', { x: GUTTER, y, width: INNER, height: drawRows(of('core'), house.arrows, 'bottom', y, parts) });
  y += boxes.get('core')!.height + 32;

  const bands = [...boxes].flatMap(([layer, box]) => drawBand(layer, of(layer), box));
  const roads = drawRoads(house.arrows, boxes);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-labelledby="title about">
<title id="title">The rooms of Hourline's source and what imports what</title>
<desc id="about">${describe(house)}</desc>
<metadata id="house">${escape(JSON.stringify(house))}</metadata>
<style>${STYLE}</style>
<defs>
${head('head', 8)}
${head('roadhead', 11)}
</defs>
<rect class="paper" width="${WIDTH}" height="${y}" rx="10"/>
<text x="${GUTTER}" y="38"><tspan class="layer">src/</tspan><tspan dx="10">Every arrow is an import that runs, and points down. Numbers count imports; a bar is a folder's share of the lines.</tspan></text>
${[...bands, ...roads, ...parts].join('\n')}
</svg>
`;
}

/** The house that a drawing was made from. */
export function parseDrawing(svg: string): House {
  const json = /<metadata id="house">([^<]*)<\/metadata>/.exec(svg)?.[1] ?? '';
  return JSON.parse(json.replaceAll('&lt;', '<').replaceAll('&amp;', '&')) as House;
}

function drawBand(layer: Layer, rooms: readonly Room[], { x, y, width, height }: Box): string[] {
  const all = rooms.flatMap(({ files }) => files);
  const whole = `${all.length} files · ${number(sum(rooms, ({ lines }) => lines))} lines`;
  const listed = layer !== 'core' && layer !== 'ui';
  const narrow = width < 400;
  const heading = narrow
    ? [
        `<text class="layer" x="${x + PAD}" y="${y + 30}">${layer}/</text>`,
        `<text x="${x + PAD}" y="${y + 49}">${SAYS[layer]}</text>`,
      ]
    : [
        `<text x="${x + PAD}" y="${y + 30}"><tspan class="layer">${layer === 'main' ? all.map((file) => `${file}.ts`).join(', ') : `${layer}/`}</tspan><tspan dx="10">${SAYS[layer]}</tspan></text>`,
      ];
  const names = listed && layer !== 'main' ? wrap(all, width - 2 * PAD) : [];
  return [
    `<rect class="band" ${box({ x, y, width, height })} rx="10"/>`,
    ...heading,
    `<text x="${x + width - PAD}" y="${y + 30}" text-anchor="end">${whole}</text>`,
    ...names.map((text, i) => `<text x="${x + PAD}" y="${y + (narrow ? 72 : 56) + i * LINE}">${text}</text>`),
  ];
}

function heightOf(rooms: readonly Room[], width: number): number {
  const lines = wrap(
    rooms.flatMap(({ files }) => files),
    width - 2 * PAD,
  ).length;
  return (width < 400 ? 72 : 56) + lines * LINE + 4;
}

function describe({ arrows }: House): string {
  const between = arrows.filter(({ from, to }) => layerOf(from) !== layerOf(to));
  return escape(
    `Layers from top to bottom: main, ui, state, data with workers and build, core. ${between.length} arrows lead from layer to layer, all downward.`,
  );
}

function head(id: string, size: number): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="5" refY="4" markerUnits="userSpaceOnUse" markerWidth="${size}" markerHeight="${size}" orient="auto"><path class="${id}" d="M0 0.6 8 4 0 7.4Z"/></marker>`;
}

/** File names in lines, by the measure of a common text face. */
function wrap(names: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const longer = `${lines.at(-1) ?? ''} · ${name}`;
    if (lines.length > 0 && longer.length * 6.4 <= width) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines;
}
