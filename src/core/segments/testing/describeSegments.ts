import { formatClock } from '../../time.ts';
import type { Section, Segment } from '../segment.ts';

/** Sections and their parts as a page that a person can read: the form of the golden file. */
export function describeSegments(sections: readonly Section[]): string {
  const line = ({ start, end, kind, title, confidence }: Segment, part: boolean) =>
    `${part ? '    ' : ''}${formatClock(start)}–${formatClock(end)} ${part ? '' : `[${kind}] `}${title} (${confidence.toFixed(2)})`;
  return [
    ...sections.flatMap((section) => [line(section, false), ...section.parts.map((part) => line(part, true))]),
    '',
  ].join('\n');
}
