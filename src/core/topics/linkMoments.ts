import type { Episode } from '../episode/episode.ts';

/** A link of the show notes and the moment at which it is discussed. Seconds. */
export interface LinkMoment {
  /** Index among the episode's links. */
  readonly link: number;
  readonly start: number;
  /** 0 to 1; 1 where a person set it. */
  readonly confidence: number;
  readonly origin: 'detected' | 'edited';
}

/**
 * The links that have a moment, in the order of time: as found, but for those that a visitor put right. `corrections`
 * give, by address, another moment, or `null` for a link that is discussed nowhere.
 */
export function linkMoments(
  { links, timedLinks }: Pick<Episode, 'links' | 'timedLinks'>,
  corrections: ReadonlyMap<string, number | null>,
): LinkMoment[] {
  const moments = links.flatMap(({ url }, link): LinkMoment[] => {
    const corrected = corrections.get(url);
    if (corrected === null) return [];
    if (corrected !== undefined) return [{ link, start: corrected, confidence: 1, origin: 'edited' }];
    const found = timedLinks.find((timed) => timed.link === link);
    return found ? [{ link, start: found.start, confidence: found.confidence, origin: 'detected' }] : [];
  });
  return moments.sort((a, b) => a.start - b.start);
}
