import { formatClock } from '../time.ts';
import type { Topic } from './topic.ts';

/** Topics with their mentions as a page that a person can read: the form of the golden file. */
export function describeTopics(topics: readonly Topic[]): string {
  const heard = topics.filter(({ mentions }) => mentions.length > 0);
  const absent = topics.filter(({ mentions }) => mentions.length === 0);
  return [
    ...heard.flatMap(({ name, kind, mentions }) => [
      `${name} [${kind}] ${mentions.length}`,
      ...mentions.map(({ start, how, heard }) => `    ${formatClock(start)} ${how}: ${heard}`),
    ]),
    `Not found: ${absent.map(({ name, kind }) => `${name} [${kind}]`).join(', ')}`,
    '',
  ].join('\n');
}
