import { isCommon, isFunctionWord } from '../search/commonWords.ts';
import { nounForms } from '../search/inflection.ts';
import { buildLexicon, namesOf } from '../search/lexicon.ts';
import { spokenForms } from '../search/numbers.ts';
import { tokenise } from '../text/tokens.ts';
import { addressOf } from './address.ts';
import { GIVEN_NAMES } from './givenNames.ts';
import { linkedThing } from './linkedThing.ts';
import { writtenAs } from './writtenAs.ts';
import type { Form, Subject } from './subject.ts';
import type { Notes, TopicKind } from './topic.ts';

/** More lanes than this nobody reads, and a page of a thousand links should not cost seconds. */
const MOST = 400;

/** The show notes → what they name, each once, in their order: people, sponsors, tags, linked things. */
export function gatherSubjects(notes: Notes): Subject[] {
  const subjects: Subject[] = [];
  const written = writtenAs(notes);
  const lexicon = buildLexicon(namesOf(notes));

  for (const { name } of notes.people) {
    const words = wordsOf(name);
    const subject = add(name, 'person', words);
    if (!subject || words.length < 2) continue;
    subject.forms.push(form([words[0]!], { part: true, proper: isCommon(words[0]!) }));
    pushParts(subject, words.slice(-1));
  }
  for (const { name, url } of notes.sponsors) {
    const words = wordsOf(name);
    const subject = add(name, 'sponsor', words);
    if (!subject) continue;
    const address = addressOf(url);
    if (address) subject.hosts.add(address.label);
    const brand = brandOf(words, address?.label);
    if (brand.length < words.length) pushForm(subject, form(brand, { proper: brand.every(isCommon) }));
  }
  for (const { name } of notes.tags) addTag(name);
  mergeGeneral(subjects);
  notes.links.forEach(({ title, url }, i) => addLink(title, url, i));
  // A host that two things share says neither.
  const owners = new Map<string, number>();
  for (const { hosts } of subjects) for (const host of hosts) owners.set(host, (owners.get(host) ?? 0) + 1);
  for (const { hosts } of subjects) for (const host of hosts) if (owners.get(host)! > 1) hosts.delete(host);
  return subjects;

  function add(name: string, kind: TopicKind, words: readonly string[]): Subject | undefined {
    if (words.length === 0 || subjects.length >= MOST) return undefined;
    const same = sameAs(words);
    if (same) return same;
    const spelling = written.of(words);
    const spelt = kind === 'tag' && spelling !== undefined ? spelling : name.trim();
    const whole = words.length === 1;
    const subject: Subject = { name: spelt, kind, words, forms: [], hosts: new Set(), links: [] };
    // A tag is written small whatever it names; others are names, and a common word among them needs its capital.
    const proper = whole && kind !== 'tag' && isCommon(words[0]!) && /\p{Lu}/u.test(name);
    const inflects = kind !== 'person' && kind !== 'sponsor' && !written.shouted(words.at(-1)!);
    pushForm(subject, form(words, { proper, inflects }));
    const lasting = words.filter((word) => !/\d/.test(word));
    if (kind === 'link' && /^\d+$/.test(words.at(-1)!) && lasting.length > 1)
      pushForm(subject, form(words.slice(0, -1), { inflects }));
    subjects.push(subject);
    return subject;
  }

  function sameAs(words: readonly string[]): Subject | undefined {
    return subjects.find(({ forms }) => forms.some((own) => !own.part && sameWords(own.words, words)));
  }

  function addTag(name: string): void {
    const words = wordsOf(name);
    const given = words.length > 1 && words.length < 4 && GIVEN_NAMES.has(words[0]!);
    const alone = given ? [words[0]!, words.at(-1)!] : lexicon.aloneOf(words);
    const subject = add(name, alone.length > 0 ? 'person' : 'tag', words);
    if (!subject || subject.kind !== 'person' || alone.length === 0) return;
    subject.name = written.of(words) ?? subject.name;
    if (subject.forms.length === 1) pushParts(subject, alone);
  }

  function addLink(title: string, url: string, i: number): void {
    const thing = linkedThing(title);
    const words = wordsOf(thing ?? title);
    const about = thing === undefined ? undefined : sameAs(words);
    // "SCALE 22x" is about SCALE, a headline about what it names first; "World Ocean Panorama" is more than an ocean.
    const first = about ?? firstNamed(subjects, words);
    const more = words.filter((word) => !first?.words.includes(word) && !/\d/.test(word)).length;
    const general = first?.words.length === 1 && isCommon(first.words[0]!) && !isShouted(first);
    const within = thing !== undefined && !about && more > 0 && general ? undefined : first;
    const subject = within ?? (thing === undefined ? undefined : add(thing, 'link', words));
    if (!subject) return;
    subject.links.push(i);
    const rest = words.filter((word) => !subject.words.includes(word));
    const address = addressOf(url);
    if (address && thing !== undefined && (about || !within || rest.every((word) => /\d/.test(word))))
      subject.hosts.add(address.label);
  }
}

const wordsOf = (text: string) => tokenise(text).map(({ term }) => term);

const sameWords = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length &&
  a.every((word, i) => word === b[i] || (i === a.length - 1 && nounForms(word).includes(b[i]!) && isCommon(word)));

function form(words: readonly string[], traits: Partial<Form> = {}): Form {
  return { words, holds: 'always', part: false, proper: false, inflects: false, ...traits };
}

/** Adds a form, and how its numbers are said: "one password" for 1Password. */
function pushForm(subject: Subject, own: Form): void {
  if (subject.forms.some(({ words }) => words.join(' ') === own.words.join(' '))) return;
  subject.forms.push(own);
  const at = own.words.findIndex((word) => /^\d{1,4}\p{L}/u.test(word));
  if (at < 0) return;
  const [, digits, rest] = /^(\d+)(.*)$/u.exec(own.words[at]!)!;
  for (const said of spokenForms(digits!))
    subject.forms.push({ ...own, words: [...own.words.slice(0, at), ...said, rest!, ...own.words.slice(at + 1)] });
}

function pushParts(subject: Subject, parts: readonly string[]): void {
  for (const part of parts)
    if (part.length > 2) pushForm(subject, form([part], { holds: 'named', part: true, proper: isCommon(part) }));
}

/** The words of a sponsor's name that its host repeats, else its first word where that is no common one. */
function brandOf(words: readonly string[], label: string | undefined): readonly string[] {
  for (let length = words.length; length > 0 && label !== undefined; length -= 1)
    if (label.includes(words.slice(0, length).join(''))) return words.slice(0, length);
  return words.length > 1 && !isCommon(words[0]!) && !isFunctionWord(words[0]!) ? words.slice(0, 1) : words;
}

/**
 * Joins a tag with the more general one that ends it: "linux kernel" with "kernel". Only where what the longer adds is
 * said of several things in these notes, or where the shorter is a common word that no other tag narrows: "asahi linux"
 * stays beside "linux", "planet nix" beside "nix".
 */
function mergeGeneral(subjects: Subject[]): void {
  const uses = new Map<string, number>();
  for (const { words } of subjects) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  for (const short of subjects.filter(({ kind }) => kind === 'tag')) {
    const longer = subjects.filter(
      ({ kind, words }) =>
        kind === 'tag' && words.length > short.words.length && sameWords(words.slice(-short.words.length), short.words),
    );
    const into = longer.find(({ words }) => {
      const added = words.slice(0, -short.words.length);
      const general = added.every((word) => uses.get(word)! > 2);
      return (
        general || (longer.length === 1 && short.words.length === 1 && isCommon(short.words[0]!) && !isShouted(short))
      );
    });
    if (!into) continue;
    for (const own of short.forms) pushForm(into, own);
    subjects.splice(subjects.indexOf(short), 1);
  }
}

/** SCALE is a name, however common the word. */
const isShouted = ({ name }: Subject) => name === name.toUpperCase();

/** The subject whose name stands first among these words; of two the longer. */
function firstNamed(subjects: readonly Subject[], words: readonly string[]): Subject | undefined {
  let best: { subject: Subject; at: number; length: number } | undefined;
  for (const subject of subjects)
    for (const { words: own, part } of subject.forms) {
      if (part) continue;
      const at = words.findIndex((_, i) => sameWords(own, words.slice(i, i + own.length)));
      if (at < 0 || (best && (best.at < at || (best.at === at && best.length >= own.length)))) continue;
      best = { subject, at, length: own.length };
    }
  return best?.subject;
}
