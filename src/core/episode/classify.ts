import { detectFormat } from '../transcript/format.ts';

/** What a document is to an episode. */
export type Role = 'transcript' | 'show-notes' | 'chapters' | 'facts' | 'segments';

/**
 * What a document is, by its name where that says it, else by what is in it; `undefined` where it is nothing that an
 * episode has.
 */
export function roleOf(name: string, text: string): Role | undefined {
  const file = baseName(name).toLowerCase();
  if (file === 'episode.json') return 'facts';
  if (/(?:^|[.-])segments\.json$/.test(file)) return 'segments';
  if (/(?:^|[._-])chapters?\.(?:json|txt|vtt)$/.test(file)) return 'chapters';
  if (/(?:^|[._-])show-?notes?\.(?:md|markdown|html?|txt)$/.test(file)) return 'show-notes';
  // What goes with a video, in which `0:00 Intro` is a chapter and not what is said.
  if (/(?:^|[._-])description\.txt$/.test(file)) return 'show-notes';
  if (/\.(?:vtt|srt)$/.test(file)) return 'transcript';
  if (/\.(?:md|markdown)$/.test(file)) return /^(?:notice|readme|licen[cs]e)\b/.test(file) ? undefined : 'show-notes';
  if (file.endsWith('.json')) return jsonRole(text);
  const format = detectFormat(text);
  if (format !== undefined) return 'transcript';
  return /\.html?$/.test(file) ? 'show-notes' : undefined;
}

/** The name that files of one episode share: `dir/Talk 7.en.vtt` and `Talk 7-chapters.json` → `talk 7`. */
export function stemOf(name: string): string {
  const base = baseName(name)
    .toLowerCase()
    .replace(/\.[a-z\d]{2,8}$/, '');
  const stem = base.replace(new RegExp(`[._-](?:[a-z]{2}(?:-[a-z]{2})?|${GENERAL})$`), '');
  return [base, stem].some((text) => new RegExp(`^(?:${GENERAL})$`).test(text)) ? '' : stem;
}

/** Names that say what a file is and nothing of which episode. */
const GENERAL = 'transcript|description|captions?|subtitles?|chapters?|segments|show-?notes?|notes|episode';

/** The folder that a file came from: `a/b/c.vtt` → `a/b`. */
export function folderOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}

/** The name of a file without its folder: `a/b/c.vtt` → `c.vtt`. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function jsonRole(text: string): Role | undefined {
  // The names of a document's fields say what it is; the head is enough, and a document may be large.
  const head = text.slice(0, 20_000);
  if (/"(?:body|text|start_ms|utf8)"\s*:/.test(head)) return 'transcript';
  if (/"chapters"\s*:/.test(head)) return /"(?:show|audio|guid|source)"\s*:/.test(head) ? 'facts' : 'chapters';
  if (/"title"\s*:/.test(head) && /"start(?:Time)?"\s*:/.test(head)) return 'chapters';
  // A whole talk may stand before its words.
  return LISTS.test(text) ? 'transcript' : undefined;
}

/** Lists in which transcripts keep what is said; a text, a number or an address by the same name is something else. */
const LISTS =
  /"(?:segments|utterances|sentences|words|alternatives)"\s*:\s*\[\s*[{\]]|"transcripts?"\s*:\s*\[\s*\{(?![^{}]{0,999}"(?:url|href)"\s*:)/;
