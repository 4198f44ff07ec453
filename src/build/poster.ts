/** A tag of rendered markup: Svelte writes no `<` into texts and values, and no `"` into values. */
const TAG = /<[a-z](?:[^>"]|"[^"]*")*>/gi;

/**
 * Makes rendered markup a still picture of itself: without the marks by which a program would find its places, without style
 * attributes, which the page's policy refuses, and with everything disabled that only a program could answer. Links,
 * the menu of `details`, and the search box, whose text is handed on, stay as they are.
 */
export function stillOf(rendered: string): string {
  return rendered
    .replace(/<!--.*?-->/gs, '')
    .replace(TAG, (tag) =>
      /^<(?:button|input(?=[^>]* type="file"))\b/.test(tag)
        ? withoutStyle(tag).replace(/^<\w+/, '$& disabled')
        : withoutStyle(tag),
    );
}

function withoutStyle(tag: string): string {
  return tag.replace(/(\s[^\s="]+)(?:="([^"]*)")?/g, (attribute, name: string) =>
    name.trim() === 'style' ? '' : attribute,
  );
}

const ROOT = '<html lang="en"';
const HEAD_END = '</head>';
const PLACE = '<div id="app"></div>';
const WITHOUT_SCRIPT = /<noscript\s*>[^]*?<\/noscript\s*>\s*/;

/** Painted with the first screen of words: where the page comes in pieces, its head's buttons would else move in the first frames. */
const EXPECTED = '<link rel="expect" href="#whole" blocking="render" />';
/** Where the first screen ends, before the second stretch: what is expected is there as soon as its start tag is. */
const WHOLE = '<template id="whole"></template>';

/** What is told where scripts are off; above the words, for who reads them to the end has been told. */
const TOLD = `<noscript
      ><p class="unscripted">
        Without JavaScript the newest episode can be read here, up to about an hour of it. Searching, drawing, notes and all
        else need it. Nothing is sent anywhere.
      </p></noscript
    >
    `;

/**
 * Puts the poster into the page: `still` markup of the first episode, and all their slugs, by which `beforePaint.ts` knows
 * which poster is asked for (`ui/whichPoster.ts`). The others are files (`posterFile`), told from those of other
 * builds by `digest`.
 */
export function putPoster(page: string, still: string, slugs: readonly string[], digest: string): string {
  for (const part of [ROOT, HEAD_END, PLACE])
    if (!page.includes(part)) throw new Error(`The page has no ${part} to put its poster into.`);
  const [newest = '', ...others] = slugs.map(encodeURIComponent);
  const posters = others.length > 0 ? ` data-posters="${[`?${digest}`, ...others].join(' ')}"` : '';
  return page
    .replace(ROOT, () => `${ROOT} data-poster="${newest}"${posters}`)
    .replace(HEAD_END, () => `${EXPECTED}${HEAD_END}`)
    .replace(WITHOUT_SCRIPT, '')
    .replace(PLACE, () => `${TOLD}<div id="app"><div id="poster">${markScreen(still)}</div></div>`);
}

/**
 * A poster as a file of its own, which the page fetches for its one element: nothing that hosts serve as a page, send on to a
 * prettier address or put scripts into. `data`, the path of what the program will draw from,
 * comes beside the program and not after it.
 */
export function posterFile(still: string, slug: string, data: string | undefined): string {
  const preload = data === undefined ? '' : `<link rel="modulepreload" crossorigin href="./${data}">`;
  return `<div id="poster" data-of="${encodeURIComponent(slug)}">${preload}${still}</div>\n`;
}

/** Marks the end of the first stretch, or of all where there is no second. */
function markScreen(still: string): string {
  const second = still.search(/<div [^>]*data-stretch="1"/);
  const at = second < 0 ? still.length : still.lastIndexOf('</div>', second);
  return still.slice(0, at) + WHOLE + still.slice(at);
}
