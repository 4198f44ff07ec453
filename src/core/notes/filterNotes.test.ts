import { expect, test } from 'vitest';
import { filterNotes, parseTags, tagsOf, type NoteFilter } from './filterNotes.ts';
import { noteOf } from './testing/anyNote.ts';

const at = (start: number) => ({
  start,
  end: start + 1,
  quote: { exact: `words at ${start}`, prefix: '', suffix: '' },
});
const notes = [
  noteOf({ id: 'a', target: at(9), body: 'Café later', tags: ['kernel'], created: '2', modified: '5' }),
  noteOf({ id: 'b', target: at(3), colour: 'blue', tags: ['dma', 'kernel'], created: '1', modified: '3' }),
  noteOf({ id: 'c', target: at(1), episode: 'other', tags: ['rust'], created: '3', modified: '4' }),
];

test.each<[NoteFilter, 'time' | 'newest', string]>([
  [{}, 'time', 'cba'],
  [{}, 'newest', 'acb'],
  [{ episode: 'talk' }, 'time', 'ba'],
  [{ tag: 'kernel' }, 'newest', 'ab'],
  [{ tag: 'kern' }, 'time', ''],
  [{ colour: 'blue' }, 'time', 'b'],
  [{ text: 'CAFE' }, 'time', 'a'],
  [{ text: 'dma words' }, 'time', 'b'],
  [{ text: 'words at 1', episode: 'talk' }, 'time', ''],
])('%o by %s gives %s', (filter, order, ids) => {
  expect(
    filterNotes(notes, filter, order)
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids);
});

test('tags stand in the order of their first use', () => {
  expect(tagsOf(notes)).toEqual(['dma', 'kernel', 'rust']);
});

test.each([
  ['kernel, to check', ['kernel', 'to check']],
  ['#dma,, #dma ,  ', ['dma']],
  ['', []],
])('"%s" are the tags %o', (text, tags) => expect(parseTags(text)).toEqual(tags));
