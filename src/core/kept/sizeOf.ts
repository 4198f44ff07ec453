/**
 * Bytes that a stored value holds: text as UTF-8, buffers as long as they are, numbers eight. What a browser's database adds
 * to that, or saves by packing, it tells nobody.
 */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return utf8Length(value);
  if (typeof value === 'number') return 8;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    return [...value].reduce<number>((sum, entry) => sum + sizeOf(entry), 0);
  }
  if (typeof value === 'object' && value !== null) return sizeOf(Object.entries(value));
  return value === undefined ? 0 : 1;
}

/** Bytes of a text in UTF-8; half of a broken pair counts as the sign that is written in its place. */
function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A size for people, in thousands: `712 bytes`, `4.2 kB`, `36 kB`, `1.3 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [amount, unit] = bytes < 999_500 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB'];
  return `${amount < 9.95 ? amount.toFixed(1) : amount.toFixed(0)} ${unit}`;
}
