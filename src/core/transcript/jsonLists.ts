import { endOf, isFields, isPiece, startOf, wordsOf, type Fields } from './jsonPiece.ts';

/** What holds the pieces, or what holds them: whole utterances before the words that they are made of. */
const HOLDERS = [
  'segments',
  'utterances',
  'cues',
  'transcript',
  'transcripts',
  'transcription',
  'audio_segments',
  'sentences',
  'words',
  'items',
  'paragraphs',
  'response',
  'results',
  'channels',
  'alternatives',
  'chunks',
  'events',
  'result',
];
/** Holders within holders: `results.channels[0].alternatives[0].words` has six. */
const DEEPEST = 6;
/** Characters of talk in a thousandth of a second are less, and in a second are more. */
const SLOWEST = 0.5;
/** Of these the standards say that they are in seconds; any other list tells by how long its pieces last. */
const IN_SECONDS = ['segments', 'cues', 'transcript', 'transcripts'];

/** A list of timed pieces, and where in the document it stands. */
export interface PieceList {
  readonly list: readonly unknown[];
  readonly path: readonly (string | number)[];
  /** Whether it is what one of several microphones heard. */
  readonly isChannel?: true;
}

/**
 * The lists of timed pieces: those of which some can be read, else the one where they would stand. Several are parts of one
 * talk where each goes on behind the one before, or all are channels; `others` are something else, such as a translation.
 */
export function listsOf(value: unknown): {
  readonly lists: readonly PieceList[];
  readonly others: readonly PieceList[];
} {
  const found = timedLists(value, []);
  const [head] = found;
  if (head?.isChannel) return { lists: found, others: [] };
  // With voices told apart, Google's last answer is all the words once more, with their voices.
  const last = found.at(-1)!;
  if (head && head !== last && isAllAgain(found, last)) return { lists: [last], others: [] };
  const lists: PieceList[] = [];
  const others: PieceList[] = [];
  let latest = -1;
  for (const one of found) {
    const start = beginningOf(one);
    // What interrupts may start before what it interrupts has ended.
    const goesOn = start > latest || one.path.includes('results');
    if (goesOn) latest = start;
    (goesOn ? lists : others).push(one);
  }
  if (head) return { lists, others };
  if (Array.isArray(value)) return { lists: [{ list: value, path: [] }], others };
  const name = IN_SECONDS.find((name) => isFields(value) && Object.hasOwn(value, name) && Array.isArray(value[name]));
  return { lists: name === undefined ? [] : [{ list: (value as Fields)[name] as unknown[], path: [name] }], others };
}

function isAllAgain(found: readonly PieceList[], { list, path }: PieceList): boolean {
  const before = found.slice(0, -1).flatMap((one) => one.list);
  const said = (entries: readonly unknown[]) =>
    entries.map((entry) => (isFields(entry) ? wordsOf(entry) : '')).join(' ');
  return path.includes('results') && before.length === list.length && said(before) === said(list);
}

function timedLists(value: unknown, path: PieceList['path']): readonly PieceList[] {
  if (path.length > DEEPEST) return [];
  if (Array.isArray(value)) {
    if (value.some(isPiece)) return [{ list: value, path }];
    // Of what may have been said, the first is the likeliest.
    const held = path.at(-1) === 'alternatives' ? value.slice(0, 1) : value;
    return held.flatMap((entry, i) => timedLists(entry, [...path, i]));
  }
  if (!isFields(value)) return [];
  for (const name of HOLDERS) {
    const found = Object.hasOwn(value, name) ? timedLists(value[name], [...path, name]) : [];
    if (found.length === 0) continue;
    const isChannel = path.at(-2) === 'channels' || typeof value['channel_index'] === 'number';
    return isChannel ? found.map((one) => ({ ...one, isChannel })) : found;
  }
  return [];
}

/** Where a list begins, in its own units. */
function beginningOf({ list }: PieceList): number {
  const first = list.find(isPiece);
  return first ? (startOf(first, 1) ?? 0) : 0;
}

/**
 * In how many of its units a second is. Where no standard says it, its pieces tell: those of talk last seconds, and nobody
 * takes two of them for a letter.
 */
export function unitOf(lists: readonly PieceList[]): number {
  const { path } = lists[0]!;
  if (IN_SECONDS.includes(String(path.at(-1))) || path.includes('results')) return 1;
  let letters = 0;
  const lengths = lists
    .flatMap(({ list }) => list)
    .filter(isPiece)
    .map((piece) => {
      const length = Math.max(0, (endOf(piece, 1) ?? 0) - (startOf(piece, 1) ?? 0));
      if (length > 0) letters += wordsOf(piece)!.length;
      return length;
    })
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return (lengths[lengths.length >> 1] ?? 0) >= 100 && letters < SLOWEST * whole ? 1000 : 1;
}
