import { isCommon, isFunctionWord } from '../search/commonWords.ts';
import { nounForms } from '../search/inflection.ts';
import type { SearchIndex } from '../search/search.ts';
import type { Heard, Listener } from './hearing.ts';
import type { Form } from './subject.ts';

/** Where a form of a name is heard: its first word's position, and how many words of the talk it takes. */
export interface Place {
  readonly at: number;
  readonly length: number;
  readonly exact: boolean;
}

/** Everywhere that one form of a name is heard, in the order of the talk; places may overlap. `person`: a half helps out. */
export function findPlaces(form: Form, person: boolean, index: SearchIndex, listener: Listener): Place[] {
  const { talk, vocabulary } = index;
  const words = form.words;
  const places = new Map<number, Place>();
  const add = (place: Place) => {
    const other = places.get(place.at);
    if (!other || (place.exact && !other.exact) || (place.exact === other.exact && place.length > other.length))
      places.set(place.at, place);
  };
  const anchors = words.length === 1 ? [0] : [...words.keys()].filter((i) => !isFunctionWord(words[i]!));
  for (const i of anchors) {
    const { terms, spots } = listener.hear(words[i]!);
    for (const [term, heard] of terms)
      if (heard.trust === 'main') for (const position of talk.postings[term]!) around(i, position, heard);
    for (const [position, heard] of spots) around(i, position, heard);
  }
  if (form.inflects)
    for (const other of nounForms(words.at(-1)!)) {
      const term = vocabulary.numbers.get(other);
      if (term !== undefined)
        for (const position of talk.postings[term]!)
          around(words.length - 1, position, { length: 1, exact: true, likeness: 0.9, trust: 'main' });
    }
  joined();
  return [...places.values()].filter((place) => !form.proper || hasCapital(place)).sort((a, b) => a.at - b.at);

  /** Meets the other words on both sides of one that was met. */
  function around(anchor: number, position: number, held: Heard): void {
    const met: Heard[] = [held];
    let [start, end] = [position, position + held.length];
    for (let i = anchor + 1; i < words.length; i += 1) {
      const next = listener.at(words[i]!, end) ?? half(i, end, held);
      if (next) {
        met.push(next);
        end += next.length;
      } else if (!isFunctionWord(words[i]!)) return;
    }
    for (let i = anchor - 1; i >= 0; i -= 1) {
      const next = listener.before(words[i]!, start) ?? half(i, start - 1, held);
      if (next) {
        met.push(next);
        start -= next.length;
      } else if (!isFunctionWord(words[i]!)) return;
    }
    const exact = met.every((heard) => heard.exact);
    if (!exact && crossesSentence(start, end)) return;
    add({ at: start, length: end - start, exact });
  }

  function half(i: number, position: number, held: Heard): Heard | undefined {
    const helps = person && held.exact && words.length < 4 && position >= 0;
    return helps && listener.halfSimilar(words[i]!, position)
      ? { length: 1, exact: false, likeness: 0.5, trust: 'beside' }
      : undefined;
  }

  /** The name's words as one word of the talk: "wireguard" for Wire Guard. */
  function joined(): void {
    const whole = words.join('');
    const term = words.length > 1 && (whole.length > 5 || !isCommon(whole)) ? vocabulary.numbers.get(whole) : undefined;
    if (term !== undefined) for (const at of talk.postings[term]!) add({ at, length: 1, exact: true });
  }

  function crossesSentence(start: number, end: number): boolean {
    return /[.?!]\s/.test(talk.text.slice(talk.to[start], talk.from[end - 1]));
  }

  /** Written as a name, or in a stretch where nothing has a capital; at the start of a sentence a capital says nothing. */
  function hasCapital({ at, length }: Place): boolean {
    if (length > 1) return true;
    const letter = talk.text.slice(talk.from[at], talk.from[at]! + 1);
    const upper = letter !== letter.toLowerCase();
    const before = talk.text.slice(Math.max(0, talk.from[at]! - 120), talk.from[at]);
    const opens = /(?:^|[.?!…:]["”’)]*\s+)$/.test(before);
    if (upper)
      return !opens || /^[\s,]*(?:['’]s|[,.!?]|\s(?:is|has|was|and|slash|dot)\b)/.test(talk.text.slice(talk.to[at]));
    return !/\p{Lu}/u.test(
      talk.text.slice(Math.max(0, talk.from[at]! - 120), talk.to[at]! + 120).replace(/\bI\b/g, ''),
    );
  }
}
