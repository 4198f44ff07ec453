import type { CueDraft } from './cue.ts';
import { isLikeName } from './likeName.ts';
import { partCue, type Said } from './partCue.ts';

/** Words within a name that have no capital. */
const PARTICLE = String.raw`(?:(?:d[aeiou]s?|del|van|von|de[nr]|la|le|bin|al) )?`;
const NAME = String.raw`\p{Lu}[\p{L}\p{N}_.'’-]{0,30}(?: ${PARTICLE}[\p{Lu}\p{N}][\p{L}\p{N}_.'’-]{0,30}){0,3}`;
/** A name in a script that has no capitals, or written without: `张三`, `speaker 1`. */
const SMALL = String.raw`\p{L}[\p{L}\p{M}\p{N}_.'’·-]{0,30}(?: [\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’·-]{0,30}){0,2}`;
/** `Ann: …`, `Ann van Dyke (she/her): …`, `[SPEAKER_00]: …`, `>> ANN: …`, `张三：…` at the head of a cue's text. */
const prefixWith = (name: string) =>
  new RegExp(
    String.raw`^(>>\s*|-\s*)?\[?(${name})(?:\]| ?[(（][^()（）\n]{1,20}[)）])?(?::\s+|：(?!(?<=\d：)\d)\s*)(?=\S)`,
    'gmu',
  );
const PREFIX = prefixWith(NAME);
const SMALL_PREFIX = prefixWith(SMALL);
/** A line of its own that is a name: `Ann Lee`, `Jones, Bob (Guest)`, and no words of a song or a caption. */
const NAME_LINE = /^(?=.{2,40}$)(\p{Lu}[\p{L}\p{M}'’-]*(?:,?\.? [\p{L}\p{M}\p{N}'’-]+){0,3})(?: \([^()]*\))?$/u;
/** Who says something in a story is no speaker: `他说：`. */
const TELLS = /(?:说|說|道|问|問|言う)$/u;
/** Words that a sentence may well begin with so, and that name nobody. */
const NOT_A_NAME =
  /^(?:note|notes|warning|tip|example|question|answer|remember|update|disclaimer|again|so|but|and|yes|no|ok|okay)$/i;

/**
 * Takes `Name:` prefixes for speakers where a transcript writes them throughout: at least half of its cues begin so, or
 * the same names come back. Where only a sentence or two look alike, nothing is touched: no speaker is invented. A cue
 * in which a second one speaks, `- Ann: …` above `- Bob: …`, is parted. Names without capitals look like any words, and
 * are taken for names where every cue has one, or two come back again and again. Some write the name in a line of its own.
 */
export function readSpeakerPrefixes(cues: readonly CueDraft[]): readonly CueDraft[] {
  if (cues.some(({ speaker, text }) => speaker !== undefined && text !== '')) return cues;
  const texts = cues.map(({ text }) => text);
  const spoken = texts.filter((text) => text !== '').length;
  const named = countNames(texts, PREFIX);
  const prefixed = sum([...named.values()]);
  const many = [...named.values()].some((count) => count >= (named.size > 1 ? 2 : 5));
  const regular = many && prefixed >= spoken * 0.05;
  if (regular || (prefixed > 0 && prefixed * 2 >= spoken)) return partBy(cues, PREFIX, 1);
  const often = [...countNames(texts, SMALL_PREFIX).values()].filter((count) => count >= 3);
  const goOn = often.length >= 2 ? sum(often) * 5 >= spoken : sum(often) >= spoken * 0.9;
  return often.length > 0 && goOn ? partBy(cues, SMALL_PREFIX, 3) : readNameLines(cues, spoken);
}

/** Where nearly every cue's first line is a name, and the same ones come back: as Teams writes its transcripts. */
function readNameLines(cues: readonly CueDraft[], spoken: number): readonly CueDraft[] {
  const named = cues.map((cue) => {
    const [, line = '', text = ''] = /^(.*)\n([^]+)$/.exec(cue.text) ?? [];
    const speaker = NAME_LINE.exec(line)?.[1];
    // Captions in capitals have no names to tell.
    return speaker && isLikeName(speaker) && /\p{Ll}/u.test(cue.text) ? { ...cue, speaker, text } : undefined;
  });
  const names = named.flatMap((cue) => cue?.speaker ?? []);
  const comeBack = new Set(names).size * 2 <= names.length + 1;
  return names.length >= 3 && names.length >= spoken * 0.9 && comeBack ? cues.map((cue, i) => named[i] ?? cue) : cues;
}

/** How many of these texts each name heads. */
const countNames = (texts: readonly string[], prefix: RegExp) =>
  tally(texts.flatMap((text) => nameOf(text, prefix) ?? []));

function nameOf(text: string, prefix: RegExp): string | undefined {
  const [first] = text.matchAll(prefix);
  const name = first?.index === 0 ? first[2]! : '';
  return name === '' || NOT_A_NAME.test(name) || TELLS.test(name) ? undefined : name;
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Parts cues by those who show themselves to be speakers, at least so many times. Where cues are blocks of many lines, and
 * most lines begin with a name (Google Meet), whoever heads lines of two blocks does.
 */
function partBy(cues: readonly CueDraft[], prefix: RegExp, times: number): readonly CueDraft[] {
  const known = new Set(namesWith(tally(cues.flatMap(({ text }) => namedIn(text, prefix))), times));
  const lines = cues.map(({ text }) => text.split('\n'));
  const heads = lines.map((block) => countNames(block, prefix));
  const headed = sum(heads.flatMap((block) => [...block.values()]));
  const all = sum(lines.map(({ length }) => length));
  if (all >= cues.length * 3 && headed * 2 >= all)
    for (const name of namesWith(tally(heads.flatMap((block) => [...block.keys()])), 2)) known.add(name);
  return cues.flatMap((cue) => {
    const said = saidIn(cue.text, prefix, known);
    return said.length > 1 ? partCue(cue, said) : { ...cue, ...said[0] };
  });
}

function namesWith(counts: ReadonlyMap<string, number>, least: number): readonly string[] {
  return [...counts].filter(([, count]) => count >= least).map(([name]) => name);
}

/**
 * Whom a cue itself shows to be a speaker: who heads it, and, where its first line has a mark, who stands behind the same
 * one below. Any other line below may be an item of a list, or the rest of a sentence that the tool broke before a colon.
 */
function namedIn(text: string, prefix: RegExp): string[] {
  const first = /^(?:>>|-)/.exec(text)?.[0];
  return [...text.matchAll(prefix)]
    .filter(({ 1: mark, index }) => index === 0 || (mark !== undefined && mark.trimEnd() === first))
    .map(({ 2: name = '' }) => name)
    .filter((name) => !NOT_A_NAME.test(name));
}

/** What each says in a cue. Below its first line a name counts that any cue shows to be a speaker's. */
function saidIn(text: string, prefix: RegExp, known: ReadonlySet<string>): readonly Said[] {
  const said: Said[] = [];
  let [from, voice]: [number, { readonly speaker?: string }] = [0, {}];
  const endAt = (to: number) => {
    const words = text.slice(from, to).trim();
    if (words !== '') said.push({ ...voice, text: words });
  };
  for (const { 0: head, 2: speaker = '', index } of text.matchAll(prefix)) {
    if (!known.has(speaker)) continue;
    endAt(index);
    [from, voice] = [index + head.length, { speaker }];
  }
  endAt(text.length);
  return said;
}

const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
