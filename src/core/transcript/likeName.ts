/** Words in small letters that names have within them, and never at their end. */
export const PARTICLE =
  /^(?:and|of|the|de|del|della|dello|der|den|di|da|do|das|dos|du|des|van|von|vom|zu|zum|zur|ten|ter|la|le|las|los|el|bin|ibn|bint|al|y|e)$/;

/** Words in small letters right before a time that is spoken, in the languages that podcasts are most often in. */
const BEFORE_A_TIME: ReadonlySet<string> = new Set(
  [
    'about after and around at before between by circa from in is near nearly of on or past roughly since than the till to until was',
    'ab bis etwa gegen ist kurz nach oder seit um und ungefähr vom von vor war zum zwischen',
    "après avant de depuis entre est et jusqu’à jusqu'à ou vers à",
    'antes desde después hacia hasta las sobre y',
    'alle dalle dopo fino prima verso',
    'antes após até das depois desde às',
    'na om rond sinds tot tussen vanaf voor',
  ]
    .join(' ')
    .split(' '),
);

/** Names have no more words than this, unless all but particles begin with a capital letter. */
const MOST_WORDS = 4;

/** Whether every word is written as names are. Scripts without capital letters leave that open: no. */
export function isLikeName(text: string): boolean {
  const words = text.split(/\s+/);
  return words.every((word, i) => /^[^\p{Ll}\p{Lo}]/u.test(word) || (i < words.length - 1 && PARTICLE.test(word)));
}

/** Whether a text that a time follows is a sentence: “the train leaves at”, and not `Speaker one`. */
export function isLikeSentence(text: string): boolean {
  if (isLikeName(text)) return false;
  const words = text.split(/\s+/);
  return (words.length > MOST_WORDS && /\p{Ll}/u.test(text)) || BEFORE_A_TIME.has(words.at(-1)!);
}
