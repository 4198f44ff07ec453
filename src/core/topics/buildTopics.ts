import { buildSearchIndex, namesOf, type SearchIndex } from '../search/search.ts';
import { buildUnits } from '../segments/buildUnits.ts';
import { countWords } from '../segments/countWords.ts';
import { chooseKeyphrases, keyphrasesOf, measureSpread } from '../segments/keyphrases.ts';
import { addressOf } from './address.ts';
import { findMentions } from './findMentions.ts';
import { gatherSubjects } from './gatherSubjects.ts';
import { findSpokenUrls } from './spokenUrls.ts';
import { spellName } from './spellName.ts';
import type { Subject } from './subject.ts';
import type { Topic, TopicSource } from './topic.ts';

/** Topics that a talk without show notes gets from its own keyphrases. */
const KEYPHRASES = 12;

/**
 * The topics of an episode: what its show notes name, each once, with every place at which the talk names it. Topics
 * that are never heard have no mentions. Without any names the talk's own keyphrases take their place. `index` may be
 * the one that the search already has. Pure, deterministic, never throws.
 */
export function buildTopics(source: TopicSource, index: SearchIndex = indexOf(source)): Topic[] {
  const named = gatherSubjects(source);
  const subjects = named.length > 0 ? named : phrasesOf(source);
  const paths = [...source.sponsors, ...source.links].flatMap(({ url }) => addressOf(url)?.path ?? []);
  const mentions = findMentions(subjects, index, findSpokenUrls(index.talk, paths));
  const topics = subjects.map(({ name, kind, words, links }, i): Topic => ({
    id: words.join('-'),
    name: spellName(name, kind, mentions[i]!, index.talk.text),
    kind,
    mentions: mentions[i]!,
    links,
  }));
  // A phrase that is said only once, but for the paths of addresses and its other forms, is no topic.
  return topics.filter(({ kind, mentions }) => kind !== 'phrase' || mentions.length > 1);
}

/** The index in which topics are found: the same that the search uses. */
export function indexOf(source: TopicSource): SearchIndex {
  return buildSearchIndex(source.cues, namesOf(source));
}

function phrasesOf({ cues }: TopicSource): Subject[] {
  const units = buildUnits(cues);
  const words = countWords(units);
  const phrases = keyphrasesOf(words, measureSpread(words), 0, units.length);
  return chooseKeyphrases(phrases, KEYPHRASES).map(({ terms, written }) => ({
    name: written,
    kind: 'phrase',
    words: terms,
    forms: [{ words: terms, holds: 'always', part: false, proper: false, inflects: true }],
    hosts: new Set<string>(),
    links: [],
  }));
}
