import type { NotesLink } from '../../shownotes/showNotes.ts';
import { formatClock } from '../../time.ts';
import type { TimedLink } from '../timedLinks.ts';
import type { Topic } from '../topic.ts';

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

/** Each link with when it is talked about. */
export function describeTimedLinks(links: readonly NotesLink[], timed: readonly TimedLink[]): string {
  const lines = links.map(({ title }, i) => {
    const found = timed.find(({ link }) => link === i);
    return found
      ? `${formatClock(found.start)}–${formatClock(found.end)} (${found.confidence.toFixed(2)}) ${title}`
      : `–  ${title}`;
  });
  return [...lines, ''].join('\n');
}
