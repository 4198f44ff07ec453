import uFuzzy from '@leeoniya/ufuzzy';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import { cueMarks } from '../../../src/core/search/excerpt.ts';
import { buildSearchIndex, searchTalk, type PublishedName } from '../../../src/core/search/search.ts';
import type { Cue } from '../../../src/core/transcript/cue.ts';
import type { Searcher } from './labelled.ts';

/** Builds a searcher over cues; `names` are the show notes', which only ours can use. */
export interface Maker {
  readonly name: string;
  make(cues: readonly Cue[], names: readonly PublishedName[]): Searcher['search'];
}

const texts = (cues: readonly Cue[]) => cues.map(({ text }) => text);

/** Records of two cues each, one beginning at every cue, so that phrases across a border can be found. */
const pairs = (cues: readonly Cue[]) => cues.map(({ text }, i) => `${text} ${cues[i + 1]?.text ?? ''}`);

/** Of overlapping records of two cues the better one stays. */
function withoutOverlap(found: readonly number[], last: number): number[][] {
  const taken = new Set<number>();
  return found.flatMap((record) => {
    if (taken.has(record - 1) || taken.has(record) || taken.has(record + 1)) return [];
    taken.add(record);
    return [record < last ? [record, record + 1] : [record]];
  });
}

function perCue(options: IFuseOptions<string>): Maker['make'] {
  return (cues) => {
    const fuse = new Fuse(texts(cues), options);
    return (query) => fuse.search(query.slice(0, 100)).map(({ refIndex }) => [refIndex]);
  };
}

function miniSearch(combineWith: 'AND' | 'OR'): Maker['make'] {
  return (cues) => {
    const mini = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith },
    });
    mini.addAll(cues.map(({ text }, id) => ({ id, text })));
    return (query) => mini.search(query.slice(0, 100)).map(({ id }) => [id as number]);
  };
}

function ours(name: string, tiers: readonly string[]): Maker {
  return {
    name,
    make(cues, names) {
      const index = buildSearchIndex(cues, names);
      const indexes = new Map(cues.map((cue, i) => [cue.id, i]));
      return (query) =>
        searchTalk(index, query)
          .filter(({ tier }) => tiers.includes(tier))
          .sort((a, b) => a.rank - b.rank)
          .map((hit) => [...new Set(cueMarks(index.talk, hit.marks).map(({ cue }) => indexes.get(cue)!))]);
    },
  };
}

export const OURS = ours('Hourline', ['main']);

/** In the order of the printed tables. */
export const MAKERS: readonly Maker[] = [
  OURS,
  ours('Hourline, with maybe', ['main', 'maybe']),
  { name: 'Fuse, default', make: perCue({}) },
  {
    name: 'Fuse, two cues, tuned',
    make(cues) {
      // Of thresholds .1 to .4, with and without field norm, best on the dev queries; so is that of token search.
      const fuse = new Fuse(pairs(cues), { threshold: 0.3, ignoreLocation: true, ignoreFieldNorm: true });
      return (query) =>
        withoutOverlap(
          fuse.search(query.slice(0, 100)).map(({ refIndex }) => refIndex),
          cues.length - 1,
        );
    },
  },
  {
    name: 'Fuse, token search, any word',
    make: perCue({ useTokenSearch: true, tokenMatch: 'any', threshold: 0.3, ignoreLocation: true }),
  },
  {
    name: 'Fuse, token search, all words',
    make: perCue({ useTokenSearch: true, tokenMatch: 'all', threshold: 0.3, ignoreLocation: true }),
  },
  {
    name: 'uFuzzy',
    make(cues) {
      const finder = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
      const haystack = texts(cues);
      return (query) => {
        const [found, info, order] = finder.search(haystack, query.slice(0, 100), 1, 1e6);
        if (!found) return [];
        return order && info ? order.map((i) => [info.idx[i]!]) : found.map((i) => [i]);
      };
    },
  },
  { name: 'MiniSearch, any word', make: miniSearch('OR') },
  { name: 'MiniSearch, all words', make: miniSearch('AND') },
];
