import { fieldsOf } from '../fields.ts';
import { numbered, SEGMENT_KINDS, type Section, type Segment } from './segment.ts';

/**
 * Sections as they were stored, or `undefined` where the value is none that this build can show: a restored backup may
 * hold anything, and half an outline is worse than the one that was found. Numbered anew, so that no two share
 * an id.
 */
export function decodeSections(value: unknown): Section[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const sections: Section[] = [];
  for (const one of value as unknown[]) {
    if (!isSection(one) || one.start < (sections.at(-1)?.start ?? -Infinity)) return undefined;
    sections.push(one);
  }
  return numbered(sections);
}

function isSection(value: unknown): value is Section {
  const { parts } = fieldsOf(value);
  return isSegment(value) && Array.isArray(parts) && parts.every(isSegment);
}

function isSegment(value: unknown): value is Segment {
  const { id, kind, title, start, end, confidence, origin } = fieldsOf(value);
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    SEGMENT_KINDS.some((known) => known === kind) &&
    [start, end, confidence].every(Number.isFinite) &&
    (origin === 'detected' || origin === 'edited')
  );
}
