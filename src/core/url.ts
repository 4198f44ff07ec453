/** An address that may become a live link: http(s) and mailto; anything else (`javascript:`, `data:` …) is text. */
export function liveHref(url: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)/i.test(url.trim()) ? url.trim() : undefined;
}

/** The host of a link, as it is told beside its title: `lwn.net`. */
export function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
