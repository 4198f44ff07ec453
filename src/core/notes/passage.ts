import type { TimeRange } from '../time.ts';
import type { Cue } from '../transcript/cue.ts';
import type { Target } from './note.ts';

/** A place in the transcript: so many characters into a cue's text. */
export interface CuePoint {
  readonly cue: string;
  readonly offset: number;
}

/** Characters of the text before and behind a quote that help to find it again. */
const CONTEXT = 32;

/** The passage between two places of the transcript, in either order: its words and when they are said. */
export function passageBetween(cues: readonly Cue[], one: CuePoint, other: CuePoint): Target | undefined {
  const places = [one, other].map(({ cue, offset }) => ({ at: cues.findIndex(({ id }) => id === cue), offset }));
  const [from, to] = places.sort((a, b) => a.at - b.at || a.offset - b.offset);
  if (!from || !to || from.at < 0) return undefined;
  const texts = cues.map(({ text }) => text);
  const before = texts
    .slice(Math.max(0, from.at - 2), from.at)
    .concat(texts[from.at]!.slice(0, from.offset))
    .join(' ');
  const after = [texts[to.at]!.slice(to.offset), ...texts.slice(to.at + 1, to.at + 3)].join(' ');
  const exact = texts
    .slice(from.at, to.at + 1)
    .map((text, i) => text.slice(i === 0 ? from.offset : 0, from.at + i === to.at ? to.offset : undefined))
    .join(' ')
    .trim();
  if (exact === '') return undefined;
  // A selection that only touches a cue's edge says nothing of it.
  const first = cues[from.offset >= texts[from.at]!.length && from.at < to.at ? from.at + 1 : from.at]!;
  const last = cues[to.offset === 0 && to.at > from.at ? to.at - 1 : to.at]!;
  return {
    start: first.start,
    end: Math.max(first.end, last.end),
    quote: { exact, prefix: before.slice(-CONTEXT), suffix: after.slice(0, CONTEXT) },
  };
}

/** The passage that is said between two moments, whole cues; where nothing is said, the moments alone. */
export function passageDuring(cues: readonly Cue[], { start, end }: TimeRange): Target {
  const said = cues.filter((cue) => cue.text !== '' && cue.start < Math.max(end, start + 0.001) && cue.end > start);
  const [first] = said;
  const passage =
    first &&
    passageBetween(cues, { cue: first.id, offset: 0 }, { cue: said.at(-1)!.id, offset: said.at(-1)!.text.length });
  return passage ?? { start, end, quote: { exact: '', prefix: '', suffix: '' } };
}
