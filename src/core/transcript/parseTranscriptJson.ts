import { parseJson, type JsonDocument } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { CueDraft } from './cue.ts';
import { joined, joinWords } from './joinWords.ts';
import { listsOf, unitOf, type PieceList } from './jsonLists.ts';
import { endOf, isFields, speakerOf, startOf, wordsOf, type Fields } from './jsonPiece.ts';

/** Faults of one kind that are told one by one; of more, only their number is. */
const MOST_TOLD = 100;
/** Seconds of one piece above which its words are asked for their times. */
const LONG = 20;
/**
 * Reads a transcript in JSON: Podcasting 2.0 (`segments` of `startTime`, `endTime`, `body`, `speaker`, in seconds),
 * Whisper's `segments` of `start`, `end`, `text`, whisper.cpp's `transcription` of `timestamps`, Podlove's list with `start_ms`,
 * what AssemblyAI, Deepgram, Amazon Transcribe, Speechmatics, ElevenLabs, Gladia, Hugging Face, YouTube and Google answer, and
 * bare lists in milliseconds.
 */
export function parseTranscriptJson(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const { json, problems } = parseJson(source);
  if (!json) return { cues: [], problems };
  const { lists, others } = listsOf(json.value);
  if (lists.length === 0) {
    problems.push(lost('no-segments', json.lineOf([]), 'This JSON holds no list of timed pieces (“segments”).'));
    return { cues: [], problems };
  }
  if (others.length > 0) {
    const message = `${others.length === 1 ? 'Another list begins' : `${others.length} more lists begin`} anew here; the first is read.`;
    problems.push(lost('more-lists', json.lineOf([...others[0]!.path]), message));
  }
  const unit = unitOf(lists);
  let unread = 0;
  let backward = 0;
  const read = lists.map(({ list, path }) => {
    const cues: CueDraft[] = [];
    let opening = '';
    list.forEach((entry, i) => {
      const line = () => lineOf(json, path, i, list.length);
      const fields = isFields(entry) ? entry : {};
      const { type, attaches_to: side } = fields;
      const cue = readEntry(fields, list[i + 1], unit);
      const last = cues.at(-1);
      if (type === 'punctuation' && side === 'next') opening += wordsOf(fields) ?? '';
      else if (type === 'punctuation' && last)
        cues[cues.length - 1] = { ...last, text: last.text + tidy(wordsOf(fields) ?? '') };
      else if (type === 'spacing' || (!cue && (type === 'audio_event' || 'tStartMs' in fields))) return;
      else if (!cue) {
        if ((unread += 1) <= MOST_TOLD)
          problems.push(lost('bad-segment', line(), 'This piece has no start or no text; it is left out.'));
      } else {
        if (endsBeforeStart(fields, unit) && (backward += 1) <= MOST_TOLD)
          problems.push(warn(line(), 'This piece ends before it starts; it is kept, and lasts a moment.'));
        cues.push(...partAtWords({ ...cue, text: opening + cue.text }, fields, unit));
        opening = '';
      }
    });
    return cues;
  });
  if (unread > MOST_TOLD)
    problems.push(
      lost('bad-segment', 0, `${unread - MOST_TOLD} more pieces have no start or no text; they are left out.`),
    );
  if (backward > MOST_TOLD)
    problems.push(warn(0, `${backward - MOST_TOLD} more pieces end before they start; they are kept, too.`));
  return { cues: lists.length > 1 && lists[0]!.isChannel ? besideEachOther(read) : read.flat(), problems };
}

/** Those who speak into microphones of their own speak at once; each is joined to lines alone, and counted by where it is. */
function besideEachOther(channels: readonly CueDraft[][]): CueDraft[] {
  const spoken = channels.filter(({ length }) => length > 0);
  if (spoken.length < 2) return spoken.flat();
  const lines = spoken.flatMap((cues, i) =>
    joinWords(
      cues.map((cue) => ({ ...cue, speaker: (cue.speaker ?? '').replace(/^(?:Speaker \w+)?$/, `Speaker ${i}`) })),
    ),
  );
  return lines.sort((a, b) => a.start - b.start);
}

function readEntry(entry: Fields, next: unknown, unit: number): CueDraft | undefined {
  const start = startOf(entry, unit);
  const words = wordsOf(entry);
  if (start === undefined || words === undefined) return undefined;
  const following = isFields(next) ? startOf(next, unit) : undefined;
  const end = endOf(entry, unit) ?? following ?? start;
  const speaker = speakerOf(entry);
  return { start, end, line: 0, text: tidy(words), ...(speaker === undefined ? {} : { speaker }) };
}

/** What one voice says for long is parted where it pauses or ends a sentence, if its words have times of their own. */
function partAtWords(cue: CueDraft, entry: Fields, unit: number): readonly CueDraft[] {
  const words = entry['words'];
  if (cue.end - cue.start < LONG || !Array.isArray(words)) return [cue];
  const pieces = piecesAt(words, cue, unit);
  const lines = joinWords(pieces);
  return lines.length < pieces.length ? lines : [cue];
}

/**
 * The text of a piece, cut before each of its words that has a time; none where text and words differ. The words alone
 * would not do: some have spaces or signs in the text only, and what is hard to align (numbers) has no time.
 */
function piecesAt(words: readonly unknown[], { text, ...cue }: CueDraft, unit: number): CueDraft[] {
  const pieces: CueDraft[] = [];
  let [from, at] = [0, 0];
  for (const word of words) {
    const fields = isFields(word) ? word : {};
    for (const sign of (wordsOf(fields) ?? '').replace(/\s+/g, '')) {
      while (/\s/.test(text[at] ?? '')) at += 1;
      if (!text.startsWith(sign, at)) return [];
      at += sign.length;
    }
    const start = startOf(fields, unit);
    const last = pieces.at(-1);
    if (start === undefined && !last) continue; // it goes with the next
    const end = endOf(fields, unit) ?? start;
    const slice = text.slice(from, at);
    from = at;
    const isGlued = last && /^\S/.test(slice) && joined(last.text, slice) !== last.text + slice;
    if (last && (start === undefined || isGlued))
      pieces[pieces.length - 1] = { ...last, end: end ?? last.end, text: last.text + slice };
    else pieces.push({ ...cue, start: start ?? cue.start, end: end ?? cue.end, text: slice.trim() });
  }
  return text.slice(at).trim() === '' ? pieces : [];
}

/** By the entry's own end: one that has none may well start after the next, which is told as out of order. */
function endsBeforeStart(entry: Fields, unit: number): boolean {
  return (endOf(entry, unit) ?? Infinity) < (startOf(entry, unit) ?? 0);
}

/** Some writers pad with spaces; line breaks are the text's own, empty lines are not. */
function tidy(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Line numbers cost a second reading, so only faults ask for them, and of very long lists none. */
function lineOf(json: JsonDocument, path: PieceList['path'], i: number, length: number): number {
  return length > 20_000 ? 0 : json.lineOf([...path, i]);
}

function lost(code: string, line: number, message: string): Problem {
  return { code, severity: 'error', line, message };
}

function warn(line: number, message: string): Problem {
  return { code: 'cue-ends-before-start', severity: 'warning', line, message };
}
