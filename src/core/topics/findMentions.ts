import type { SearchIndex } from '../search/search.ts';
import { soundOf } from '../search/sound.ts';
import { cueIndexAt } from '../search/talk.ts';
import { findPlaces, type Place } from './findPlaces.ts';
import { Listener } from './hearing.ts';
import { hostStart, type SpokenUrl } from './spokenUrls.ts';
import type { Form, Subject } from './subject.ts';
import type { Mention, MentionHow } from './topic.ts';

interface Found extends Place {
  readonly how: MentionHow;
}

/** A part of a name that is said so many times as often as the whole is a word of its own ("linux" of "asahi linux"). */
const OWN_WORD = 15;
/** A common word takes the place of a name that is never heard only if it is written as a name, or said so often. */
const SAID_OFTEN = 3;

/** Where each subject is mentioned, each place once and in the order of time; the lists go with `subjects`. */
export function findMentions(
  subjects: readonly Subject[],
  index: SearchIndex,
  urls: readonly SpokenUrl[],
): Mention[][] {
  const { talk, vocabulary, lexicon } = index;
  const listener = new Listener(index);
  const inPath = new Uint8Array(talk.termAt.length);
  for (const { hostEnd, end } of urls) inPath.fill(1, hostEnd, end);
  const urlAt = new Map(urls.map((url) => [url.label, url]));
  const free = ({ at, length }: Place) => {
    for (let i = at; i < at + length; i += 1) if (inPath[i] === 1) return false;
    return true;
  };
  const placesOf = ({ forms, kind }: Subject, wanted: (form: Form) => boolean) =>
    forms.filter(wanted).flatMap((form) =>
      findPlaces(form, kind === 'person', index, listener)
        .filter(free)
        .map((place): Found => ({ ...place, how: place.exact ? (form.part ? 'part' : 'exact') : 'heard-as' })),
    );

  // First the whole names, for they say which parts are somebody's.
  const whole = subjects.map((subject) => apart([...hostsOf(subject), ...placesOf(subject, ({ part }) => !part)]));
  const taken = new Map<number, number>();
  whole.forEach((found, s) => {
    for (const { at, length } of found) if (length > 1) for (let i = at; i < at + length; i += 1) taken.set(i, s);
  });
  const owners = new Map<string, number>();
  for (const { forms } of subjects)
    for (const { part, words } of forms) if (part) owners.set(words[0]!, (owners.get(words[0]!) ?? 0) + 1);

  return subjects.map((subject, s) => {
    const parts = subject.forms.filter(({ part }) => part);
    const own = parts.flatMap((form) => {
      const ours = form.holds === 'always' || (whole[s]!.length > 0 && owners.get(form.words[0]!)! < 2);
      if (!ours) return [];
      const places = placesOf(subject, (other) => other === form).filter(({ at }) => (taken.get(at) ?? s) === s);
      return form.holds === 'named' && places.length > OWN_WORD * whole[s]!.length ? [] : places;
    });
    let found = apart([...whole[s]!, ...own]);
    if (found.length === 0) found = standIn(subject);
    return found.map((place) => mentionOf(subject, place));
  });

  /** Addresses whose host is the subject's. */
  function hostsOf({ hosts }: Subject): Found[] {
    return [...hosts].flatMap((host) =>
      urls.flatMap((url) => {
        const at = hostStart(talk, url, host);
        return at === undefined ? [] : [{ at, length: url.hostEnd - at, exact: true, how: 'url' as const }];
      }),
    );
  }

  /** Of a name of one word that is never heard right: the word that sounds the same, most often said. */
  function standIn({ words, kind }: Subject): Found[] {
    const [word] = words;
    if (words.length !== 1 || kind === 'phrase' || word!.length <= 3 || soundOf(word!).length < 3) return [];
    const candidates = listener
      .hear(word!)
      .soundAlikes.filter((term) => !lexicon.has(talk.terms[term]!))
      .filter(
        (term) => vocabulary.common[term] === 0 || talk.postings[term]!.length >= SAID_OFTEN || namedSomewhere(term),
      )
      .sort((a, b) => talk.postings[b]!.length - talk.postings[a]!.length || a - b);
    return candidates
      .slice(0, 1)
      .flatMap((term) =>
        talk.postings[term]!.map((at): Found => ({ at, length: 1, exact: false, how: 'heard-as' })).filter(free),
      );
  }

  /** Whether a word has a capital inside a sentence. */
  function namedSomewhere(term: number): boolean {
    return talk.postings[term]!.some((at) => {
      const [letter = ''] = talk.text.slice(talk.from[at]);
      return (
        letter !== letter.toLowerCase() && at > 0 && /^[^.?!…:]*$/.test(talk.text.slice(talk.to[at - 1], talk.from[at]))
      );
    });
  }

  /** Of places that share a word: addresses first, then the exact ones, then the longer. */
  function apart(found: readonly Found[]): Found[] {
    const withUrls = found.map((place) => {
      const url = place.how === 'url' ? undefined : urlAt.get(place.at + place.length - 1);
      return url ? { ...place, length: url.hostEnd - place.at, how: 'url' as const } : place;
    });
    const rank = ({ how, exact }: Found) => (how === 'url' ? 0 : exact ? 1 : 2);
    const order = withUrls.sort((a, b) => b.length - a.length || rank(a) - rank(b) || a.at - b.at);
    const used = new Set<number>();
    return order
      .filter(({ at, length }) => {
        const places = Array.from({ length }, (_, i) => at + i);
        if (places.some((i) => used.has(i))) return false;
        places.forEach((i) => used.add(i));
        return true;
      })
      .sort((a, b) => a.at - b.at);
  }

  function mentionOf({ words }: Subject, { at, length, how }: Found): Mention {
    const last = at + length - 1;
    const marks = Array.from({ length }, (_, i) => [talk.from[at + i]!, talk.to[at + i]!] as const);
    const start = timeAt(talk.from[at]!);
    return {
      id: `${words.join('-')}@${at}`,
      start,
      end: Math.max(start, timeAt(talk.to[last]!)),
      cue: talk.cues[cueIndexAt(talk, talk.from[at]!)]!.id,
      how,
      heard: talk.text.slice(talk.from[at], talk.to[last]).replace(/\s+/g, ' '),
      marks,
    };
  }

  /** Seconds at an offset of the text: within a cue speech is taken to be even. */
  function timeAt(offset: number): number {
    const i = cueIndexAt(talk, offset);
    const { start, end, text } = talk.cues[i]!;
    const share = text.length === 0 ? 0 : Math.min(1, (offset - talk.cueStarts[i]!) / text.length);
    return Math.round((start + Math.max(0, end - start) * share) * 1000) / 1000;
  }
}
