import type { Episode } from '../episode/episode.ts';
import type { Note } from '../notes/note.ts';
import type { Hit } from '../search/search.ts';
import { SURE } from '../topics/certainty.ts';
import type { LinkMoment } from '../topics/linkMoments.ts';
import type { Topic } from '../topics/topic.ts';
import type { Mark } from './marks.ts';

/** What mentions, hits, notes and links look like as signs. Each list is ascending. */
export function mentionSigns({ mentions }: Topic): readonly Mark[] {
  return mentions.map(({ id, start, end, how }) => ({ id, start, end, sure: how === 'exact' }));
}

/** A hit is sure where the words were typed as they were said. */
export function hitSigns(hits: readonly Hit[]): readonly Mark[] {
  return hits.map(({ id, start, end, match }) => ({ id, start, end, sure: match === 'exact' || match === 'prefix' }));
}

/** A note stands where its passage does. */
export function noteSigns(notes: readonly Note[]): readonly Mark[] {
  return notes.map(({ id, target: { start, end } }) => ({ id, start, end, sure: true }));
}

/** A link of the show notes as a sign; its id is its index among them. */
export interface LinkSign extends Mark {
  readonly title: string;
}

/** The signs of a timeline that are no mentions, each list ascending. */
export interface Signs {
  readonly hits: readonly Mark[];
  readonly notes: readonly Mark[];
  readonly links: readonly LinkSign[];
}

/** `published` are the links of the show notes, which `links` name by index. */
export function linkSigns(links: readonly LinkMoment[], published: Episode['links']): readonly LinkSign[] {
  return links.map(({ link, start, confidence }) => ({
    id: String(link),
    start,
    end: start,
    sure: confidence >= SURE,
    title: published[link]?.title ?? '',
  }));
}
