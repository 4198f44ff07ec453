import type { Paragraph } from '../transcript/paragraphs.ts';
import { startedAt } from '../transcript/reading.ts';
import type { PlacedNote } from './anchor.ts';

/** The notes on each paragraph, by the paragraph's id: where their passages begin. */
export function notesByParagraph(
  paragraphs: readonly Paragraph[],
  notes: readonly PlacedNote[],
): ReadonlyMap<string, readonly PlacedNote[]> {
  const found = new Map<string, PlacedNote[]>();
  for (const note of notes) {
    const id = startedAt(paragraphs, note.target.start)?.id;
    if (id !== undefined) found.set(id, [...(found.get(id) ?? []), note]);
  }
  return found;
}
