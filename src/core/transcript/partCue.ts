import type { CueDraft } from './cue.ts';

/** What one voice says within a cue. */
export interface Said {
  readonly text: string;
  readonly speaker?: string;
}

/**
 * Parts a cue in which several speak into one for each, so that nobody is given another's words. No file says when the
 * second begins, so they share the cue's time by the length of what they say, which serves scripts without spaces too.
 */
export function partCue({ start, end, line }: CueDraft, said: readonly Said[]): CueDraft[] {
  // A cue that ends before it starts has no time to share: its parts stay in the order in which they stand.
  const length = Math.max(0, end - start);
  const letters = said.reduce((sum, { text }) => sum + text.length, 0);
  let before = 0;
  const at = () => Math.round((start + (length * before) / letters) * 1000) / 1000;
  return said.map((piece, i) => {
    const from = at();
    before += piece.text.length;
    return { ...piece, start: from, end: at(), line, part: i > 0 };
  });
}
