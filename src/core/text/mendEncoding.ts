/**
 * Mends a text that was stored as UTF-8 but once read as Mac Roman or windows-1252, so that `—`
 * stands there as `‚Äî` or `â€”`.
 *
 * The method: read every run of non-ASCII characters back into the bytes of the suspected code page
 * and decode those as UTF-8. A text that was really misread decodes in *every* run, because the
 * misreading touched every one of them; clean text fails in the first `é` that stands alone. Pairs
 * that decode by chance (`“Ä`, `«É`) are no clear sign, so at least one run must decode to
 * punctuation, a symbol, a Latin-1 letter or a word of three letters, and the odd letters of other
 * scripts must mostly stand in such words. Where any of this fails, the text is returned as it came.
 */
export function mendEncoding(text: string): {
  readonly text: string;
  readonly mended: 'mac-roman' | 'windows-1252' | undefined;
} {
  const runs = text.match(/[^\0-\x7F]+/g);
  if (!runs) return { text, mended: undefined };
  for (const [name, bytes] of CODE_PAGES) {
    const readings = new Map<string, string>();
    let sure = false;
    const all = runs.every((run) => {
      if (readings.has(run)) return true;
      const reading = decodeUtf8(run, bytes);
      if (reading === undefined) return false;
      readings.set(run, reading);
      sure ||= isClearSign(reading);
      return true;
    });
    if (all && sure && hasPlausibleScripts([...readings.values()])) {
      return { text: text.replace(/[^\0-\x7F]+/g, (run) => readings.get(run)!), mended: name };
    }
  }
  return { text, mended: undefined };
}

// The upper halves, 0x80 to 0xFF, as published by Apple and Microsoft through the Unicode consortium
// (ROMAN.TXT, CP1252.TXT). The C1 controls stand for their own bytes beside CP1252's characters: browsers
// read five bytes so, and programs that say Latin-1 read all 32.
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const LATIN_1 = Array.from({ length: 0x80 }, (_, i) => String.fromCharCode(0x80 + i)).join('');
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const CODE_PAGES = [
  ['mac-roman', bytesOf(MAC_ROMAN)],
  ['windows-1252', new Map([...bytesOf(LATIN_1), ...bytesOf(WINDOWS_1252)])],
] as const;

function bytesOf(upperHalf: string): ReadonlyMap<string, number> {
  return new Map([...upperHalf].map((character, i) => [character, 0x80 + i]));
}

function decodeUtf8(run: string, bytes: ReadonlyMap<string, number>): string | undefined {
  let escaped = '';
  for (const character of run) {
    const byte = bytes.get(character);
    if (byte === undefined) return undefined;
    escaped += `%${byte.toString(16)}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined; // not UTF-8: overlong, cut short, or a lone continuation
  }
}

/** Punctuation, symbols, emoji (three or four bytes), a Latin-1 letter or sign (two, `Ã©`), or a word. */
function isClearSign(reading: string): boolean {
  return /[\u{A0}-\u{FF}\u{2010}-\u{10FFFF}]|\p{L}{3}/u.test(reading);
}

/** Two bytes by chance give one odd letter; a real text in another script gives words of it. */
function hasPlausibleScripts(readings: readonly string[]): boolean {
  const odd = readings.filter((reading) => /[\u{180}-\u{2000}]/u.test(reading));
  const words = odd.filter((reading) => /\p{L}{3}/u.test(reading));
  return odd.length === 0 || words.length * 4 >= odd.length;
}
