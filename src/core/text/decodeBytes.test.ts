import { expect, test } from 'vitest';
import { decodeBytes } from './decodeBytes.ts';

const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap((c) => c.split(''));
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
};
const TEXT = 'WEBVTT\n\nHällo — “wörld” €';

test.each<[string, Uint8Array, string]>([
  ['UTF-8', new TextEncoder().encode(TEXT), TEXT],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`), TEXT],
  ['UTF-16 little endian with a mark', utf16(TEXT, true, true), TEXT],
  ['UTF-16 big endian with a mark', utf16(TEXT, false, true), TEXT],
  ['UTF-16 little endian without', utf16(TEXT, true, false), TEXT],
  ['UTF-16 big endian without', utf16(TEXT, false, false), TEXT],
  ['windows-1252', Uint8Array.from([0x48, 0xe4, 0x6c, 0x6c, 0x6f, 0x20, 0x97, 0x20, 0x93, 0x80, 0x94]), 'Hällo — “€”'],
  ['nothing', new Uint8Array(0), ''],
])('%s', (_, bytes, text) => expect(decodeBytes(bytes)).toBe(text));
