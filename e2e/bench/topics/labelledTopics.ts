import { readFileSync } from 'node:fs';
import { readEpisode } from '../../../src/core/episode/readEpisode.ts';
import { buildTalk } from '../../../src/core/search/talk.ts';
import type { Cue } from '../../../src/core/transcript/cue.ts';
import { parseShowNotes } from '../../../src/core/shownotes/parseShowNotes.ts';
import type { TopicSource } from '../../../src/core/topics/topic.ts';

/** A place of the continuous text at which a topic is named. */
export interface Label {
  readonly topic: string;
  readonly from: number;
  readonly to: number;
}

export interface LabelledTopics {
  readonly name: string;
  readonly source: TopicSource;
  readonly labels: readonly Label[];
}

const data = new URL('../data/topics/', import.meta.url);
const read = (url: URL) => readFileSync(url, 'utf8');

/** The bundled episode with the labels made by reading its transcript. */
export function bundled(): LabelledTopics {
  const folder = new URL('../../../src/episodes/lup-603/', import.meta.url);
  const documents = ['transcript.vtt', 'show-notes.md', 'episode.json'].map((name) => ({
    name,
    text: read(new URL(name, folder)),
  }));
  const { episode } = readEpisode('lup-603', documents);
  if (!episode) throw new Error('The bundled episode is not readable');
  const talk = buildTalk(episode.cues);
  const flat = talk.text.replace(/\s/g, ' ').toLowerCase();
  let topic = '';
  const labels: Label[] = [];
  for (const line of read(new URL('lup-603.labels.txt', data)).split('\n')) {
    const entry = /^ {2}(\d+):(\d\d) (.+)$/.exec(line);
    if (!entry) {
      if (!line.startsWith('#')) topic = line;
      continue;
    }
    const second = Number(entry[1]) * 60 + Number(entry[2]);
    const heard = entry[3]!.toLowerCase();
    let best: { at: number; off: number } | undefined;
    for (let at = flat.indexOf(heard); at >= 0; at = flat.indexOf(heard, at + 1)) {
      if (labels.some((label) => label.topic === topic && label.from === at)) continue;
      const cue = talk.cueStarts.findLastIndex((start) => start <= at);
      const { start, end, text } = talk.cues[cue]!;
      const off = Math.abs(start + ((end - start) * (at - talk.cueStarts[cue]!)) / text.length - second - 0.5);
      if (!best || off < best.off) best = { at, off };
    }
    if (!best || best.off > 4) throw new Error(`No “${heard}” at ${entry[1]}:${entry[2]}`);
    labels.push({ topic, from: best.at, to: best.at + heard.length });
  }
  return { name: 'lup-603', source: episode, labels };
}

/** Words in a cue, and seconds that it lasts. */
const WORDS = 11;
const LENGTH = 4;

/** An invented talk whose text has its labels in it: `{topic=as it was heard}`, also one within another. */
export function invented(name: string): LabelledTopics {
  const marked = read(new URL(`${name}.txt`, data))
    .trim()
    .replace(/\n/g, ' ');
  const labels: Label[] = [];
  const open: { topic: string; from: number }[] = [];
  let text = '';
  for (const [piece] of marked.matchAll(/\{[^={}]+=|\}|[^{}]+/g)) {
    if (piece.startsWith('{')) open.push({ topic: piece.slice(1, -1), from: text.length });
    else if (piece === '}') labels.push({ ...open.pop()!, to: text.length });
    else text += piece;
  }
  const words = text.split(' ');
  const cues: Cue[] = [];
  for (let i = 0; i < words.length; i += WORDS) {
    const start = cues.length * LENGTH;
    cues.push({ id: `c${cues.length}`, start, end: start + LENGTH, text: words.slice(i, i + WORDS).join(' ') });
  }
  const { notes } = parseShowNotes(read(new URL(`${name}.md`, data)));
  return { name, source: { ...notes, cues, duration: cues.length * LENGTH }, labels };
}
