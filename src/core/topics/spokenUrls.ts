import { editDistance } from '../search/spelling.ts';
import type { Talk } from '../search/talk.ts';

/** An address read aloud or written: the words of its host, and what belongs to it behind them. */
export interface SpokenUrl {
  /** Position of the label before the last dot ("tailscale" of "tailscale dot com"). */
  readonly label: number;
  /** Position behind the host, and behind the path. */
  readonly hostEnd: number;
  readonly end: number;
}

// Endings that are said in shows; a full list of 1,400 would make an address of "that dot there".
const ENDINGS: ReadonlySet<string> = new Set(
  `com org net io dev ca me fm tv co uk us de eu fr nl nz au show app ai info gg xyz edu gov social cloud tech blog
  online site page party link example test live news wiki world`.split(/\s+/),
);
const JOINTS: ReadonlySet<string> = new Set(['slash', 'dash', 'dot', 'underscore', 'hyphen']);

/**
 * The addresses in a talk: "tailscale.com slash unplugged", "tailscale dot com/unplugged". `paths` are the published
 * ones without separators; words that go on spelling one belong to it ("slash linux unplugged").
 */
export function findSpokenUrls(talk: Talk, paths: readonly string[]): SpokenUrl[] {
  const { text, terms, termAt, from, to } = talk;
  const word = (i: number) => (i < termAt.length ? terms[termAt[i]!]! : '');
  const between = (i: number) => (i > 0 && i < termAt.length ? text.slice(to[i - 1], from[i]) : ' ');
  const urls: SpokenUrl[] = [];
  for (let i = 1; i < termAt.length; i += 1) {
    if (!ENDINGS.has(word(i))) continue;
    const written = between(i) === '.';
    const said = word(i - 1) === 'dot' && i > 1;
    if (!written && !said) continue;
    const label = said ? i - 2 : i - 1;
    let hostEnd = i + 1;
    // "bbc dot co dot uk"
    while (ENDINGS.has(word(hostEnd)) && between(hostEnd) === '.') hostEnd += 1;
    while (word(hostEnd) === 'dot' && ENDINGS.has(word(hostEnd + 1))) hostEnd += 2;
    const end = pathEnd(hostEnd);
    urls.push({ label, hostEnd, end });
    i = end - 1;
  }
  return urls;

  function pathEnd(start: number): number {
    let at = start;
    for (;;) {
      if (at >= termAt.length) return at;
      if (word(at) === 'slash' || (at > start && JOINTS.has(word(at)))) {
        if (at + 1 >= termAt.length) return at + 1;
        at = spelt(at + 1);
      } else if (/^\/+$/.test(between(at)) || (at > start && /^[-._?=&#/]+$/.test(between(at)))) at = spelt(at);
      else return at;
    }
  }

  /** Behind the words from `at` that spell a published path together; else behind one word. */
  function spelt(at: number): number {
    let [joined, end] = ['', at + 1];
    for (let i = at; i < Math.min(at + 6, termAt.length); i += 1) {
      joined += word(i);
      if (!paths.some((path) => path.startsWith(joined))) break;
      if (paths.includes(joined)) end = i + 1;
    }
    return end;
  }
}

/** Labels of hosts are long and said slowly: from so many letters on, two may differ. */
const LONG_LABEL = 10;

/**
 * Where a host begins in an address that was read aloud, if it is that host: as one word, nearly so, or as up to six that
 * spell it ("so cal linux expo dot org").
 */
export function hostStart({ termAt, terms }: Talk, { label }: SpokenUrl, host: string): number | undefined {
  let best: { at: number; edits: number } | undefined;
  let said = '';
  for (let at = label; at >= 0 && at > label - 6; at -= 1) {
    said = terms[termAt[at]!]! + said;
    const edits = editDistance(said, host, 2);
    const allowed = Math.min(said.length, host.length) >= LONG_LABEL ? 2 : 0;
    if (edits <= allowed && (!best || edits < best.edits)) best = { at, edits };
  }
  return best?.at;
}
