import { expect, test } from 'vitest';
import type { Mention, Topic } from '../topics/topic.ts';
import { buildRows, laneName, mentionName, orderLanes } from './rows.ts';
import { tellMention } from './tell.ts';

const mention = (start: number, how: Mention['how'] = 'exact', heard = 'DMA'): Mention => ({
  id: `m${start}`,
  start,
  end: start + 1,
  cue: 'c1',
  how,
  heard,
  marks: [[4, 7]],
});
const topic = (name: string, ...mentions: Mention[]): Topic => ({
  id: name.toLowerCase(),
  name,
  kind: 'tag',
  mentions,
  links: [],
});
const rust = topic('Rust', mention(300), mention(400));
const dma = topic('DMA', mention(100), mention(647.3, 'heard-as', 'DNA'), mention(700));
const river = topic('River', mention(50));
const silent = topic('Kindle');
const order = (ask: Partial<Parameters<typeof orderLanes>[1]>) =>
  orderLanes([rust, dma, river, silent], { order: 'use', filter: '', pinned: new Set(), ...ask }).map(
    ({ name }) => name,
  );

test('lanes are called by what they hold', () => {
  expect(laneName(river)).toBe('River, 1 mention');
  expect(mentionName(dma, 1)).toBe('DMA, 3 mentions, 2 of 3, 10 minutes 47 seconds, heard as “DNA”');
});

test('lanes stand in the order asked for, pinned ones first, those that are never heard not at all', () => {
  expect(order({})).toEqual(['DMA', 'Rust', 'River']);
  expect(order({ order: 'first' })).toEqual(['River', 'DMA', 'Rust']);
  expect(order({ order: 'name' })).toEqual(['DMA', 'River', 'Rust']);
  expect(order({ pinned: new Set(['river']) })).toEqual(['River', 'DMA', 'Rust']);
  expect(order({ filter: ' R' })).toEqual(['Rust', 'River']);
  expect(order({ filter: 'x', pinned: new Set(['dma']) })).toEqual(['DMA']);
});

test('rows hold what the keys can go to; empty ones are left out', () => {
  const rows = buildRows({ chapters: [] }, [], [rust], {
    hits: [],
    notes: [],
    links: [{ id: '3', start: 9, end: 9, sure: true }],
  });
  expect(rows.map(({ id, group, stops }) => [id, group, stops.map(({ key }) => key)])).toEqual([
    ['lane rust', 'lanes', ['lane rust', 'lane rust m300', 'lane rust m400']],
    ['links', 'links', ['links 3']],
  ]);
});

test('a card tells the words around a mention and why it is there', () => {
  expect(tellMention(dma, dma.mentions[1]!, 'The DNA patch.')).toEqual({
    name: 'DMA',
    start: 647.3,
    end: 648.3,
    words: [
      { text: 'The ', hit: false },
      { text: 'DNA', hit: true },
      { text: ' patch.', hit: false },
    ],
    why: 'heard as “DNA”',
  });
});
