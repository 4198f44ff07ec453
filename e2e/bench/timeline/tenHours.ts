import { readFileSync } from 'node:fs';
import { formatVtt } from '../../../src/core/transcript/formatTranscript.ts';
import { parseTranscript } from '../../../src/core/transcript/transcript.ts';
import { seeded, talkLike } from '../search/filler.ts';

const EACH = 250;
const TOPICS =
  `Amaranth Borealis Caldera Dirigible Euphonium Filigree Gossamer Halcyon Isthmus Jacaranda Kaleidoscope Labyrinth
  Marmalade Nautilus Obsidian Parapet Quagmire Rhododendron Sassafras Tamarind Ukulele Vermilion Wisteria Xylophone`.split(
    /\s+/,
  );

/** The files of an invented recording of ten hours, in which 24 topics of its show notes are named 6,000 times. */
export function tenHours(): { folder: Record<string, string>; mentions: number } {
  const source = parseTranscript(readFileSync('src/episodes/lup-603/transcript.vtt', 'utf8'));
  const random = seeded(6);
  const words = talkLike(source.cues, 9000).map(({ text }) => [text]);
  for (let i = 0; i < TOPICS.length * EACH; i += 1)
    words[Math.floor(random() * words.length)]!.push(TOPICS[i % TOPICS.length]!);
  const cues = words.map((text, i) => ({ id: `t${i}`, start: i * 4, end: i * 4 + 4, text: text.join(' ') }));
  const notes = ['# Bench 1: Ten hours', '', '- Length: 600 minutes', '', '## Tags', '', TOPICS.join(', '), ''];
  return {
    folder: { 'transcript.vtt': formatVtt(cues), 'show-notes.md': notes.join('\n') },
    mentions: TOPICS.length * EACH,
  };
}
