import { readFileSync } from 'node:fs';
import type { Cue } from '../../../src/core/transcript/cue.ts';
import type { PublishedName } from '../../../src/core/search/search.ts';

/** A query with what answers it. Numbers are the start seconds of cues. */
export interface Labelled {
  readonly class: string;
  readonly query: string;
  /** Each group is one occurrence; any of its cues finds it. */
  readonly groups: readonly (readonly number[])[];
  /** Neither right nor wrong. */
  readonly ok: readonly number[];
}

/** A transcript with its queries. */
export interface Labelling {
  readonly name: string;
  readonly cues: readonly Cue[];
  readonly names: readonly PublishedName[];
  readonly queries: readonly Labelled[];
}

/** A searcher under test: query → for each result, best first, the indexes of the cues that it is at. */
export interface Searcher {
  readonly name: string;
  search(query: string): readonly (readonly number[])[];
}

export const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export interface Score {
  recall: number;
  precision: number;
  mrr: number;
  /** Queries that were answered, of those never said. */
  wrong: number;
  queries: number;
}

/**
 * The first ten results. A result is right where one of its cues is relevant, neutral where one is `ok`, else
 * wrong. Recall is the share of groups that a right result touches, of at most ten; precision the right ones of
 * right and wrong, 0 where nothing is answered; MRR 1 over the place of the first right one, neutral ones not counted.
 */
export function judge(query: Labelled, cues: readonly Cue[], results: readonly (readonly number[])[]): Score {
  if (query.class === 'neg') return { recall: 0, precision: 0, mrr: 0, wrong: results.length > 0 ? 1 : 0, queries: 1 };
  const startsOf = (result: readonly number[]) => result.map((index) => cues[index]!.start);
  const found = new Set<number>();
  let [right, wrong, mrr] = [0, 0, 0];
  for (const result of results.slice(0, 10)) {
    const starts = startsOf(result);
    const touched = query.groups.flatMap((group, i) => (group.some((start) => starts.includes(start)) ? [i] : []));
    if (touched.length > 0) {
      if (right === 0) mrr = 1 / (1 + wrong);
      right += 1;
      for (const group of touched) found.add(group);
    } else if (!starts.some((start) => query.ok.includes(start))) wrong += 1;
  }
  return {
    recall: found.size / Math.min(10, query.groups.length),
    precision: right + wrong === 0 ? 0 : right / (right + wrong),
    mrr,
    wrong: 0,
    queries: 1,
  };
}

/** The mean over queries; `wrong` is a sum. */
export function mean(scores: readonly Score[]): Score {
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key], 0);
  const n = Math.max(1, scores.length);
  return {
    recall: sum('recall') / n,
    precision: sum('precision') / n,
    mrr: sum('mrr') / n,
    wrong: sum('wrong'),
    queries: scores.length,
  };
}
