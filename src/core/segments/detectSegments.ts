import { coverageOf } from '../transcript/transcript.ts';
import { findParts, prepareParts, type Cuttable } from './findParts.ts';
import { findSections, type SectionDraft } from './findSections.ts';
import { measureSpread } from './keyphrases.ts';
import { namePart, nameSection, type Titling } from './nameSegments.ts';
import type { Section, Segment, SegmentKind } from './segment.ts';
import { readSpelling } from './spelling.ts';
import { readTalk, type SegmentSource } from './talk.ts';

/** What is wanted of the segments. */
export interface SegmentOptions {
  /** 1 is the usual number of parts, 2 about twice as many, 0.5 half as many; 0 none. */
  readonly fineness?: number;
}

/** Seconds that a part has in a talk without end. */
const LONGEST_PART = 370;

/** Cuts a talk that was read before; again and again, at little cost. */
export type Segmenter = (options?: SegmentOptions) => Section[];

/**
 * The sections and parts of an episode, found from its words alone. Sections tile the transcript from its first
 * cue to its last; parts tile their section. Without words there are none. Pure, deterministic, never throws.
 */
export function detectSegments(source: SegmentSource, options?: SegmentOptions): Section[] {
  return buildSegmenter(source)(options);
}

/**
 * Reads a talk once, so that "fewer" and "more parts" need only cut it anew: sections do not depend on fineness,
 * nor do the scores from which parts are cut.
 */
export function buildSegmenter(source: SegmentSource): Segmenter {
  const talk = readTalk(source);
  const coverage = coverageOf(source.cues);
  const drafts = findSections(talk, source);
  if (!coverage || drafts.length === 0) return () => [];
  const titling: Titling = {
    words: talk.words,
    spread: measureSpread(talk.words),
    spelling: readSpelling(source, talk.words),
  };
  const times = talk.times.slice();
  times[0] = coverage.start;
  times[talk.units.length] = Math.max(coverage.end, times[talk.units.length - 1]!);
  const prepared = drafts.map((draft) => ({
    draft,
    title: nameSection(titling, draft),
    cuttable: prepareParts(talk, draft.from, draft.to),
  }));
  return ({ fineness = 1 } = {}) =>
    prepared.map(({ draft, title, cuttable }, i): Section => {
      const id = `s${i + 1}`;
      const section = {
        id,
        start: times[draft.from]!,
        end: times[draft.to]!,
        kind: draft.kind,
        title,
        confidence: round(draft.confidence),
        origin: 'detected',
      } as const;
      return {
        ...section,
        parts: partsOf(section, draft, cuttable, times, titling, fineness, coverage.end - coverage.start),
      };
    });
}

function partsOf(
  section: Segment,
  { from, to, kind }: SectionDraft,
  cuttable: Cuttable,
  times: Float64Array,
  titling: Titling,
  fineness: number,
  talk: number,
): Segment[] {
  if (kind === 'sponsor' || !(fineness > 0)) return [];
  const cuts = findParts(cuttable, fineness * piecesIn(section.end - section.start, talk, kind));
  if (cuts.length === 0) return [];
  const starts = [{ unit: from, probability: section.confidence }, ...cuts];
  return starts.map(({ unit, probability }, i): Segment => {
    const next = starts[i + 1]?.unit ?? to;
    return {
      id: `${section.id}.${i + 1}`,
      start: times[unit]!,
      end: times[next]!,
      kind,
      title: namePart(titling, unit, next, kind, section.title),
      confidence: round(probability),
      origin: 'detected',
    };
  });
}

/**
 * How many parts people make of a section of so many seconds in a talk of so many: one for every four minutes of an
 * hour, but for less than two of a section of six, as headings in the labelled talks are (README.md). What frames a show
 * is cut half as fine.
 */
function piecesIn(seconds: number, talk: number, kind: SegmentKind): number {
  const scale = Math.sqrt(seconds * talk);
  const part = Math.max(40, (LONGEST_PART * scale) / (scale + 1200));
  const frame = kind === 'intro' || kind === 'outro' || kind === 'housekeeping';
  return seconds / (frame ? 2 * part : part);
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
