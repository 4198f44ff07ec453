import type { Episode } from '../core/episode/episode.ts';
import type { Opening } from '../core/episode/opening.ts';
import type { SourceDocument } from '../core/episode/readEpisode.ts';
import type { OpenedFile, ReadingMessage, ReadingRequest } from '../workers/reading.ts';

/** Bytes that one opening may bring; more is some other thing than a transcript. */
export const MOST_BYTES = 20_000_000;
const MOST_FILES = 500;

/** Why files can't be opened, in words for the visitor. */
export class OpeningError extends Error {}

/** A file that a visitor chose, with the folder that it came from where the browser tells. */
export interface ChosenFile {
  readonly path: string;
  readonly file: Blob;
}

/**
 * Reads chosen files in a worker. `onprogress` hears the share that is done, 0 to 1; aborting `signal` ends the worker
 * at once. Rejects with an `OpeningError` that says what is the matter.
 */
export async function readFiles(
  chosen: readonly ChosenFile[],
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Opening> {
  const total = chosen.reduce((sum, { file }) => sum + file.size, 0);
  if (chosen.length === 0) throw new OpeningError('There is no file in what was dropped.');
  if (chosen.length > MOST_FILES) {
    throw new OpeningError(`These are ${chosen.length} files; at most ${MOST_FILES} can be opened at once.`);
  }
  if (total > MOST_BYTES) {
    throw new OpeningError(`This is ${Math.ceil(total / 1e6)} MB; up to ${MOST_BYTES / 1e6} MB can be opened.`);
  }
  if (total === 0) throw new OpeningError(chosen.length === 1 ? 'This file is empty.' : 'These files are empty.');
  const files: OpenedFile[] = [];
  for (const { path, file } of chosen) {
    files.push({ name: path, bytes: await readBytes(file) });
    onprogress((0.5 * files.length) / chosen.length);
  }
  const transfer = files.map(({ bytes }) => bytes);
  const read = await inWorker({ files }, transfer, (share) => onprogress(0.5 + 0.5 * share), signal);
  if (!('opening' in read)) throw new OpeningError('Reading gave no answer.');
  return read.opening;
}

/** Reads documents that were kept, into the episode they make; `undefined` where they make none. */
export async function readKept(slug: string, documents: readonly SourceDocument[]): Promise<Episode | undefined> {
  const read = await inWorker({ slug, documents }, [], () => undefined, new AbortController().signal);
  return 'episode' in read ? read.episode : undefined;
}

async function readBytes(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new OpeningError('The browser can’t read this file; it may have been moved, or be a folder.');
  }
}

function inWorker(
  request: ReadingRequest,
  transfer: Transferable[],
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<ReadingMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../workers/reading.ts', import.meta.url), { type: 'module' });
    const fail = (message: string) => {
      worker.terminate();
      reject(new OpeningError(message));
    };
    if (signal.aborted) return fail('Opening was cancelled.');
    signal.addEventListener('abort', () => fail('Opening was cancelled.'));
    worker.onerror = () =>
      fail('Reading failed, which is a fault of Hourline’s: please report it. The file is as it was.');
    worker.onmessage = ({ data }: MessageEvent<ReadingMessage>) => {
      if ('share' in data) return onprogress(data.share);
      worker.terminate();
      resolve(data);
    };
    worker.postMessage(request, transfer);
  });
}
