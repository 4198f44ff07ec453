import type { TopicSource } from '../topic.ts';

/** What the notes of a made-up episode name. */
export interface Named {
  readonly tags?: readonly string[];
  readonly sponsors?: readonly string[];
  readonly people?: readonly (readonly [name: string, role: 'host' | 'guest'])[];
  readonly links?: readonly (readonly [title: string, url: string, quote?: string])[];
  readonly chapters?: readonly string[];
  readonly about?: string;
}

/** Talk in cues of five seconds, parted by `|`, with notes that name these. */
export function sourceOf(
  said: string,
  { tags = [], sponsors = [], people = [], links = [], chapters = [], about }: Named,
): TopicSource {
  const cues = said
    .split('|')
    .map((text, i) => ({ id: `c${i}`, start: 5 * i, end: 5 * i + 5, text: text.trim() }))
    .filter(({ text }) => text !== '');
  return {
    cues,
    duration: 5 * cues.length,
    tags: tags.map((name) => ({ name })),
    sponsors: sponsors.map((name) => ({ name })),
    people: people.map(([name, role]) => ({ name, role })),
    ...(about === undefined ? {} : { about }),
    chapters: chapters.map((title, i) => ({ id: `ch${i}`, start: i, end: i + 1, title })),
    links: links.map(([title, url, quote]) => ({ title, url, ...(quote === undefined ? {} : { quote }) })),
  };
}
