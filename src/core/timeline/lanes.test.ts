import { expect, test } from 'vitest';
import { fittingLanes, layoutLanes, orderLanes } from './lanes.ts';
import { dma, river, rust, silent } from './testing/topics.ts';

const order = (ask: Partial<Parameters<typeof orderLanes>[1]>) =>
  orderLanes([rust, dma, river, silent], { order: 'use', filter: '', pinned: new Set(), ...ask }).map(
    ({ name }) => name,
  );

test('lanes stand in the order asked for, pinned ones first, those that are never heard not at all', () => {
  expect(order({})).toEqual(['DMA', 'Rust', 'River']);
  expect(order({ order: 'first' })).toEqual(['River', 'DMA', 'Rust']);
  expect(order({ order: 'name' })).toEqual(['DMA', 'River', 'Rust']);
  expect(order({ pinned: new Set(['river']) })).toEqual(['River', 'DMA', 'Rust']);
  expect(order({ filter: ' R' })).toEqual(['Rust', 'River']);
  expect(order({ filter: 'x', pinned: new Set(['dma']) })).toEqual(['DMA']);
});

test.each([
  [400, 4],
  [744, 4],
  [760, 5],
  [800, 6],
  [896, 8],
  [1280, 16],
])('a window %i pixels high has room for %i lanes', (pixels, lanes) => expect(fittingLanes(pixels)).toBe(lanes));

test('lanes stand one below the other, with what is talked about for longer', () => {
  const [first] = river.mentions;
  const close = { ...rust, mentions: [first!, { ...first!, start: 60, end: 61 }] };
  expect(
    layoutLanes([close, river]).map(({ id, top, signs, stretches }) => [id, top, signs.length, stretches]),
  ).toEqual([
    ['lane rust', 0, 2, [{ start: 50, end: 61 }]],
    ['lane river', 24, 1, []],
  ]);
});
