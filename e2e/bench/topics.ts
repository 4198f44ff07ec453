import Fuse from 'fuse.js';
import { buildTalk } from '../../src/core/search/talk.ts';
import { tokenise } from '../../src/core/text/tokens.ts';
import { buildTopics } from '../../src/core/topics/buildTopics.ts';
import { gatherSubjects } from '../../src/core/topics/gatherSubjects.ts';
import { timeLinks } from '../../src/core/topics/timedLinks.ts';
import type { TopicSource } from '../../src/core/topics/topic.ts';
import type { FigureTable } from './report/figures.ts';
import { bundled, invented, type Label, type LabelledTopics } from './topics/labelledTopics.ts';

type Method = (source: TopicSource) => Label[];

/** How well mentions of topics are found, beside two plain methods, and what it costs. */
export function run(): Promise<readonly FigureTable[]> {
  const tables = (
    [
      ['seed: the bundled episode, on which the rules were written', bundled()],
      ['unseen: rack-talk, invented and labelled before the first run', invented('rack-talk')],
      ['unseen: deep-maps, invented and labelled before the first run', invented('deep-maps')],
    ] as const
  ).map(([title, talk]) => report(title, talk));
  return Promise.resolve([...tables, reportCost(bundled().source)]);
}

const METHODS: Readonly<Record<string, Method>> = { Hourline: ours, substring, 'Fuse at 0.2': fuse };

function ours(source: TopicSource): Label[] {
  return buildTopics(source).flatMap(({ name, mentions }) =>
    mentions.map(({ marks }) => ({ topic: name, from: marks[0]![0], to: marks.at(-1)![1] })),
  );
}

/** What the plain methods look for: names and the first names of hosts and guests, as Hourline does. */
function namesOf(source: TopicSource): { topic: string; name: string }[] {
  return gatherSubjects(source).flatMap(({ name, forms }) =>
    forms.filter(({ holds }) => holds === 'always').map(({ words }) => ({ topic: name, name: words.join(' ') })),
  );
}

function substring(source: TopicSource): Label[] {
  const text = buildTalk(source.cues).text.toLowerCase().replace(/\s/g, ' ');
  return apart(
    namesOf(source).flatMap(({ topic, name }) => {
      const found: Label[] = [];
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        found.push({ topic, from: at, to: at + name.length });
      return found;
    }),
  );
}

function fuse(source: TopicSource): Label[] {
  const { text } = buildTalk(source.cues);
  const tokens = tokenise(text);
  return apart(
    namesOf(source).flatMap(({ topic, name }) => {
      const size = name.split(' ').length;
      const runs = tokens.slice(0, tokens.length - size + 1).map(({ from }, i) => {
        const { to } = tokens[i + size - 1]!;
        return { text: text.slice(from, to), from, to };
      });
      const index = new Fuse(runs, { keys: ['text'], threshold: 0.2, ignoreLocation: true });
      return index.search(name).map(({ item: { from, to } }) => ({ topic, from, to }));
    }),
  );
}

/** Of one topic's places that overlap the first. */
function apart(found: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of [...found].sort((a, b) => a.from - b.from || b.to - a.to))
    if (!kept.some((own) => own.topic === label.topic && own.from < label.to && label.from < own.to)) kept.push(label);
  return kept;
}

function report(title: string, { source, labels }: LabelledTopics): FigureTable {
  const scores: Record<string, { precision: number; recall: number }> = {};
  console.log(`\n${title}: ${labels.length} mentions by reading`);
  for (const [name, method] of Object.entries(METHODS)) {
    const found = method(source);
    const left = new Set(labels);
    const wrong = found.filter(({ topic, from, to }) => {
      const match = [...left].find(
        (label) => label.topic.toLowerCase() === topic.toLowerCase() && label.from < to && from < label.to,
      );
      if (match) left.delete(match);
      return !match;
    });
    const right = found.length - wrong.length;
    const [precision, recall] = [right / Math.max(1, found.length), right / labels.length];
    scores[name] = { precision, recall };
    console.log(`  ${name.padEnd(12)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}`);
    if (name !== 'Hourline') continue;
    const { text } = buildTalk(source.cues);
    const show = (list: Iterable<Label>) =>
      [...list].map(({ topic, from, to }) => `${topic} “${text.slice(from, to)}”`);
    if (wrong.length > 0) console.log(`    wrong: ${show(wrong).join(', ')}`);
    if (left.size > 0) console.log(`    missed: ${show(left).join(', ')}`);
  }
  const topics = buildTopics(source);
  for (const { link, start, end, confidence } of timeLinks(source, topics))
    console.log(
      `    link ${start.toFixed(0)}–${end.toFixed(0)} s (${confidence.toFixed(2)}) ${source.links[link]!.title}`,
    );
  const { Hourline: ours, ...peers } = scores;
  const figure = (what: 'precision' | 'recall') => ({
    what,
    ours: ours![what],
    peers: Object.fromEntries(Object.entries(peers).map(([name, score]) => [name, score[what]])),
    unit: '',
  });
  return {
    title: `Mentions of topics, ${title}`,
    told: `${labels.length} mentions, labelled by reading.`,
    drawn: true,
    figures: [figure('precision'), figure('recall')],
  };
}

/** An hour of talk is the bundled quarter four times over, and its notes with more tags, so that there are 40 topics. */
function reportCost(source: TopicSource): FigureTable {
  const length = source.cues.at(-1)!.end;
  const cues = [0, 1, 2, 3].flatMap((round) =>
    source.cues.map((cue) => ({
      ...cue,
      id: `${round}-${cue.id}`,
      start: cue.start + round * length,
      end: cue.end + round * length,
      text: round === 0 ? cue.text : cue.text.replace(/\b([a-z]{4})([a-z]{3,})\b/g, `$2$1`),
    })),
  );
  const tags = [
    ...source.tags,
    ...['debian', 'wayland', 'pipewire', 'systemd', 'arch linux', 'btrfs'].map((name) => ({ name })),
  ];
  const hour = { ...source, cues, tags };
  const median = (work: () => unknown) => {
    const times = Array.from({ length: 9 }, () => {
      const before = performance.now();
      work();
      return performance.now() - before;
    });
    return times.sort((a, b) => a - b)[4]!;
  };
  const topics = buildTopics(hour);
  console.log(`\n${((4 * length) / 3600).toFixed(1)} h of talk, ${topics.length} topics, ${hour.links.length} links`);
  const [finding, timing] = [median(() => buildTopics(hour)), median(() => timeLinks(hour, topics))];
  console.log(`  topics ${finding.toFixed(0)} ms, links ${timing.toFixed(0)} ms`);
  return {
    title: 'What finding topics costs',
    told: `${((4 * length) / 3600).toFixed(1)} hours of talk, ${topics.length} topics, ${hour.links.length} links; at build, or in the worker.`,
    figures: [
      { what: 'topics', ours: finding, unit: 'ms' },
      { what: 'times of links', ours: timing, unit: 'ms' },
    ],
  };
}
