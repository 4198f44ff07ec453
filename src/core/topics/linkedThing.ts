import { isCommon, isFunctionWord } from '../search/commonWords.ts';
import { tokenise } from '../text/tokens.ts';

/** Most words of a name. */
const LONGEST = 4;

/**
 * The thing that a link's title names, if it is a name and no headline: "Planet Nix" of "Planet Nix - Speakers", "nping"
 * of "Pick: nping", "bulk-downloader" of "owner/bulk-downloader".
 */
export function linkedThing(title: string): string | undefined {
  const labelled = /^\s*[\p{L} ]{2,14}:\s+(\S.*)$/u.exec(title);
  const head = (labelled?.[1] ?? title).split(/\s+[-–—|·:]\s+|\s*[|:]\s+|\s+\(/u)[0]!.trim();
  const repository = /^[\w.-]+\/([\w.-]+)$/.exec(head)?.[1];
  const thing = repository ?? head;
  const tokens = tokenise(thing);
  const words = tokens.map(({ term }) => term);
  if (words.length === 0 || words.length > LONGEST || words.some(isFunctionWord)) return undefined;
  if (/[.?!]$/.test(thing) || words.every((word) => /^\d+$/.test(word))) return undefined;
  // A headline has words in lower case; a name has them only where the notes announce it, or where it is one word.
  const written = tokens.map(({ from, to }) => thing.slice(from, to));
  const named = written.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  if (!named && labelled === null && repository === undefined && words.length > 1) return undefined;
  if (words.length === 1 && isCommon(words[0]!) && !/\p{Lu}/u.test(thing)) return undefined;
  return tokens.length === 0 ? undefined : thing.slice(tokens[0]!.from, tokens.at(-1)!.to);
}
