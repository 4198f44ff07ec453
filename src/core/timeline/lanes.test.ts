import { expect, test } from 'vitest';
import { orderLanes } from './lanes.ts';
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
