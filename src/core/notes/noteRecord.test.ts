import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeNote, isKeepable, sameContent } from './note.ts';
import { decodeNote, decodeRecord, encodeNote, encodeStone } from './noteRecord.ts';
import { anyNote, noteOf } from './testing/anyNote.ts';
import { RECORDS } from './testing/records.ts';

test('every version ever shipped opens', () => {
  const { version: _, ...first } = RECORDS[1];
  expect(decodeNote(RECORDS[1])).toEqual({ ...first, tags: [], revision: 0 });
  const { version: __, by, ...second } = RECORDS[2];
  expect(decodeRecord(RECORDS[2])).toEqual({ is: 'note', note: second, by });
  const { version: ___, ...stone } = RECORDS['2, deleted'];
  expect(decodeRecord(RECORDS['2, deleted'])).toEqual({ is: 'stone', ...stone });
});

test('a stored note reads back the same', () => {
  fc.assert(
    fc.property(anyNote, fc.string(), (note, by) => {
      expect(decodeRecord(structuredClone(encodeNote(note, by)))).toEqual({ is: 'note', note, by });
    }),
    { numRuns: 1000 },
  );
  expect(decodeRecord(encodeStone('__proto__', 3, 'w', 'now'))).toEqual({
    is: 'stone',
    id: '__proto__',
    revision: 3,
    by: 'w',
    deleted: 'now',
  });
});

test('what is no note is none', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => void expect(decodeRecord(value)).toEqual({ is: 'unknown' })),
    { numRuns: 1000 },
  );
  const record = encodeNote(noteOf(), 'w');
  for (const change of [
    { version: 3 },
    { target: { start: NaN, end: 1, quote: {} } },
    { tags: 'kernel' },
    { tags: [1] },
    { colour: 'a colour of next year' },
    { revision: -1 },
    { revision: undefined },
  ])
    expect(decodeRecord({ ...record, ...change })).toEqual({ is: 'unknown' });
});

test('a change is one only where something differs', () => {
  const note = noteOf();
  expect(changeNote(note, { body: note.body, tags: [] }, 'later')).toBe(note);
  expect(changeNote(note, { colour: 'blue' }, 'later')).toEqual({ ...note, colour: 'blue', modified: 'later' });
  expect(changeNote(noteOf({ colour: 'blue' }), { colour: undefined }, 'later')).toEqual(noteOf({ modified: 'later' }));
  expect(sameContent(note, noteOf({ revision: 9, modified: 'x' }))).toBe(true);
});

test.each([
  [{ body: ' \n' }, false],
  [{ body: '', colour: 'blue' }, true],
  [{ body: '', tags: ['kernel'] }, true],
  [{ body: 'x' }, true],
] as const)('whether %o is worth keeping: %s', (parts, kept) => {
  expect(isKeepable(noteOf(parts))).toBe(kept);
});
