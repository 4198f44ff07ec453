/** The doorbell of core/search: long talks are searched off the page's thread. */
import { answer, type Found } from '../core/search/answer.ts';
import { buildSearchIndex, type PublishedName, type SearchIndex } from '../core/search/search.ts';
import { ready } from '../core/search/commonWords.list.ts';
import type { Cue } from '../core/transcript/cue.ts';

/** First the talk, in pieces, and the names that end it; then queries. */
export type SearchRequest =
  { readonly cues: readonly Cue[] } | { readonly names: readonly PublishedName[] } | { readonly query: string };

/** What was found, with the query that it answers. */
export interface SearchReply {
  readonly query: string;
  readonly found: readonly Found[];
}

const cues: Cue[] = [];
let index: SearchIndex;

onmessage = async ({ data }: MessageEvent<SearchRequest>) => {
  await ready;
  if ('cues' in data) cues.push(...data.cues);
  else if ('names' in data) index = buildSearchIndex(cues, data.names);
  else postMessage({ query: data.query, found: answer(index, data.query) } satisfies SearchReply);
};
