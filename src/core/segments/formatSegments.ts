import type { Section } from './segment.ts';

/** Sections → the text of a `segments.json` that `parseSegments` reads back; whole milliseconds. */
export function formatSegments(sections: readonly Section[]): string {
  const seconds = (start: number) => Math.round(start * 1000) / 1000;
  const value = sections.map(({ start, kind, title, parts }) => ({
    start: seconds(start),
    kind,
    title,
    ...(parts.length > 0 ? { parts: parts.map((part) => ({ start: seconds(part.start), title: part.title })) } : {}),
  }));
  return `${JSON.stringify({ sections: value }, null, 2)}\n`;
}
