import { join, relative } from 'node:path';
import { summaryOf } from '../core/episode/opening.ts';
import type { EpisodeReading } from '../core/episode/readEpisode.ts';
import { formatProblem } from '../core/problem.ts';

/** What a producer is told of an episode: one line in all, and one for each problem, `file:line: sentence [code]`. */
export interface Report {
  readonly summary: string;
  readonly warnings: readonly string[];
  /** What loses something of the episode; with any of these it is not built. */
  readonly faults: readonly string[];
}

/** Reports on an episode that was read from `folder`. */
export function reportOn(slug: string, folder: string, reading: EpisodeReading): Report {
  const lines = (lost: boolean) =>
    reading.problems
      .filter(({ severity }) => (severity === 'error') === lost)
      .map((problem) =>
        formatProblem({ ...problem, file: relative(process.cwd(), join(folder, problem.file ?? '')) || '.' }),
      );
  return { summary: `${slug}: ${summaryOf(reading).join(', ')}`, warnings: lines(false), faults: lines(true) };
}
