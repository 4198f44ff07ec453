/** The doorbell of core/episode: reads documents off the page's thread. */
import type { Episode } from '../core/episode/episode.ts';
import { readOpened, type Opening } from '../core/episode/opening.ts';
import { readEpisode, type SourceDocument } from '../core/episode/readEpisode.ts';
import { decodeBytes } from '../core/text/decodeBytes.ts';

/** A file as it crosses to the worker: its bytes move along. */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** Files that a visitor opens, or documents that were kept. */
export type ReadingRequest =
  { readonly files: readonly OpenedFile[] } | { readonly slug: string; readonly documents: readonly SourceDocument[] };

/** How far it is, 0 to 1; then what it came to. */
export type ReadingMessage =
  { readonly share: number } | { readonly opening: Opening } | { readonly episode: Episode | undefined };

const post = (message: ReadingMessage) => postMessage(message);

onmessage = ({ data }: MessageEvent<ReadingRequest>) => {
  if ('slug' in data) return post({ episode: readEpisode(data.slug, data.documents).episode });
  const documents = data.files.map(({ name, bytes }, i) => {
    post({ share: i / data.files.length });
    return { name, text: decodeBytes(new Uint8Array(bytes)) };
  });
  post({ opening: readOpened(documents) });
};
