import { PARTICLE } from '../transcript/likeName.ts';
import { beginsSentence } from './findPlaces.ts';
import type { Mention, TopicKind } from './topic.ts';

const hasCapital = (text: string) => /\p{Lu}/u.test(text);

/**
 * A topic's name with the capitals that it is said with, where the notes have it in small letters only, as tags are: those
 * of most of its exact mentions inside sentences; else one for each word of a person's name, and of one that is heard as
 * a name, however misspelt: "Hillwig". Else as published. `text` is the talk, as the marks of mentions count it.
 */
export function spellName(name: string, kind: TopicKind, mentions: readonly Mention[], text: string): string {
  if (kind === 'phrase' || hasCapital(name)) return name;
  const said = mentions
    .filter(({ how, marks }) => how === 'exact' && !beginsSentence(text, marks[0]![0]))
    .map(({ heard }) => heard)
    .filter((heard) => heard.toLowerCase() === name)
    .sort();
  // What more than half of a sorted list are stands in its middle.
  const most = said[said.length >> 1] ?? '';
  if (hasCapital(most)) return most;
  const named = mentions.some(
    ({ how, marks }) =>
      how === 'heard-as' && marks.length > 1 && marks.every(([from, to]) => hasCapital(text.slice(from, to))),
  );
  return kind === 'person' || (named && most === '') ? asName(name) : name;
}

function asName(name: string): string {
  return name
    .split(' ')
    .map((word) => (PARTICLE.test(word) ? word : word.replace(/(^|[-'’])\p{Ll}/gu, (letter) => letter.toUpperCase())))
    .join(' ');
}
