import type { TimeRange } from '../time.ts';

/** Podcasting 2.0 chapters, `chapters.json` 1.2.0: what podcast apps read. Seconds. */
export function formatChapters(chapters: readonly (TimeRange & { readonly title: string })[], title?: string): string {
  const list = chapters.map(({ start, end, title: name }) => ({ startTime: start, endTime: end, title: name }));
  return `${JSON.stringify({ version: '1.2.0', ...(title === undefined ? {} : { title }), chapters: list }, null, 1)}\n`;
}
