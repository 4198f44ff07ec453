/**
 * A file's bytes → its text. A byte order mark decides (UTF-8, UTF-16 either way); then UTF-16 without one, which shows
 * in its zero bytes; then UTF-8 if every byte fits, or most of those that are not ASCII do; else windows-1252, which always
 * does. The mark itself is dropped; U+FFFD stands where bytes make no character.
 */
export function decodeBytes(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeBigEndian(bytes.subarray(2));
  const [even, odd] = zeroShares(bytes);
  if (odd > 0.4 && even < 0.1) return new TextDecoder('utf-16le').decode(bytes);
  if (even > 0.4 && odd < 0.1) return decodeBigEndian(bytes);
  const text = new TextDecoder('utf-8').decode(bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked || isMostlyUtf8(text, bytes.length) ? text : decodeWindows1252(bytes);
}

/** Whether what was decoded is text: a picture, a sound or a program has many control characters at its beginning. */
export function isText(text: string): boolean {
  const head = text.slice(0, 4096);
  return head.replace(/\P{Cc}|\s/gu, '').length <= 1 + head.length / 50;
}

/**
 * Whether bytes that were read as UTF-8 are it, though some may be broken or the last character cut: more bytes go on with a
 * character as they should than places are broken. In windows-1252 few letters stand before one that could go on with them.
 */
function isMostlyUtf8(text: string, length: number): boolean {
  const broken = text.split('\uFFFD').length - 1;
  const pairs = text.match(/[\uD800-\uDBFF]/g)?.length ?? 0;
  const goingOn = length - (text.length - pairs);
  return broken === 0 || goingOn > broken || (goingOn > 0 && broken === 1 && text.endsWith('\uFFFD'));
}

/** Which share of the bytes at even and at odd places is zero, in the first kilobytes. */
function zeroShares(bytes: Uint8Array): readonly [number, number] {
  const head = bytes.subarray(0, 4096 & ~1);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]! += 1;
  });
  const pairs = Math.max(1, head.length / 2);
  return [zeros[0]! / pairs, zeros[1]! / pairs];
}

/** Not every platform's decoder knows the big-endian form, but swapping bytes is easy. */
function decodeBigEndian(bytes: Uint8Array): string {
  const swapped = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < swapped.length; i += 2) {
    swapped[i] = bytes[i + 1]!;
    swapped[i + 1] = bytes[i]!;
  }
  return new TextDecoder('utf-16le').decode(swapped);
}

/** By hand: some platforms read Latin-1 where the standard says windows-1252 (Encoding Standard §9.1). */
function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...Array.from(bytes.subarray(at, at + 8192), (byte) => UPPER.get(byte) ?? byte));
  }
  return text;
}

const UPPER = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'].map((character, i) => [
    0x80 + i,
    character.codePointAt(0)!,
  ]),
);
