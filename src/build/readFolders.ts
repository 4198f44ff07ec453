import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEpisode, type EpisodeReading, type SourceDocument } from '../core/episode/readEpisode.ts';

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
  const names = (await readdir(folder)).sort();
  const documents = await Promise.all(
    names
      .filter((name) => /\.(?:vtt|srt|md|json)$/i.test(name))
      .map(async (name): Promise<SourceDocument> => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  return { slug, folder, ...readEpisode(slug, documents) };
}
