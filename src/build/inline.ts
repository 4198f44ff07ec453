const SCRIPT = /<script type="module" src="\.\/src\/beforePaint\.ts"><\/script>/;
const STYLE = /<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g;

/** Puts the script that runs before the first paint into the page, so that nobody waits for one more file. */
export function inlineScript(page: string, code: string): string {
  if (!SCRIPT.test(page)) throw new Error('The page has no place for the script that runs before its first paint.');
  if (/<\/script|<!--/i.test(code)) throw new Error('A script with this in it would end before its end.');
  return page.replace(SCRIPT, () => `<script>${code.trim()}</script>`);
}

/**
 * Puts the page's style sheets into it: its words are painted when it has come, and wait for no second file. The link to each
 * stays, at rest: for `ui/refusedStyle.ts`, and so that parts that are loaded later find their page's style loaded.
 */
export function inlineStyles(page: string, styleOf: (file: string) => string): string {
  return page.replace(STYLE, (link, file: string) => {
    const style = styleOf(file).trim();
    if (/<\/style|\burl\(|@import/i.test(style))
      throw new Error(`${file} points elsewhere, and can't stand in the page.`);
    return `<style>${style}</style>\n    ${link.replace('<link', '<link disabled')}`;
  });
}
