import { detectSegments } from '../segments/detectSegments.ts';
import { buildTopics, indexOf } from '../topics/buildTopics.ts';
import { timeLinks } from '../topics/timedLinks.ts';
import type { Episode } from './episode.ts';

/**
 * Longer recordings, more than twenty hours at the usual length of cues, are left as they are: they could keep a visitor
 * waiting for minutes.
 */
const MOST_CUES = 20_000;

/**
 * Adds to an episode what its talk tells: segments, unless they were set by hand, topics, and the moments of the links.
 * Pure and deterministic; some tens of milliseconds for an hour of talk.
 */
export function enrichEpisode(episode: Episode): Episode {
  if (episode.cues.length > MOST_CUES) return episode;
  // One index serves topics and links, the same that the search would make.
  const index = indexOf(episode);
  const topics = buildTopics(episode, index);
  return {
    ...episode,
    sections: episode.sections.length > 0 ? episode.sections : detectSegments(episode),
    topics,
    timedLinks: timeLinks(episode, topics, index),
  };
}
