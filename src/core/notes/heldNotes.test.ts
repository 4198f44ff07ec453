import { describe, expect, test } from 'vitest';
import { mergeNotes, takeIn, type HeldNotes, type SaveState } from './heldNotes.ts';
import { noteOf } from './testing/anyNote.ts';

const note = (id: string, revision: number) => noteOf({ id, revision, body: `${id}${revision}` });
const hold = (...list: readonly (readonly [id: string, revision: number, state: SaveState])[]): HeldNotes =>
  new Map(list.map(([id, revision, state]) => [id, { note: note(id, revision), state }]));
const told = (held: HeldNotes) => [...held.values()].map(({ note: { body }, state }) => `${body} ${state}`);

describe('what is read again', () => {
  test.each([
    ['is new here', hold(), ['a', note('a', 1)], ['a1 saved']],
    ['is newer', hold(['a', 1, 'saved']), ['a', note('a', 2)], ['a2 saved']],
    ['is older', hold(['a', 3, 'saved']), ['a', note('a', 2)], ['a3 saved']],
    ['was changed here', hold(['a', 1, 'saving']), ['a', note('a', 2)], ['a1 saving']],
    ['could not be written here', hold(['a', 1, 'failed']), ['a', note('a', 2)], ['a1 failed']],
    ['is gone', hold(['a', 1, 'saved'], ['b', 1, 'saved']), ['a', undefined], ['b1 saved']],
    ['is gone, and was changed here', hold(['a', 1, 'saving']), ['a', undefined], ['a1 saving']],
  ] as const)('%s', (_, held, read, expected) => {
    expect(told(takeIn(held, [read]))).toEqual(expected);
  });
});

describe('all that is read', () => {
  const never = () => false;
  const nothing = { notes: [], pending: [], evicted: false };

  test('what is no longer there goes, but not what was written since, or is still to be written', () => {
    const held = hold(['a', 1, 'saved'], ['b', 1, 'saved'], ['c', 1, 'saving'], ['d', 1, 'draft']);
    expect(told(mergeNotes(held, nothing, (id) => id === 'b'))).toEqual(['b1 saved', 'c1 saving', 'd1 draft']);
  });

  test('what the browser has cleared goes back', () => {
    expect(told(mergeNotes(hold(['a', 1, 'saved']), { ...nothing, evicted: true }, never))).toEqual(['a1 failed']);
  });

  test('what a page left waits to be written, unless it is here already', () => {
    const read = { ...nothing, notes: [note('a', 2)], pending: [note('a', 1), note('b', 1)] };
    expect(told(mergeNotes(hold(), read, never))).toEqual(['a2 saved', 'b1 failed']);
  });

  test('what is held is not changed', () => {
    const held = hold(['a', 1, 'saved']);
    mergeNotes(held, { ...nothing, notes: [note('a', 2)] }, never);
    expect(told(held)).toEqual(['a1 saved']);
  });
});
