/**
 * `npm run check-episode -- <folder or files>`: says what the build would say of an episode, without building. A folder
 * may be one episode's, or hold many. Ends with 1 where something can't be used.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { readOpened } from '../core/episode/opening.ts';
import type { SourceDocument } from '../core/episode/readEpisode.ts';
import { decodeBytes } from '../core/text/decodeBytes.ts';
import { READABLE, readFolder } from './readFolders.ts';
import { reportOn, type Report } from './report.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Name a folder of an episode, or its files: npm run check-episode -- src/episodes/lup-603');
  process.exit(2);
}

const reports: Report[] = [];
const files: SourceDocument[] = [];
for (const path of paths) {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    reports.push({
      summary: `${path}: not here`,
      warnings: [],
      faults: [`${path}: There is no such file or folder. [not-found]`],
    });
  else if (found.isDirectory()) reports.push(...(await reportOnFolder(path)));
  else files.push({ name: relative(process.cwd(), resolve(path)), text: decodeBytes(await readFile(path)) });
}
if (files.length > 0) reports.push(...reportOnFiles());

for (const { summary, warnings, faults } of reports) {
  console.log(summary);
  for (const line of [...faults, ...warnings]) console.log(`  ${line}`);
}
process.exit(reports.some(({ faults }) => faults.length > 0) ? 1 : 0);

async function reportOnFolder(folder: string): Promise<Report[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const documents = entries.filter((entry) => entry.isFile() && READABLE.test(entry.name));
  const folders =
    documents.length > 0
      ? [folder]
      : entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return Promise.all(
    folders.map(async (each) => {
      const { slug, ...reading } = await readFolder(each, basename(resolve(each)));
      return reportOn(slug, each, reading);
    }),
  );
}

/** Loose files are told apart as those that a visitor opens. */
function reportOnFiles(): Report[] {
  const { candidates, rest } = readOpened(files);
  const unused = rest.map((name) => `${name}: This is no part of an episode. [not-used]`);
  const found = candidates.map(({ slug, ...reading }) => reportOn(slug, '.', reading));
  const none: Report = {
    summary: 'no episode',
    warnings: [],
    faults: [`${dirname(rest[0] ?? '.')}: There is no transcript in these files. [no-transcript]`],
  };
  const [first = none, ...more] = found;
  return [{ ...first, warnings: [...first.warnings, ...unused] }, ...more];
}
