import type { Chapter, Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import { plainWords } from '../notes/noteWords.ts';
import type { Found } from '../search/answer.ts';
import { excerptOf, type Piece } from '../search/excerpt.ts';
import type { Section, Segment, SegmentKind } from '../segments/segment.ts';
import type { TimeRange } from '../time.ts';
import type { Mention, Topic } from '../topics/topic.ts';
import type { Cue } from '../transcript/cue.ts';
import { startedAt } from '../transcript/reading.ts';
import { howFound } from './howFound.ts';
import { howHeard } from './laneName.ts';
import { laneRow, stopKey } from './rows.ts';
import type { LinkSign } from './signs.ts';

/** What the card says of something on the timeline: its name, its time, the words around it and why it is there. */
export interface Told extends TimeRange {
  readonly name: string;
  readonly words: readonly Piece[];
  readonly why: string;
}

/** The talk as `Mention.marks` count it: cues joined by a space. */
export function continuousText(cues: readonly Cue[]): string {
  return cues.map(({ text }) => text).join(' ');
}

/** What the card says of a mention; `text` is the talk as its marks count it. */
export function tellMention({ name }: Topic, mention: Mention, text: string): Told {
  const { start, end, marks } = mention;
  return { name, start, end, words: excerptOf({ text }, marks), why: howHeard(mention) || 'said as it is written' };
}

function tellHit(found: Found): Told {
  const { start, end, excerpt } = found;
  return { name: 'Search result', start, end, words: excerpt, why: howFound(found) };
}

function tellNote({ target, body }: Note): Told {
  return { name: 'Your note', ...target, words: plain(target.quote.exact), why: plainWords(body) };
}

function tellLink({ title, start, sure }: LinkSign, cues: readonly Cue[]): Told {
  const why = sure ? 'link of the show notes, discussed here' : 'link of the show notes, likely discussed here';
  return { name: title, start, end: start, words: saidAt(cues, start), why };
}

function tellChapter({ title, start, end }: Chapter, cues: readonly Cue[]): Told {
  return { name: title, start, end, words: saidAt(cues, start), why: 'chapter, as published' };
}

/** `kind` is the kind's name for people. */
function tellSegment(segment: Segment, kind: string, cues: readonly Cue[]): Told {
  const { title, start, end, origin, confidence } = segment;
  const found = confidence < 0.5 ? 'found in the talk, where exactly it starts is unsure' : 'found in the talk';
  const why = `${kind}, ${origin === 'edited' ? 'set by hand' : found}`;
  return { name: title, start, end, words: saidAt(cues, start), why };
}

/** All that stands on the timeline, to be told of. */
export interface Tellable {
  readonly episode: Pick<Episode, 'chapters' | 'cues'>;
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  readonly hits: readonly Found[];
  readonly notes: readonly Note[];
  readonly links: readonly LinkSign[];
}

/** A stop's key → what the card says of it; nothing where a key is none, or a lane's name. */
export function buildTeller(
  { episode: { chapters, cues }, sections, topics, hits, notes, links }: Tellable,
  kindNames: Readonly<Record<SegmentKind, string>>,
): (key: string) => Told | undefined {
  const tellers = new Map<string, () => Told>();
  const add = <T extends { readonly id: string }>(row: string, list: readonly T[], tell: (one: T) => Told) => {
    for (const one of list) tellers.set(stopKey(row, one.id), () => tell(one));
  };
  const segment = (one: Segment) => tellSegment(one, kindNames[one.kind], cues);
  let text: string | undefined;
  add('chapters', chapters, (one) => tellChapter(one, cues));
  add('sections', sections, segment);
  add(
    'parts',
    sections.flatMap(({ parts }) => parts),
    segment,
  );
  for (const topic of topics)
    add(laneRow(topic), topic.mentions, (one) => tellMention(topic, one, (text ??= continuousText(cues))));
  add('hits', hits, tellHit);
  add('notes', notes, tellNote);
  add('links', links, (one) => tellLink(one, cues));
  return (key) => tellers.get(key)?.();
}

/** The words that are said from a moment on, as many as a glance takes. */
function saidAt(cues: readonly Cue[], seconds: number): Piece[] {
  const first = startedAt(cues, seconds);
  // Where the transcript has ended, nothing is known to be said.
  if (!first || seconds >= first.end + 10 || first.start > seconds + 10) return [];
  const at = cues.indexOf(first);
  return plain(continuousText(cues.slice(at, at + 4)));
}

function plain(text: string): Piece[] {
  const short = text.length <= 140 ? text : `${text.slice(0, 140).replace(/\s+\S*$/, '')} …`;
  return short === '' ? [] : [{ text: short, hit: false }];
}
