import { curveBumpY, line, sum } from 'd3';
import { layoutRows } from './layoutRows.ts';
import { layerOf, type Arrow, type Room } from './readHouse.ts';
import { box, GUTTER, INNER, PAD, size, weight } from './sheet.ts';

const CARD = { width: 132, height: 48 };
const ROW = CARD.height + 48;
const FLOOR = 'core';

/** Draws the folders of a layer under its heading, and says how high they stand. */
export function drawRows(
  all: readonly Room[],
  arrows: readonly Arrow[],
  from: 'top' | 'bottom',
  top: number,
  parts: string[],
) {
  const floor = all.find(({ name }) => name === FLOOR);
  const rooms = all.filter((room) => room !== floor);
  const inside = arrows.filter(({ from: a, to: b }) => [a, b].every((end) => rooms.some(({ name }) => name === end)));
  const rows = layoutRows(
    rooms.map(({ name }) => name),
    inside,
    from,
    { width: INNER - 2 * PAD, room: CARD.width, gap: 14 },
  );
  const first = top + 52;
  const middle = (x: number) => GUTTER + PAD + x;
  const place = (name: string) => rows.places.get(name)!;
  const most = Math.max(...rooms.map(({ lines }) => lines));

  const start = spread(inside, 'from', (arrow) => rows.passing.get(arrow)?.[0] ?? place(arrow.to).x);
  const end = spread(inside, 'to', (arrow) => rows.passing.get(arrow)?.at(-1) ?? place(arrow.from).x);
  for (const arrow of inside) {
    const [a, b] = [place(arrow.from), place(arrow.to)];
    const [startX, endX] = [middle(a.x + start(arrow)), middle(b.x + end(arrow))];
    const points: [number, number][] = [[startX, first + a.row * ROW + CARD.height]];
    rows.passing.get(arrow)!.forEach((x, i) => {
      const y = first + (a.row + 1 + i) * ROW;
      points.push([middle(x), y - 2], [middle(x), y + CARD.height + 2]);
    });
    points.push([endX, first + b.row * ROW - 2]);
    const d = line().curve(curveBumpY).digits(1)(points);
    parts.push(`<path class="way" d="${d}" stroke-width="${weight(arrow.values)}" marker-end="url(#head)"/>`);
    if (arrow.values > 1)
      parts.push(`<text class="count" x="${endX + 4}" y="${first + b.row * ROW - 7}">${arrow.values}</text>`);
  }
  for (const room of rooms) {
    const { x, row } = place(room.name);
    parts.push(...drawCard(room, most, middle(x) - CARD.width / 2, first + row * ROW));
  }
  const height = 52 + rows.count * ROW - (ROW - CARD.height) + PAD;
  if (!floor) return height;
  const imports = sum(
    arrows.filter(({ from: a, to }) => to === FLOOR && layerOf(a) === 'core'),
    ({ values }) => values,
  );
  const slab = { x: GUTTER + PAD, y: top + height, width: INNER - 2 * PAD, height: 34 };
  parts.push(
    `<rect class="card" ${box(slab)} rx="6"/>`,
    `<text x="${slab.x + 12}" y="${slab.y + 22}"><tspan class="name">${floor.files.join(', ')}</tspan><tspan dx="10">the floor: ${imports} imports from the folders above · ${size(floor)}</tspan></text>`,
  );
  return height + slab.height + PAD;
}

/** Where along a card's edge each arrow starts or ends: side by side, in the order in which they go on. */
function spread(arrows: readonly Arrow[], side: 'from' | 'to', toward: (arrow: Arrow) => number) {
  const step = (count: number) => Math.min(22, (CARD.width - 24) / count);
  return (arrow: Arrow): number => {
    const same = arrows.filter((other) => other[side] === arrow[side]).sort((a, b) => toward(a) - toward(b));
    return (same.indexOf(arrow) - (same.length - 1) / 2) * step(same.length);
  };
}

function drawCard(room: Room, most: number, x: number, y: number): string[] {
  const name = room.name === room.layer ? room.files.join(', ') : room.name.replace(/^.*\//, '');
  const fitted = name.length > 13 ? ` textLength="${CARD.width - 20}" lengthAdjust="spacingAndGlyphs"` : '';
  const share = Math.max(2, ((CARD.width - 20) * room.lines) / most);
  return [
    `<rect class="card" ${box({ x, y, ...CARD })} rx="6"/>`,
    `<text class="name" x="${x + 10}" y="${y + 18}"${fitted}>${name}</text>`,
    `<text x="${x + 10}" y="${y + 33}" class="size">${size(room)}</text>`,
    `<rect class="share" x="${x + 10}" y="${y + CARD.height - 7}" width="${share.toFixed(1)}" height="2.5" rx="1.2"/>`,
  ];
}
