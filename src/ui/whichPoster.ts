import type { Place } from '../core/link.ts';

/** Which posters a built page has, as its root's attributes name them (`build/poster.ts`). */
export interface Posters {
  /** The episode whose poster stands in the page: its slug, percent-encoded. */
  readonly poster?: string;
  /** A query by which a browser tells this build's from another's, and the slugs of the others, which are files. */
  readonly posters?: string;
}

/**
 * Where the poster is that shows the place: `here`, or the address of its file; nothing where there is none, as for a
 * visitor's own episodes, whose names no host is told.
 */
export function posterOf({ slug }: Place, { poster, posters = '' }: Posters): string | undefined {
  if (poster === undefined) return undefined;
  const name = slug === undefined ? poster : encodeURIComponent(slug);
  if (name === poster) return 'here';
  const [version, ...others] = posters.split(' ');
  return others.includes(name) ? `posters/${name}.txt${version}` : undefined;
}

/**
 * Fetches a poster. `null` where it could not be had, or is something else, as hosts may answer with what they were not asked
 * for. No text of it becomes a program: the browser parses it as a document of its own, in which nothing runs.
 */
export function fetchPoster(address: string, then: (poster: HTMLElement | null) => void): void {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.overrideMimeType('text/html; charset=utf-8');
  request.onloadend = () => {
    const poster = request.responseXML?.getElementById('poster');
    then(poster && address.startsWith(`posters/${poster.dataset['of']}.txt?`) ? poster : null);
  };
  request.send();
}
