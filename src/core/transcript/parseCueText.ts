import { decodeReferences } from '../text/references.ts';
import { ALL_DEVIATIONS, type Deviation } from './deviations.ts';
import type { Said } from './partCue.ts';

/**
 * A cue's raw text → plain text and the speaker that a `<v Name>` span names; a piece for each voice, at least one.
 *
 * WebVTT §6.4 "WebVTT cue text tokenizer", flat: tags are dropped, their words stay, inline time stamps are dropped,
 * character references are decoded. Nothing is ever handed on as markup. Scans with `indexOf`, so the time grows with
 * the length whatever the text holds.
 */
export function parseCueText(
  raw: string,
  deviations: ReadonlySet<Deviation> = ALL_DEVIATIONS,
): readonly [Said, ...Said[]] {
  const pieces: Said[] = [];
  let text = '';
  let speaker: string | undefined;
  let at = 0;
  if (deviations.has('no-overrides')) raw = raw.replace(/\{\\[a-z\d][^{}]*\}/gi, '');
  const piece = (): Said => {
    const words = deviations.has('trimmed') ? trimLines(text) : text;
    return speaker === undefined ? { text: words } : { text: words, speaker };
  };
  const lastTagEnd = raw.lastIndexOf('>');
  for (let open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', Math.max(at, open + 1))) {
    const lone = open > lastTagEnd || !/[\w/.]/.test(raw[open + 1]!);
    if (lone && deviations.has('lone-bracket')) continue;
    const close = raw.indexOf('>', open);
    text += decodeReferences(raw.slice(at, open));
    const voice = voiceOf(raw.slice(open + 1, close < 0 ? undefined : close));
    if (voice !== undefined && voice !== speaker && (speaker === undefined || deviations.has('part-voices'))) {
      if (/[\p{L}\p{N}]/u.test(text) && deviations.has('part-voices')) {
        pieces.push(piece());
        text = '';
      }
      speaker = voice;
    }
    at = close < 0 ? raw.length : close + 1;
  }
  text += decodeReferences(raw.slice(at));
  const last = piece();
  const [first, ...more] = pieces;
  return first === undefined ? [last] : [first, ...more, ...(last.text === '' ? [] : [last])];
}

/** `v.loud Mary Ann` → `Mary Ann` (WebVTT §3.4, voice span). */
function voiceOf(tag: string): string | undefined {
  const voice = /^v(?:\.[^\s]*)?\s+(\S[^]*)$/.exec(tag);
  const name = voice ? decodeReferences(voice[1]!).replace(/\s+/g, ' ').trim() : '';
  return name === '' ? undefined : name;
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
