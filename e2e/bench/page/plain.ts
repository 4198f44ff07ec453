import { mkdirSync, writeFileSync } from 'node:fs';
import { episodeName } from '../../../src/core/episode/episode.ts';
import { escapeHtml } from '../../../src/core/text/escape.ts';
import { buildReading } from '../../../src/core/transcript/reading.ts';
import { readFolder } from '../../../src/build/readFolders.ts';

/**
 * The same episode as a plain page: the same paragraphs, headings and links as static HTML, a few lines of style, no script. As
 * fast as a page with these words can be; it searches nothing, draws nothing and keeps nothing.
 */
export async function writePlainPage(folder: string): Promise<void> {
  const { episode } = await readFolder('src/episodes/lup-603', 'lup-603');
  if (!episode) throw new Error('The bundled episode is not readable');
  const { cues, chapters, sections, links } = episode;
  const blocks = buildReading({ cues, chapters, sections });
  const title = escapeHtml(episode.title ?? episodeName(episode));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="A transcript."><title>${title}</title>
<style>body { max-width: 42rem; margin: 1rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif }</style></head>
<body><main><h1>${title}</h1>
${blocks
  .flatMap(({ paragraphs }) => paragraphs)
  .map((paragraph) => `<p>${escapeHtml(paragraph.cues.map(({ text }) => text).join(' '))}</p>`)
  .join('\n')}
<ul>${links.map((link) => `<li><a href="${escapeHtml(link.url)}">${escapeHtml(link.title)}</a></li>`).join('\n')}</ul>
</main></body></html>
`,
  );
}
