import { FORMAT_NAMES } from '../transcript/format.ts';
import { formatClock, formatLength } from '../time.ts';
import { gatherEpisodes, slugify } from './gather.ts';
import { faultsOf, type Problem } from '../problem.ts';
import { cardOf, type EpisodeCard } from './episode.ts';
import { readEpisode, type EpisodeReading, type SourceDocument } from './readEpisode.ts';

/** An episode as opened files make it. */
export interface Candidate extends EpisodeReading {
  readonly slug: string;
  readonly documents: readonly SourceDocument[];
}

/** Reads opened files: the same road that a producer's folder takes. `rest` are names of no use. Never throws. */
export function readOpened(documents: readonly SourceDocument[]): {
  readonly candidates: readonly Candidate[];
  readonly rest: readonly string[];
} {
  const { gatherings, rest } = gatherEpisodes(documents);
  const candidates = gatherings.map(({ name, documents: own }): Candidate => {
    const slug = slugify(name);
    return { slug, documents: own, ...readEpisode(slug, own, name) };
  });
  return { candidates, rest };
}

/** What is shown of an opened episode before it is added: small, whatever the files' size. */
export interface Preview {
  readonly slug: string;
  /** Names of the files that it is made of. */
  readonly files: readonly string[];
  /** Equal for equal files. */
  readonly digest: string;
  /** Absent where the files make no episode. */
  readonly card?: EpisodeCard;
  readonly summary: readonly string[];
  /** Its first words. */
  readonly excerpt: string;
  /** The first of its faults, and how many there are. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

const MOST_PROBLEMS = 100;

/** What a visitor is shown of files before they are added: small, as it comes from a worker. */
export function previewOf(candidate: Candidate): Preview {
  const { slug, documents, episode, problems } = candidate;
  const faults = faultsOf(problems);
  const words = (episode?.cues ?? []).slice(0, 6).map(({ text }) => text);
  return {
    slug,
    files: documents.map(({ name }) => name),
    digest: digestOf(documents),
    ...(episode ? { card: cardOf(episode) } : {}),
    summary: summaryOf(candidate),
    excerpt: words.join(' ').slice(0, 240),
    // What loses something is told first.
    problems: faults.sort((a, b) => a.severity.localeCompare(b.severity)).slice(0, MOST_PROBLEMS),
    problemCount: faults.length,
  };
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
    count(faultsOf(problems).length, 'problem'),
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
