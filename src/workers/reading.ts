/** The doorbell of core/episode: reads files off the page's thread. */
import type { Episode } from '../core/episode/episode.ts';
import { previewOf, readOpened, type Preview } from '../core/episode/opening.ts';
import { enrichEpisode } from '../core/episode/enrichEpisode.ts';
import { readEpisode, type SourceDocument } from '../core/episode/readEpisode.ts';
import { ready as wordsReady } from '../core/search/commonWords.list.ts';
import { decodeBytes } from '../core/text/decodeBytes.ts';
import { ready as entitiesReady } from '../core/text/entities.ts';

/** A file as it crosses to the worker: by reference, so that the page never holds its bytes. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

/** Files that a visitor opens, to be looked at; or those of one episode, to be read whole. */
export interface ReadingRequest {
  readonly files: readonly NamedFile[];
  readonly episode?: { readonly slug: string; readonly name: string };
}

/** What opened files come to: previews of episodes, and the names of files that belong to none. */
export interface Opening {
  readonly previews: readonly Preview[];
  readonly rest: readonly string[];
}

/** How far it is, 0 to 1; then what it came to. */
export type ReadingMessage =
  | { readonly share: number }
  | { readonly unreadable: string }
  | { readonly opening: Opening }
  | { readonly episode: Episode | undefined };

const listsReady = Promise.all([wordsReady, entitiesReady]);
// A promise that fails in a worker is heard by nobody; an error is heard by the page.
listsReady.catch(reportError);

const post = (message: ReadingMessage) => postMessage(message);

onmessage = async ({ data: { files, episode } }: MessageEvent<ReadingRequest>) => {
  await listsReady;
  const documents: SourceDocument[] = [];
  for (const { name, file } of files) {
    try {
      documents.push({ name, text: decodeBytes(new Uint8Array(await file.arrayBuffer())) });
    } catch {
      return post({ unreadable: name });
    }
    post({ share: documents.length / (files.length + 1) });
  }
  if (episode) {
    const read = readEpisode(episode.slug, documents, episode.name).episode;
    return post({ episode: read && enrichEpisode(read) });
  }
  const { candidates, rest } = readOpened(documents);
  post({ opening: { previews: candidates.map(previewOf), rest } });
};
