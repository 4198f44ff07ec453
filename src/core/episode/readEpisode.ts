import { inFile, type Problem } from '../problem.ts';
import type { ShowNotes } from '../shownotes/showNotes.ts';
import { parseShowNotes } from '../shownotes/parseShowNotes.ts';
import { parseSegments } from '../segments/parseSegments.ts';
import { formatLength } from '../time.ts';
import type { Cue } from '../transcript/cue.ts';
import type { TranscriptFormat } from '../transcript/format.ts';
import { coverageOf, parseTranscript, uncoveredSpans } from '../transcript/transcript.ts';
import type { Chapter, Episode } from './episode.ts';
import { chaptersIn, parseChapters, type ChapterFact } from '../chapters/parseChapters.ts';
import { roleOf, type Role } from './classify.ts';
import { parseFacts, type Facts } from './parseFacts.ts';

/** A file of an episode, already text. */
export interface SourceDocument {
  readonly name: string;
  readonly text: string;
}

/** `episode` is there unless a problem of severity `error` says why not. */
export interface EpisodeReading {
  readonly episode: Episode | undefined;
  /** The form that the transcript has. */
  readonly format: TranscriptFormat | undefined;
  readonly problems: readonly Problem[];
}

/**
 * An episode's documents → the episode: the one road for a producer's folder, at build, and for the files that a visitor
 * opens. `roleOf` tells by name or content what each document is; what the talk itself tells, `enrichEpisode` adds. Pure and
 * deterministic; never throws.
 */
export function readEpisode(slug: string, documents: readonly SourceDocument[], name = slug): EpisodeReading {
  const problems: Problem[] = [];
  const take = <T extends { readonly problems: readonly Problem[] }>(
    role: Role,
    read: (text: string) => T,
  ): T | undefined => {
    const [first, ...more] = documents.filter(({ name, text }) => roleOf(name, text) === role);
    if (!first) return undefined;
    const reading = read(first.text);
    problems.push(...inFile(first.name, reading.problems));
    for (const { name } of more)
      problems.push({ ...fault('not-used', 'warning', `“${first.name}” is read instead of this file.`), file: name });
    return reading;
  };
  const transcript = take('transcript', parseTranscript);
  const notes = take('show-notes', parseShowNotes)?.notes ?? NO_NOTES;
  const published = take('chapters', parseChapters);
  const facts = take('facts', parseFacts)?.facts ?? {};
  if (!transcript) {
    problems.push(
      fault('no-transcript', 'error', 'There is no transcript here: WebVTT, SRT, JSON, HTML, or text with time codes.'),
    );
  }
  const end = coverageOf(transcript?.cues ?? [])?.end ?? 0;
  const byHand = take('segments', (text) => parseSegments(text, end))?.sections ?? [];
  const chapters = facts.chapters ?? published?.chapters ?? chaptersIn(notes.about ?? '');
  const episode = assemble(slug, transcript?.cues ?? [], notes, { ...facts, chapters }, name, problems);
  return { episode: episode && { ...episode, sections: byHand }, format: transcript?.format, problems };
}

const NO_NOTES: ShowNotes = { people: [], sponsors: [], links: [], tags: [], pictures: [] };

/** Cues, notes and facts → one episode. Facts outrank notes; what nobody says is derived or left out. */
function assemble(
  slug: string,
  cues: readonly Cue[],
  notes: ShowNotes,
  facts: Facts,
  name: string,
  problems: Problem[],
): Episode | undefined {
  const coverage = coverageOf(cues);
  if (!coverage) return undefined;
  const published = facts.duration ?? notes.duration;
  if (published === undefined) {
    problems.push(
      fault('no-duration', 'note', 'No published length; the recording is taken to end with its transcript.'),
    );
  } else if (coverage.end > published + 1) {
    const lengths = `${formatLength(coverage.end)} and ${formatLength(published)}`;
    problems.push(
      fault(
        'transcript-longer',
        'warning',
        `The transcript runs past the published length (${lengths}); the longer one counts.`,
      ),
    );
  }
  const duration = Math.max(published ?? 0, coverage.end);
  const title = facts.title ?? notes.title;
  if (title === undefined)
    problems.push(fault('no-title', 'note', 'Nothing here gives a title; its name stands in for it.'));
  const { people, sponsors, links, tags, pictures } = notes;
  return {
    slug,
    show: facts.show ?? notes.showShort ?? '',
    ...defined({ number: facts.number ?? notes.number }),
    title: title ?? name,
    ...defined({ airDate: facts.airDate ?? notes.airDate }),
    duration,
    coverage,
    ...defined({ about: notes.about }),
    people,
    sponsors,
    links,
    tags,
    ...(pictures.length > 0 ? { pictures } : {}),
    chapters: chaptersFrom(facts.chapters ?? [], duration),
    sections: [],
    topics: [],
    timedLinks: [],
    cues,
    uncovered: uncoveredSpans(cues, duration),
    ...defined({ guid: facts.guid, page: facts.page, audio: facts.audio, source: facts.source }),
  };
}

/** Published chapters name their start only: each runs to the next, the last to the end. */
function chaptersFrom(facts: readonly ChapterFact[], duration: number): Chapter[] {
  const sorted = [...facts].sort((a, b) => a.startTime - b.startTime).filter(({ startTime }) => startTime < duration);
  return sorted.map(({ startTime, endTime, title }, i) => ({
    id: `ch${i + 1}`,
    start: startTime,
    end: endTime !== undefined && endTime > startTime ? endTime : (sorted[i + 1]?.startTime ?? duration),
    title,
  }));
}

function fault(code: string, severity: Problem['severity'], message: string): Problem {
  return { code, severity, line: 0, message };
}

/** The same object without its undefined fields, which JSON would drop and exact types refuse. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
