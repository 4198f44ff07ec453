import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEpisode } from '../../../src/core/episode/readEpisode.ts';
import { parseSegments } from '../../../src/core/segments/parseSegments.ts';
import type { SegmentSource } from '../../../src/core/segments/talk.ts';
import { coverageOf } from '../../../src/core/transcript/transcript.ts';

/** A talk and where people say that its subjects start. Seconds. */
export interface LabelledTalk {
  readonly name: string;
  readonly source: SegmentSource;
  readonly start: number;
  readonly end: number;
  /** Ascending, without the talk's own start. */
  readonly boundaries: readonly number[];
  /** Every labelled piece with its heading; the first starts with the talk. */
  readonly pieces: readonly { readonly start: number; readonly end: number; readonly title: string }[];
}

const ROOT = join(import.meta.dirname, '../../..');
const OWN = ['e2e/bench/data/segments/garden-hour', 'e2e/bench/data/segments/slow-rails', 'src/episodes/lup-603'];

/** The talks that were labelled for this project: two invented shows, and the bundled episode. */
export function ownTalks(): LabelledTalk[] {
  return OWN.map((folder) => {
    const read = (name: string) => ({ name, text: readFileSync(join(ROOT, folder, name), 'utf8') });
    const { episode } = readEpisode(folder, [read('transcript.vtt'), read('show-notes.md')]);
    if (!episode) throw new Error(`${folder} cannot be read`);
    const { sections, problems } = parseSegments(read('segments.json').text, episode.coverage.end);
    if (problems.length > 0) throw new Error(`${folder}/segments.json: ${problems[0]!.message}`);
    const pieces = sections.flatMap((section) => (section.parts.length > 0 ? section.parts : [section]));
    return labelled(
      folder.split('/').at(-1)!,
      episode,
      pieces.map(({ start, title }) => ({ start, title })),
    );
  });
}

/** The labelled corpus that HOURLINE_CORPUS names: talks of other shows, which the project does not carry. */
export function corpusTalks(): LabelledTalk[] | undefined {
  const folder = process.env['HOURLINE_CORPUS'];
  if (folder === undefined || !existsSync(folder)) return undefined;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const { cues, boundaries, titles, duration } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      cues: { start: number; end: number; text: string; speaker?: string }[];
      boundaries: number[];
      titles: string[];
      duration: number;
    };
    const source: SegmentSource = {
      cues: cues.map((cue, i) => ({ id: `c${i + 1}`, ...cue })),
      people: [],
      sponsors: [],
      links: [],
      tags: [],
      duration,
    };
    return labelled(
      name,
      source,
      boundaries.map((start, i) => ({ start, title: titles[i] ?? '' })),
    );
  });
}

/** The same talk as recognition publishes it: nobody says who speaks. */
export function withoutSpeakers(talk: LabelledTalk): LabelledTalk {
  return { ...talk, source: { ...talk.source, cues: talk.source.cues.map(({ speaker: _, ...cue }) => cue) } };
}

function labelled(name: string, source: SegmentSource, heads: { start: number; title: string }[]): LabelledTalk {
  const { start, end } = coverageOf(source.cues)!;
  const boundaries = heads.map((head) => head.start).filter((at) => at > start + 1 && at < end);
  const pieces = heads
    .map((head, i) => ({ ...head, end: heads[i + 1]?.start ?? end }))
    .filter((piece) => piece.end > Math.max(piece.start, start));
  return { name, source, start, end, boundaries, pieces };
}
