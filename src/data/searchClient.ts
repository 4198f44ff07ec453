import type { Found } from '../core/search/answer.ts';
import type { PublishedName } from '../core/search/search.ts';
import type { Cue } from '../core/transcript/cue.ts';
import type { SearchReply, SearchRequest } from '../workers/search.ts';
import searchWorker from '../workers/search.ts?worker&url';
import { trustedScriptUrl } from './trusted.ts';

/** Searching a long talk in a worker. */
export interface SearchClient {
  /** Asks; of queries that wait for an answer only the newest gets one. */
  ask(query: string): void;
  close(): void;
}

/** Cues that are handed over in one task of the page, which copies them: 200,000 would take it a third of a second. */
const PIECE = 10_000;

/** Hands the talk to a worker; `onfound` hears each answer that is still wanted, `onfailed` that there will be none. */
export function openSearch(
  cues: readonly Cue[],
  names: readonly PublishedName[],
  onfound: (query: string, found: readonly Found[]) => void,
  onfailed: () => void,
): SearchClient {
  const worker = new Worker(trustedScriptUrl(searchWorker), { type: 'module' });
  worker.onerror = onfailed;
  const send = (request: SearchRequest) => worker.postMessage(request);
  let isOpen = true;
  let isHanded = false;
  let asked: string | undefined;
  let next: string | undefined;

  worker.onmessage = ({ data: { query, found } }: MessageEvent<SearchReply>) => {
    asked = undefined;
    if (next === undefined) onfound(query, found);
    else askNext();
  };

  function askNext(): void {
    const newest = next;
    next = undefined;
    if (newest !== undefined) ask(newest);
  }

  function ask(query: string): void {
    if (!isHanded || asked !== undefined) next = query;
    else {
      asked = query;
      send({ query });
    }
  }

  async function handOver(): Promise<void> {
    for (let from = 0; isOpen && from < cues.length; from += PIECE) {
      send({ cues: cues.slice(from, from + PIECE) });
      await new Promise((resolve) => setTimeout(resolve));
    }
    send({ names });
    isHanded = true;
    askNext();
  }

  void handOver();
  return {
    ask,
    close: () => {
      isOpen = false;
      worker.terminate();
    },
  };
}
