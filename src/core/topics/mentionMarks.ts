import type { CueMark } from '../search/excerpt.ts';
import type { Cue } from '../transcript/cue.ts';
import type { Mention } from './topic.ts';

/** Where the words of mentions stand in their cues: offsets of the continuous text → offsets of each cue's text. */
export function mentionMarks(cues: readonly Cue[], mentions: readonly Mention[]): CueMark[] {
  const spans = mentions.flatMap(({ marks }) => marks).sort((a, b) => a[0] - b[0]);
  const found: CueMark[] = [];
  let next = 0;
  let start = 0;
  for (const { id, text } of cues) {
    const end = start + text.length;
    for (let i = next; i < spans.length && spans[i]![0] < end; i += 1) {
      const [from, to] = [Math.max(spans[i]![0], start), Math.min(spans[i]![1], end)];
      if (to > from) found.push({ cue: id, from: from - start, to: to - start });
      if (spans[i]![1] <= end) next = Math.max(next, i + 1);
    }
    start = end + 1;
  }
  return found;
}
