import { decodeReferences } from '../text/references.ts';
import { ALL_DEVIATIONS, type Deviation } from './deviations.ts';
import type { Said } from './partCue.ts';

/**
 * Override codes of ASS, known ones only, with the arguments that these take: a brace and a backslash are spoken too, as
 * in `{\em this}` of LaTeX. Every code begins with the backslash that none holds, and every group with the brace, so
 * that there is one way to match, in linear time; a hundred of them in one brace are none of a person's or a tool's.
 */
const CODE = [
  String.raw`[ibus]\d+|[aA][nN]?\d+|q\d|p\d+|[kK][fo]?\d+|r`,
  String.raw`fn@?\p{Lu}[^\\{}]{0,99}|fe\d+`,
  String.raw`(?:fs(?:c[xy]|p)?|fr[xyz]?|fa[xy]|[xy]?bord|[xy]?shad|be|blur|pbo)[-+]?[\d.]+`,
  String.raw`[1-4]?c&[Hh][\dA-Fa-f]+&?|(?:[1-4]a|alpha)&[Hh][\dA-Fa-f]+&?`,
  String.raw`(?:pos|move|org|fade?)\([-+\d.,]*\)|i?clip\([-+\d., mnlbspc]*\)|t\([-+\d.,]*`,
].join('|');
const OVERRIDES = new RegExp(String.raw`\{(?:\\(?:${CODE})\)?){1,99}\s?\}`, 'gu');

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
  let heard = false;
  let speaker: string | undefined;
  let at = 0;
  if (deviations.has('no-overrides')) raw = raw.replace(OVERRIDES, '');
  const piece = (): Said => {
    const words = deviations.has('trimmed') ? trimLines(text) : text;
    return speaker === undefined ? { text: words } : { text: words, speaker };
  };
  const lastTagEnd = raw.lastIndexOf('>');
  for (let open = raw.indexOf('<'); open >= 0; open = raw.indexOf('<', Math.max(at, open + 1))) {
    const lone = open > lastTagEnd || !/[\w/.]/.test(raw[open + 1]!);
    if (lone && deviations.has('lone-bracket')) continue;
    const close = raw.indexOf('>', open);
    const words = decodeReferences(raw.slice(at, open));
    text += words;
    heard ||= /[\p{L}\p{N}]/u.test(words); // of what is new only: to test all of a long text at each tag takes minutes
    const voice = voiceOf(raw.slice(open + 1, close < 0 ? undefined : close));
    if (voice !== undefined && voice !== speaker && (speaker === undefined || deviations.has('part-voices'))) {
      if (heard && deviations.has('part-voices')) {
        pieces.push(piece());
        text = '';
        heard = false;
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
