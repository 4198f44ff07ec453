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

/** How like a name of one word has to be: "Reddit" is .77 of redis, "fostum" .81 of FOSDEM. */
const ALONE = 0.8;

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
      if (trusted(heard)) for (const position of talk.postings[term]!) around(i, position, heard);
    for (const [position, heard] of spots) if (trusted(heard)) around(i, position, heard);
  }
  if (form.inflects)
    for (const other of nounForms(words.at(-1)!)) {
      const term = vocabulary.numbers.get(other);
      if (term !== undefined)
        for (const position of talk.postings[term]!)
          around(words.length - 1, position, { length: 1, exact: true, likeness: 0.9, trust: 'main' });
    }
  joined();
  const found = [...places.values()].sort((a, b) => a.at - b.at);
  if (!form.proper) return found;
  const names = found.filter((place) => writtenAsName(place, index) === 'surely');
  return found.filter((place) => {
    const sure = writtenAsName(place, index);
    // At the start of a sentence any word has a capital: it is the name where the name has just been said.
    const near = names.some(({ at }) => Math.abs(at - place.at) <= NEARBY);
    return sure === 'surely' || (sure === 'perhaps' && near);
  });

  /** Nothing beside it and no whole name elsewhere: a word alone has to be very like. */
  function trusted({ trust, likeness }: Heard): boolean {
    return trust === 'main' && (words.length > 1 || form.part || likeness >= ALONE);
  }

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
}

/** Words within which a name at the start of a sentence is the one that was said before. */
const NEARBY = 40;

/** Whether a common word is written as a name: with a capital inside a sentence, or where nothing has a capital. */
function writtenAsName({ at, length }: Place, { talk }: SearchIndex): 'surely' | 'perhaps' | 'no' {
  const [from, to] = [talk.from[at]!, talk.to[at + length - 1]!];
  const before = talk.text.slice(Math.max(0, from - 120), from);
  const letter = talk.text.slice(from, from + 1);
  if (length > 1) return 'surely';
  if (letter !== letter.toLowerCase()) return beginsSentence(talk.text, from) ? 'perhaps' : 'surely';
  const around = before + talk.text.slice(from, to + 120);
  return /\p{Lu}/u.test(around.replace(/\bI\b/g, '')) ? 'no' : 'surely';
}

/** Whether a sentence begins at an offset, as far as can be told: any word has a capital there. */
export function beginsSentence(text: string, offset: number): boolean {
  return /(?:^|[.?!…:]["”’)]*\s+)$/.test(text.slice(Math.max(0, offset - 120), offset));
}
