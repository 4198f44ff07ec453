import type { Episode } from '../core/episode/episode.ts';
import type { NamedFile, Opening, ReadingMessage, ReadingRequest } from '../workers/reading.ts';
import readingWorker from '../workers/reading.ts?worker&url';
import { trustedScriptUrl } from './trusted.ts';

export type { NamedFile, Opening } from '../workers/reading.ts';

/** Bytes that one opening may bring; more is some other thing than a transcript. */
const MOST_BYTES = 20_000_000;
const MOST_FILES = 500;

/** Why files can't be opened, in words for the visitor. */
export class OpeningError extends Error {}

/**
 * Looks at chosen files, in a worker. `onprogress` hears the share that is done, 0 to 1; aborting `signal` ends the worker
 * at once. Rejects with an `OpeningError` that says what is the matter.
 */
export async function readFiles(
  files: readonly NamedFile[],
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Opening> {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length === 0) throw new OpeningError('There is no file in what was dropped.');
  if (files.length > MOST_FILES) {
    throw new OpeningError(`These are ${files.length} files; at most ${MOST_FILES} can be opened at once.`);
  }
  if (total > MOST_BYTES) {
    throw new OpeningError(`This is ${Math.ceil(total / 1e6)} MB; up to ${MOST_BYTES / 1e6} MB can be opened.`);
  }
  if (total === 0) throw new OpeningError(files.length === 1 ? 'This file is empty.' : 'These files are empty.');
  const read = await inWorker({ files }, onprogress, signal);
  if (!('opening' in read)) throw new OpeningError('Reading gave no answer.');
  return read.opening;
}

/** Reads the files of one episode whole; `undefined` where they make none. */
export async function readWhole(slug: string, name: string, files: readonly NamedFile[]): Promise<Episode | undefined> {
  const read = await inWorker({ files, episode: { slug, name } }, () => undefined, new AbortController().signal);
  return 'episode' in read ? read.episode : undefined;
}

function inWorker(
  request: ReadingRequest,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadingMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trustedScriptUrl(readingWorker), { type: 'module' });
    const fail = (message: string) => {
      worker.terminate();
      reject(new OpeningError(message));
    };
    if (signal.aborted) return fail('Opening was cancelled.');
    signal.addEventListener('abort', () => fail('Opening was cancelled.'));
    worker.onerror = () => fail('Reading failed, which is a fault of Hourline’s: please report it.');
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      if ('share' in data) return onprogress(data.share);
      if ('unreadable' in data) return fail(`The browser can’t read “${data.unreadable}”; it may have been moved.`);
      worker.terminate();
      // In a task of its own: taking in a long transcript and drawing it are long enough each.
      setTimeout(() => resolve(data));
    };
    worker.postMessage(request);
  });
}
