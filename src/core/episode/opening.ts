import { FORMAT_NAMES } from '../transcript/format.ts';
import { formatClock, formatLength } from '../time.ts';
import { gatherEpisodes, slugify } from './gather.ts';
import { readEpisode, type EpisodeReading, type SourceDocument } from './readEpisode.ts';

/** An episode that was read from files a visitor opened, before it is added to what is kept. */
export interface Candidate extends EpisodeReading {
  readonly slug: string;
  readonly documents: readonly SourceDocument[];
  /** Tells the same files from others: equal for equal documents. */
  readonly digest: string;
}

/** What a heap of opened files comes to. */
export interface Opening {
  readonly candidates: readonly Candidate[];
  /** Names of files that belong to no episode. */
  readonly rest: readonly string[];
}

/** Reads opened files: the same road that a producer's folder takes. Never throws. */
export function readOpened(documents: readonly SourceDocument[]): Opening {
  const { gatherings, rest } = gatherEpisodes(documents);
  const candidates = gatherings.map(({ name, documents: own }): Candidate => {
    const slug = slugify(name);
    return { slug, documents: own, digest: digestOf(own), ...readEpisode(slug, own) };
  });
  return { candidates, rest };
}

/** What was understood of a reading, in short lines: for the preview and for a terminal. */
export function summaryOf({ episode, format, problems }: EpisodeReading): string[] {
  if (!episode) return ['no episode'];
  const { cues, coverage, duration, chapters, links } = episode;
  const speakers = new Set(cues.flatMap(({ speaker }) => speaker ?? []));
  const count = (number: number, noun: string) => `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
  return [
    ...(format ? [FORMAT_NAMES[format]] : []),
    count(cues.length, 'cue'),
    `${formatClock(coverage.start)}–${formatClock(coverage.end)} of ${formatLength(duration)}`,
    ...(speakers.size > 0 ? [count(speakers.size, 'speaker')] : []),
    ...(chapters.length > 0 ? [count(chapters.length, 'chapter')] : []),
    ...(links.length > 0 ? [count(links.length, 'link')] : []),
    count(problems.length, 'problem'),
  ];
}

/** FNV-1a over the documents' texts, twice with different starts: to recognise, not to protect. */
function digestOf(documents: readonly SourceDocument[]): string {
  const hash = (start: number) => {
    let value = start;
    for (const { text } of documents) {
      for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
      value = Math.imul(value ^ 0x1f, 0x01000193);
    }
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return hash(0x811c9dc5) + hash(0x9747b28c);
}
