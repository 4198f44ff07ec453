import { formatSeconds, parseMoment } from './time.ts';

/** A moment of a recording, or a range of it where `end` is known. Seconds. */
export interface Moment {
  readonly start: number;
  readonly end?: number;
}

/** What was said in a quoted passage: its words in their normal form (`tokenise`), the first and the last, or all. */
export interface QuotedWords {
  readonly first: readonly string[];
  readonly last?: readonly string[];
}

/** What the address after `#` says: which episode, where in it, and what was searched. */
export interface Place {
  readonly slug?: string;
  readonly moment?: Moment;
  /** Only beside a moment: what finds it again in a transcript that has changed. */
  readonly words?: QuotedWords;
  readonly query?: string;
}

/**
 * Reads the address: `#/lup-603?t=662.1,668.4&q=dma`, and the looser forms that people paste:
 * `#t=11:02`, `#11:02`, `#1h2m3s`, and `?t=…` before the hash (`search`). Never throws: what cannot
 * be understood is left out.
 *
 * `t` follows the temporal dimension of W3C Media Fragments 1.0 §4.2.1 (`t=10`, `t=10,20`, `t=,20`,
 * `t=npt:10`).
 *
 * A link to a quote also carries words of it, `&w=there-will-be-no,in-the-kernel`: the first and the last. Where the
 * transcript does not hold them at that time, they say where the passage has gone; without `w` nothing is looked for.
 */
export function parsePlace(hash: string, search = ''): Place {
  const body = hash.replace(/^#/, '');
  const path = /^\/([^?&]*)/.exec(body);
  const slug = path ? decode(path[1]!.replace(/\/+$/, '')) : undefined;
  const rest = path ? body.slice(path[0].length) : body;
  const params = new Map([...pairs(search), ...pairs(rest)]);
  // A bare time stands where a parameter would: `#11:02`.
  const t = params.get('t') ?? (path || rest.includes('=') ? undefined : decode(rest.replace(/^[?&]/, '')));
  const moment = t === undefined ? undefined : parseRange(t);
  const words = moment && parseWords(params.get('w') ?? '');
  const query = params.get('q');
  return {
    ...(slug ? { slug } : {}),
    ...(moment ? { moment } : {}),
    ...(words ? { words } : {}),
    ...(query ? { query } : {}),
  };
}

/** The one form in which Hourline writes an address; `parsePlace` reads it back the same. */
export function formatPlace({ slug, moment, words, query }: Place): string {
  const params: string[] = [];
  if (moment) {
    const times = moment.end === undefined ? [moment.start] : [moment.start, moment.end];
    params.push(`t=${times.map(formatSeconds).join(',')}`);
    if (words)
      params.push(
        `w=${[words.first, words.last ?? []]
          .map((list) => list.map(encode).join('-'))
          .filter(Boolean)
          .join(',')}`,
      );
  }
  if (query) params.push(`q=${encode(query)}`);
  return `#/${slug === undefined ? '' : encode(slug)}${params.length > 0 ? `?${params.join('&')}` : ''}`;
}

/** The same place at another moment; words belong to the moment that they were quoted from. */
export function movedTo({ words: _, ...place }: Place, moment: Moment): Place {
  return { ...place, moment };
}

function parseWords(text: string): QuotedWords | undefined {
  const [first = [], last = []] = text
    .split(',', 2)
    .map((list) => list.split('-').filter(Boolean).slice(0, MOST_WORDS));
  if (first.length === 0) return undefined;
  return last.length === 0 ? { first } : { first, last };
}

/** More words than this are no link of ours, and looking for them would take long. */
const MOST_WORDS = 16;

function parseRange(text: string): Moment | undefined {
  const [from = '', to] = text.split(/,|–|(?<=[\d\w])-(?=\d)/, 2);
  const start = from.trim() === '' && to !== undefined ? 0 : parseMoment(from);
  if (start === undefined) return undefined;
  const end = to === undefined ? undefined : parseMoment(to);
  return end !== undefined && end > start ? { start, end } : { start };
}

function* pairs(text: string): Generator<[string, string]> {
  for (const part of text.replace(/^[?#&]/, '').split('&')) {
    const cut = part.indexOf('=');
    if (cut > 0) yield [part.slice(0, cut), decode(part.slice(cut + 1).replaceAll('+', ' '))];
  }
}

/** Percent-decoding that leaves a malformed text as it is instead of throwing. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-encoding for any text, lone surrogates included (`encodeURIComponent` throws on them). */
function encode(text: string): string {
  return encodeURIComponent(
    text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  );
}
