import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBackup, notesToRestore, parseBackup, previewBackup, type Backup } from './backup.ts';
import { formatAge } from './backupAge.ts';
import { crc32 } from './crc32.ts';
import { anyNote, anyText, noteOf } from './testing/anyNote.ts';

const anyEntries = fc.array(fc.tuple(anyText, fc.jsonValue()), { maxLength: 3 });
const backupOf = (parts: Partial<Backup> = {}): Backup => ({
  made: '2025-01-01T00:00:00.000Z',
  notes: [noteOf()],
  rest: { shelf: [], outlines: [], listening: [], preferences: [] },
  ...parts,
});

test('a backup reads back exactly, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.record({
        made: anyText,
        notes: fc.array(anyNote, { maxLength: 5 }),
        rest: fc.record({
          shelf: anyEntries,
          outlines: anyEntries,
          listening: anyEntries,
          preferences: anyEntries,
        }),
      }),
      (backup) => {
        // A file is UTF-8, which knows no lone surrogates: they have to be escaped in it.
        const file = new TextDecoder().decode(new TextEncoder().encode(formatBackup(backup)));
        expect(parseBackup(file)).toEqual(JSON.parse(JSON.stringify({ backup })));
      },
    ),
    { numRuns: 1000 },
  );
});

test('a backup that was changed anywhere is refused', () => {
  const text = formatBackup(backupOf());
  fc.assert(
    fc.property(fc.nat(text.length - 2), (at) => {
      const damaged = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
      const read = parseBackup(damaged);
      // The date of its making is not part of what is restored.
      expect('refused' in read || at < text.indexOf('checksum')).toBe(true);
    }),
  );
  expect(parseBackup(text.slice(0, -20))).toHaveProperty('refused');
  expect(parseBackup('[]')).toHaveProperty('refused', 'This file is no backup of Hourline’s.');
  expect(parseBackup(text.replace('"version":1', '"version":2'))).toHaveProperty('refused');
});

test('a backup from before listening was part of it is read, and has none', () => {
  const kept = '{"notes":[],"shelf":[],"outlines":[],"preferences":[["hourline:theme","dark"]]}';
  const file = `{"format":"hourline-backup","version":1,"made":"2025","checksum":"${crc32(kept)}","kept":${kept}}`;
  expect(parseBackup(file)).toMatchObject({
    backup: { rest: { listening: [], preferences: [['hourline:theme', 'dark']] } },
  });
});

test('reading never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void expect(parseBackup(text)).toBeDefined()));
});

test('the checksum is the one of zip and png', () => {
  // Of UTF-16 units, so of "1\0002\000…": as `python3 -c "import zlib; print(hex(zlib.crc32('123456789'.encode('utf-16-le'))))"` says.
  expect(crc32('')).toBe('00000000');
  expect(crc32('123456789')).toBe('a290e877');
});

const here = noteOf({ id: 'a', body: 'mine', revision: 3 });
const theirs = noteOf({ id: 'a', body: 'theirs', revision: 9 });

test('a preview tells new, same and conflicting', () => {
  const same = noteOf({ id: 'b' });
  const fresh = noteOf({ id: '__proto__' });
  const preview = previewBackup([here, same], [theirs, { ...same, revision: 5 }, fresh]);
  expect(preview).toEqual({
    fresh: [fresh],
    same: [{ ...same, revision: 5 }],
    conflicting: [{ here, backup: theirs }],
  });
  const restored = (how: Parameters<typeof notesToRestore>[1]) => notesToRestore(preview, how, () => 'copy');
  expect(restored('keep-here')).toEqual([fresh]);
  expect(restored('take-backup')).toEqual([fresh, { ...theirs, revision: 3 }]);
  expect(restored('keep-both')).toEqual([fresh, { ...theirs, id: 'copy', revision: 0, copyOf: 'a' }]);
});

test.each([
  ['2025-01-01T00:00:10.000Z', 'just now'],
  ['2025-01-01T00:01:10.000Z', '1 minute ago'],
  ['2025-01-01T05:01:10.000Z', '5 hours ago'],
  ['2025-01-11T05:01:10.000Z', '10 days ago'],
])('at %s a backup is from %s', (now, age) => expect(formatAge('2025-01-01T00:00:00.000Z', now)).toBe(age));
