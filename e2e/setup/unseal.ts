import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersOf, metaTagsOf } from '../../src/build/seal.ts';

/** The same build, byte for byte, with its policy taken off: to see what the program does when nothing else holds it. */
export function unseal(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  const page = join(to, 'index.html');
  const html = readFileSync(page, 'utf8');
  const open = metaTagsOf(html).reduce((text, tag) => text.replace(tag, ''), html);
  if (/http-equiv="Content-Security-Policy"/i.test(open) || open === html) throw new Error('The policy is still on.');
  writeFileSync(page, open);
  rmSync(join(to, '_headers'));
}

/**
 * The headers that a host makes of a folder's `_headers`, as Netlify and Cloudflare Pages read that file; none where there
 * is no such file.
 */
export function hostHeaders(folder: string): Record<string, string> {
  let file: string;
  try {
    file = readFileSync(join(folder, '_headers'), 'utf8');
  } catch {
    return {};
  }
  const headers = [...file.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name!, value!] as const);
  if (headers.length !== Object.keys(headersOf('')).length)
    throw new Error(`${folder}/_headers is not as it was written.`);
  return Object.fromEntries(headers);
}
