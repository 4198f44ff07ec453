import { mean } from 'd3';
import type { Arrow } from './readHouse.ts';

/** Something that stands in a row: a room, or a place that is kept free where a long arrow passes. */
interface Standing {
  readonly name: string;
  readonly row: number;
  readonly width: number;
  x: number;
  readonly above: Standing[];
  readonly below: Standing[];
}

export interface Rows {
  /** The middle of each room, from the left, and its row, from the top. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly row: number }>;
  readonly count: number;
  /** For each arrow the places that it passes, a row each, from the row under its start to the row above its end. */
  readonly passing: ReadonlyMap<Arrow, readonly number[]>;
}

const PASSAGE = 2;
const SWEEPS = 24;
const MOST_WIDENED = 1.6;

/**
 * Puts rooms into rows so that every arrow points down, after Sugiyama, Tagawa and Toda (1981): rows by the longest way, places kept
 * free where an arrow is longer than a row, then each at the mean of what it is tied to, back and forth. There must be no circle.
 * `from` says whether rows are counted from those that nobody imports, or from those that import nobody; who does neither stands
 * aside, on the right.
 */
export function layoutRows(
  names: readonly string[],
  arrows: readonly Arrow[],
  from: 'top' | 'bottom',
  { width, room, gap }: { width: number; room: number; gap: number },
): Rows {
  const depth = (name: string): number => {
    const next = arrows.flatMap((arrow) =>
      from === 'top' ? (arrow.to === name ? [arrow.from] : []) : arrow.from === name ? [arrow.to] : [],
    );
    return next.length === 0 ? 0 : 1 + Math.max(...next.map(depth));
  };
  const tied = names.filter((name) => arrows.some((arrow) => arrow.from === name || arrow.to === name));
  const aside = names.filter((name) => !tied.includes(name));
  const free = aside.length > 0 ? width - room - gap : width;
  const depths = tied.map(depth);
  const count = 1 + Math.max(...depths);
  const rows: Standing[][] = Array.from({ length: count }, () => []);
  const stand = (name: string, row: number, size: number): Standing => {
    const standing = { name, row, width: size, x: 0, above: [], below: [] };
    rows[row]!.push(standing);
    return standing;
  };
  const tie = (upper: Standing, lower: Standing) => {
    upper.below.push(lower);
    lower.above.push(upper);
  };

  const rooms = new Map(
    tied.map((name, i) => [name, stand(name, from === 'top' ? depths[i]! : count - 1 - depths[i]!, room)]),
  );
  const ways = new Map<Arrow, Standing[]>();
  for (const arrow of arrows) {
    const [start, end] = [rooms.get(arrow.from)!, rooms.get(arrow.to)!];
    const way: Standing[] = [];
    for (let row = start.row + 1; row < end.row; row += 1) way.push(stand('', row, PASSAGE));
    [start, ...way].forEach((upper, i) => tie(upper, way[i] ?? end));
    ways.set(arrow, way);
  }

  for (const row of rows) settle(row, free, gap);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) {
      for (const each of row) each.x = mean(down ? each.above : each.below, ({ x }) => x) ?? each.x;
      row.sort((a, b) => a.x - b.x);
      settle(row, free, gap);
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const row of rows) {
      for (const each of row) each.x = mean([...each.above, ...each.below], ({ x }) => x) ?? each.x;
      settle(row, free, gap);
    }
  widen(rows.flat(), free);
  return {
    places: new Map([
      ...[...rooms].map(([name, { x, row }]) => [name, { x: Math.round(x), row }] as const),
      ...aside.map((name, row) => [name, { x: width - room / 2, row }] as const),
    ]),
    count: Math.max(count, aside.length),
    passing: new Map([...ways].map(([arrow, way]) => [arrow, way.map(({ x }) => Math.round(x))])),
  };
}

/** Moves what stands in a row apart, its order kept, as near to where each would be as there is room. */
function settle(row: readonly Standing[], width: number, gap: number): void {
  const apart = (a: Standing, b: Standing) =>
    (a.width + b.width) / 2 + (Math.min(a.width, b.width) === PASSAGE ? gap / 2 : gap);
  const right = row.map(({ x }) => x);
  row.forEach((each, i) => {
    const least = i === 0 ? each.width / 2 : right[i - 1]! + apart(row[i - 1]!, each);
    right[i] = Math.max(right[i]!, least);
  });
  const left = row.map(({ x }) => x);
  for (let i = row.length - 1; i >= 0; i -= 1) {
    const most = i === row.length - 1 ? width - row[i]!.width / 2 : left[i + 1]! - apart(row[i]!, row[i + 1]!);
    left[i] = Math.min(left[i]!, most);
  }
  row.forEach((each, i) => (each.x = (right[i]! + left[i]!) / 2));
}

/** Moves everything to the middle, and apart where there is room. */
function widen(all: readonly Standing[], width: number): void {
  const left = Math.min(...all.map((each) => each.x - each.width / 2));
  const right = Math.max(...all.map((each) => each.x + each.width / 2));
  const margin = Math.max(...all.map((each) => each.width));
  const factor = Math.max(1, Math.min(MOST_WIDENED, (width - margin) / (right - left - margin)));
  for (const each of all) each.x = width / 2 + (each.x - (left + right) / 2) * factor;
}
