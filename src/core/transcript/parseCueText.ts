import { characterEntities } from 'character-entities';

/**
 * A cue's raw text → plain text and the speaker that a `<v Name>` span names.
 *
 * WebVTT §6.4 "WebVTT cue text tokenizer", flat: tags are dropped, their words stay, inline time
 * stamps are dropped, character references are decoded. Nothing is ever handed on as markup. Scans with
 * `indexOf`, so the time grows with the length whatever the text holds. Deviations:
 *  - a `<` that no `>` follows, and one that no tag can start at (`a < b`), is a character of the text;
 *    the standard swallows the rest of the cue;
 *  - only references that end in `;` are decoded; HTML also knows a few without.
 */
export function parseCueText(raw: string): { readonly text: string; readonly speaker?: string } {
  let text = '';
  let speaker: string | undefined;
  let at = 0;
  let closing = raw.indexOf('>');
  while (at < raw.length) {
    const open = raw.indexOf('<', at);
    if (open < 0) break;
    if (closing >= 0 && closing < open) closing = raw.indexOf('>', open);
    if (closing < 0) break;
    if (!/[\w/.\d]/.test(raw[open + 1] ?? '')) {
      // Not the start of a tag, so the sign was meant.
      text += raw.slice(at, open + 1);
      at = open + 1;
      continue;
    }
    text += raw.slice(at, open);
    speaker ??= voiceOf(raw.slice(open + 1, closing));
    at = closing + 1;
  }
  text = decodeReferences(text + raw.slice(at)).trim();
  return speaker === undefined ? { text } : { text, speaker };
}

/** `v.loud Mary Ann` → `Mary Ann` (WebVTT §3.4, voice span). */
function voiceOf(tag: string): string | undefined {
  const voice = /^v(?:\.[^\s]*)?\s+(\S[^]*)$/.exec(tag);
  const name = voice ? decodeReferences(voice[1]!).replace(/\s+/g, ' ').trim() : '';
  return name === '' ? undefined : name;
}

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]{1,31}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(characterEntities, name) ? characterEntities[name]! : whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}
