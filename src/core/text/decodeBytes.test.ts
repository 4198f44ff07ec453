import { expect, test } from 'vitest';
import { decodeBytes, isText } from './decodeBytes.ts';

const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap((c) => c.split(''));
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
};
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const TEXT = 'WEBVTT\n\nHällo — “wörld” €';

test.each<[string, Uint8Array, string]>([
  ['UTF-8', new TextEncoder().encode(TEXT), TEXT],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`), TEXT],
  ['UTF-16 little endian with a mark', utf16(TEXT, true, true), TEXT],
  ['UTF-16 big endian with a mark', utf16(TEXT, false, true), TEXT],
  ['UTF-16 little endian without', utf16(TEXT, true, false), TEXT],
  ['UTF-16 big endian without', utf16(TEXT, false, false), TEXT],
  ['windows-1252', Uint8Array.from([0x48, 0xe4, 0x6c, 0x6c, 0x6f, 0x20, 0x97, 0x20, 0x93, 0x80, 0x94]), 'Hällo — “€”'],
  ['UTF-8 with a broken byte', bytes('a — “b” ', [0x97], ' é'), 'a — “b” \uFFFD é'],
  ['UTF-8 with a mark and a broken byte', bytes('\uFEFFa ', [0x97], 'b'), 'a \uFFFDb'],
  ['UTF-8 cut within a character', bytes('é', [0xc3]), 'é\uFFFD'],
  ['ASCII but for a character that is cut', bytes('and then ', [0xe2, 0x80]), 'and then \uFFFD'],
  [
    'windows-1252 with two that could be UTF-8',
    bytes('', [0x93], 'caf', [0xe9, 0x94], ' ', [0xc9, 0xbb, 0xe4]),
    '“café” É»ä',
  ],
  ['windows-1252 that could be cut UTF-8', bytes('caf', [0xe9]), 'café'],
  ['windows-1252 with one accent and apostrophe', bytes('fianc', [0xe9, 0x92], 's'), 'fiancé’s'],
  ['nothing', new Uint8Array(0), ''],
])('%s', (_, bytes, text) => expect(decodeBytes(bytes)).toBe(text));

/** Bytes as a compressed file has them, without chance. */
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => (Math.imul(i + 1, 0x9e3779b1) >>> 13) & 255);

test.each<[string, boolean, Uint8Array]>([
  ['UTF-8', true, bytes(TEXT)],
  ['UTF-16 little endian with a mark', true, utf16(TEXT, true, true)],
  ['UTF-16 big endian with a mark', true, utf16(TEXT, false, true)],
  ['windows-1252', true, bytes(TEXT.slice(0, 9), [0x93, 0x94, 0xe4])],
  ['a file of DOS with its mark of the end', true, bytes('1\r\n', [0x1a])],
  ['nothing', true, new Uint8Array(0)],
  ['a compressed file', false, noise(5000)],
  ['one that begins like text', false, bytes('WEBVTT\n\n', [...noise(400)])],
  ['zeros', false, new Uint8Array(100)],
])('%s is text: %s', (_, expected, bytes) => expect(isText(decodeBytes(bytes))).toBe(expected));
