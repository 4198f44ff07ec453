import type { Person } from '../shownotes/showNotes.ts';
import { termsOf } from './countWords.ts';
import type { Stretch } from './findSponsorReads.ts';
import { peak, unitAt, type TalkEvidence } from './talk.ts';

const WELCOME =
  /\b(?:welcome(?: back)?(?: to| on)?|(?:joins|joining|join) (?:us|me)|thank(?:s| you)(?: so much)? for (?:joining|coming|being|taking)|our guest|please welcome|great to (?:have|talk|see|chat)|(?:talk|sit|chat|speak)(?:ing)? (?:down )?(?:to|with)|im here with|with me (?:today|is))\b/;
const REPLY =
  /\b(?:thank(?:s| you)(?: so much| very much| a lot)?(?: guys)? for having (?:me|us)|(?:happy|glad|good|great|nice|excited|pleasure|honou?r|pleased) to be (?:here|back|on))\b/;
const GOODBYE =
  /\bthank(?:s| you)(?: (?:so|very) much)?(?: again)?(?: guys| everyone)? for (?:joining|coming|taking|being|having|your time|talking|chatting|sharing)\b/;
/** Seconds: an interview is at least so long, and is announced at most so long before the guest is welcomed. */
const SHORTEST = 90;
const ANNOUNCED = 40;

/**
 * Where guests are on: from the words that announce them, to the goodbye. A guest whom the notes name is
 * welcomed by name; one whom they do not name answers a welcome ("thanks for having me").
 */
export function findInterviews(talk: TalkEvidence, people: readonly Person[]): Stretch[] {
  const { units, words, times, evidence } = talk;
  const n = units.length;
  const welcome = words.said.map((text) => WELCOME.test(text));
  const reply = words.said.map((text) => REPLY.test(text));
  const goodbye = words.said.map((text) => GOODBYE.test(text));
  const guests = people.filter(({ role }) => role === 'guest').map(({ name }) => ({ name, terms: termsOf(name) }));
  const spoken = (u: number) =>
    guests.filter(({ terms }) => terms[0] !== undefined && words.said[u]!.split(' ').includes(terms[0]));
  const found: Stretch[] = [];

  for (let u = 0; u < n; u += 1) {
    if (!welcome[u]! || u < (found.at(-1)?.to ?? 0)) continue;
    const near = [u - 1, u, u + 1].filter((v) => v >= 0 && v < n);
    const guest = near.flatMap(spoken)[0];
    const answered = Array.from({ length: 5 }, (_, d) => reply[u + d] ?? false).includes(true);
    if (!answered) continue;
    const from =
      u === 0 ? 0 : peak(evidence, Math.max(found.at(-1)?.to ?? 0, unitAt(talk, times[u]! - ANNOUNCED)), u + 1);
    const to = endOf(talk, u, goodbye);
    if (times[to]! - times[from]! < SHORTEST) continue;
    found.push({ from, to, ...(guest ? { name: guest.name } : guests.length === 1 ? { name: guests[0]!.name } : {}) });
  }
  return found;
}

/** Behind the last goodbye that follows within a minute of the first; without a goodbye, the end. */
function endOf(talk: TalkEvidence, welcome: number, goodbye: readonly boolean[]): number {
  const { times, units, evidence } = talk;
  const n = units.length;
  const earliest = unitAt(talk, times[welcome]! + SHORTEST);
  let last = goodbye.findIndex((said, u) => u >= earliest && said);
  if (last < 0) return n;
  for (let u = last + 1; u < n && times[u]! - times[last]! < 60; u += 1) if (goodbye[u]!) last = u;
  const to = Math.min(n, unitAt(talk, times[last + 1]! + 30));
  return to >= n ? n : peak(evidence, last + 1, to + 1);
}
