import { layerOf, REACH, type Arrow, type House, type Layer, type Room } from './readHouse.ts';

/** Arrows, of values or types, that lead from a layer into one that it may not reach. */
export function upwardArrows({ arrows }: House): Arrow[] {
  return arrows.filter(({ from, to }) => {
    const [own, other] = [layerOf(from), layerOf(to)];
    return own !== other && !(REACH[own] as readonly Layer[]).includes(other);
  });
}

/** Rooms that reach themselves again over imports that run. Types may name each other, for they are gone when it runs. */
export function circles({ rooms, arrows }: House): string[] {
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const arrow of arrows) {
      if (arrow.from !== from || arrow.values === 0 || seen.has(arrow.to)) continue;
      seen.add(arrow.to);
      reaches(arrow.to, seen);
    }
    return seen;
  };
  return rooms.map(({ name }) => name).filter((name) => reaches(name).has(name));
}

/** A house as it is drawn: with the imports that run. */
export function drawnHouse({ rooms, arrows }: House): House {
  return { rooms, arrows: arrows.filter(({ values }) => values > 0).map((arrow) => ({ ...arrow, types: 0 })) };
}

/**
 * Where a drawn house is no longer the one that stands. Rooms, arrows and the names of files that are drawn have to be the same;
 * the numbers may be out by a tenth, and a little more where they are small, so that not every changed line asks for a new drawing.
 */
export function differences(drawn: House, standing: House): string[] {
  const [was, is] = [numbersOf(drawn), numbersOf(drawnHouse(standing))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [before, now] = [was.get(name), is.get(name)];
    if (!before) return `${name} is not drawn`;
    if (!now) return `${name} is drawn, and is no more`;
    return Math.abs(now.count - before.count) > before.count / 10 + before.slack
      ? `${name}: ${now.count}, drawn as ${before.count}`
      : [];
  });
}

/** Folders within a layer are drawn without the names of their files. */
function namesOf({ name, files }: Room): string[] {
  return name.includes('/') ? [] : files.map((file) => `${name}/${file}`);
}

function numbersOf({ rooms, arrows }: House): Map<string, { count: number; slack: number }> {
  return new Map<string, { count: number; slack: number }>([
    ...rooms.map(({ name, lines }) => [`${name}, lines`, { count: lines, slack: 40 }] as const),
    ...rooms.map(({ name, files }) => [`${name}, files`, { count: files.length, slack: 1 }] as const),
    ...rooms.flatMap(namesOf).map((name) => [name, { count: 1, slack: 0 }] as const),
    ...arrows.map(({ from, to, values }) => [`${from} → ${to}`, { count: values, slack: 2 }] as const),
  ]);
}
