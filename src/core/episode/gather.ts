import { baseName, folderOf, roleOf, stemOf } from './classify.ts';
import type { SourceDocument } from './readEpisode.ts';

/** The documents of one episode, and the name that they share. */
export interface Gathering {
  readonly name: string;
  readonly documents: readonly SourceDocument[];
}

/**
 * Sorts a heap of files into episodes: each transcript makes one, and takes with it what has its name, or what lies in
 * its folder under a general name (`show-notes.md`). Where there is one transcript only, everything belongs to it.
 * `rest` are the names of files that belong to none.
 */
export function gatherEpisodes(documents: readonly SourceDocument[]): {
  readonly gatherings: Gathering[];
  readonly rest: string[];
} {
  const known = documents.map((document) => ({
    document,
    role: roleOf(document.name, document.text),
    stem: stemOf(document.name),
  }));
  const transcripts = known.filter(({ role }) => role === 'transcript');
  const others = known.filter(({ role }) => role !== 'transcript' && role !== undefined);
  const taken = new Set<SourceDocument>();
  const gatherings = transcripts.map(({ document, stem }): Gathering => {
    const folder = folderOf(document.name);
    const own = others.filter(
      (other) =>
        transcripts.length === 1 ||
        (folderOf(other.document.name) === folder && (other.stem === stem || (other.stem === '' && soleIn(folder)))),
    );
    for (const { document: found } of [{ document }, ...own]) taken.add(found);
    const name = stem === '' ? baseName(folder) || 'transcript' : baseName(document.name).replace(/\.[^.]*$/, '');
    return { name, documents: [document, ...own.map(({ document: found }) => found)] };
  });
  return { gatherings, rest: documents.filter((document) => !taken.has(document)).map(({ name }) => name) };

  function soleIn(folder: string): boolean {
    return transcripts.filter(({ document }) => folderOf(document.name) === folder).length === 1;
  }
}

/** A slug for links, from any name: `My Talk (2).vtt` → `my-talk-2`. */
export function slugify(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'talk';
}
