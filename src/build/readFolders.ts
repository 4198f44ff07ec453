import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enrichEpisode } from '../core/episode/enrichEpisode.ts';
import { readEpisode, type EpisodeReading, type SourceDocument } from '../core/episode/readEpisode.ts';
import { decodeBytes } from '../core/text/decodeBytes.ts';

/** What may be an episode's document; pictures and sound beside it are passed over. */
export const READABLE = /\.(?:vtt|srt|json|html?|md|markdown|txt)$/i;

/** One folder of source documents, read: the folder's name is the episode's slug. */
export interface FolderReading extends EpisodeReading {
  readonly slug: string;
  readonly folder: string;
}

/** Reads every episode folder below each of `roots`, in the order of their names. */
export async function readFolders(roots: readonly string[]): Promise<FolderReading[]> {
  const readings: FolderReading[] = [];
  for (const root of roots) {
    const entries = await readdir(root, { withFileTypes: true });
    const slugs = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    for (const slug of slugs.sort()) readings.push(await readFolder(join(root, slug), slug));
  }
  return readings;
}

/** Reads one episode folder. */
export async function readFolder(folder: string, slug: string): Promise<FolderReading> {
  const names = (await readdir(folder)).filter((name) => READABLE.test(name)).sort();
  const documents = await Promise.all(
    names.map(async (name): Promise<SourceDocument> => ({
      name,
      text: decodeBytes(await readFile(join(folder, name))),
    })),
  );
  const reading = readEpisode(slug, documents);
  return { slug, folder, ...reading, episode: reading.episode && enrichEpisode(reading.episode) };
}
