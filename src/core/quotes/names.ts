/** A person's name as citations order it. */
export interface CitedName {
  readonly family: string;
  /** Empty where people are known by one name. */
  readonly given: string;
}

/** Small words that belong to the family name behind them. */
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zum)$/i;
/** What stands behind a name and is no part of it. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md)\.?$/i;

/** `Ludwig van Beethoven` → family `van Beethoven`, given `Ludwig`; `Fisher, Chris` is taken as it says. */
export function citedName(name: string): CitedName {
  const [before = '', after] = name.split(',', 2).map((part) => part.replace(/\s+/g, ' ').trim());
  if (after && !SUFFIX.test(after)) return { family: before, given: after };
  const words = before.split(' ').filter((word, i) => i === 0 || !SUFFIX.test(word));
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(words[at - 1]!)) at -= 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}

/** `Mary Jane` → `M. J.`, `Jean-Luc` → `J.-L.`. */
export function initials(given: string): string {
  return given
    .split(' ')
    .filter(Boolean)
    .map((word) =>
      word
        .split('-')
        .filter(Boolean)
        .map((part) => `${[...part][0]!.toUpperCase()}.`)
        .join('-'),
    )
    .join(' ');
}
