import { formatClock, formatLength, formatSeconds } from '../../time.ts';
import { episodeName, type Episode } from '../episode.ts';

/** Everything that an episode holds, as a page that a person can read: the form of the golden files. */
export function describeEpisode(episode: Episode): string {
  const { cues, coverage } = episode;
  const at = (start: number, end: number) => `${formatSeconds(start)}–${formatSeconds(end)}`;
  const facts = [
    ['slug', episode.slug],
    ['name', episodeName(episode)],
    ['title', episode.title],
    ['air date', episode.airDate],
    ['duration', `${formatLength(episode.duration)} (${formatSeconds(episode.duration)} s)`],
    ['coverage', `${formatClock(coverage.start)}–${formatClock(coverage.end)} (${at(coverage.start, coverage.end)} s)`],
    ['uncovered', episode.uncovered.map(({ start, end }) => at(start, end)).join(', ')],
    ['guid', episode.guid],
    ['page', episode.page],
    ['audio', episode.audio && Object.values(episode.audio).join(' · ')],
    ['source', episode.source],
    ['about', episode.about],
  ] as const;
  return [
    ...facts.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`),
    ...list('People', episode.people, ({ role, name, url }) => [`${role} ${name}`, url]),
    ...list('Sponsors', episode.sponsors, ({ name, url, blurb }) => [name, url, blurb]),
    ...list('Links', episode.links, ({ title, url, quote }) => [title, url, quote && `“${quote}”`]),
    ...list('Tags', episode.tags, ({ name, url }) => [name, url]),
    ...list('Chapters', episode.chapters, ({ start, end, title }) => [`${at(start, end)} ${title}`]),
    ...list('Sections', episode.sections, ({ start, end, kind, title, origin, parts }) => [
      `${at(start, end)} ${kind} (${origin}) ${title}`,
      ...parts.map((part) => `${at(part.start, part.end)} ${part.title}`),
    ]),
    ...list('Cues', cues, ({ id, start, end, speaker, text }) => [
      `${id} ${at(start, end)} ${speaker ? `[${speaker}] ` : ''}${text}`,
    ]),
    '',
  ].join('\n');
}

function list<T>(title: string, entries: readonly T[], parts: (entry: T) => readonly (string | undefined)[]): string[] {
  const lines = entries.map(
    (entry) =>
      `- ${parts(entry)
        .filter((part) => part !== undefined)
        .join('\n    ')}`,
  );
  return ['', `${title} (${entries.length})`, ...lines];
}
