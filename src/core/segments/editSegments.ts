import type { TimeRange } from '../time.ts';
import { numbered, SEGMENT_KINDS, type Section, type Segment, type SegmentKind } from './segment.ts';

/** A correction that a person makes. `id` names a section or a part; `at` and `start` are seconds. */
export type SegmentEdit =
  | { readonly do: 'rename'; readonly id: string; readonly title: string }
  | { readonly do: 'set-kind'; readonly id: string; readonly kind: SegmentKind }
  | { readonly do: 'move'; readonly id: string; readonly start: number }
  | { readonly do: 'split'; readonly id: string; readonly at: number }
  | { readonly do: 'merge'; readonly id: string };

/** Seconds that a segment has at least; a shorter one could be neither seen nor pointed at. */
const SHORTEST = 1;

/**
 * The segments after a correction. Sections go on to tile the talk and parts their section, whatever is asked: a start
 * is moved only between its neighbours, and what can't be done changes nothing (the same list comes back). What a
 * person touched is `edited` and sure.
 */
export function editSegments(sections: readonly Section[], edit: SegmentEdit): readonly Section[] {
  const [section, part] = placeOf(sections, edit.id);
  if (section === undefined) return sections;
  if (part === undefined) return renumber(editSection(sections, section, edit) ?? sections, sections);
  const whole = sections[section]!;
  const parts = editPart(whole, part, edit);
  if (!parts) return sections;
  return renumber(replace(sections, section, { ...whole, parts: parts.length > 1 ? parts : [] }), sections);
}

function editSection(sections: readonly Section[], i: number, edit: SegmentEdit): Section[] | undefined {
  const section = sections[i]!;
  const before = sections[i - 1];
  if (edit.do === 'rename')
    return titled(edit.title) ? replace(sections, i, touched(section, { title: edit.title.trim() })) : undefined;
  if (edit.do === 'set-kind') {
    return SEGMENT_KINDS.includes(edit.kind) ? replace(sections, i, touched(section, { kind: edit.kind })) : undefined;
  }
  if (edit.do === 'merge') {
    if (!before) return undefined;
    const merged = touched(
      { ...before, parts: [...partsOrSelf(before), ...partsOrSelf(section)] },
      { end: section.end },
    );
    return [...sections.slice(0, i - 1), merged, ...sections.slice(i + 1)];
  }
  if (edit.do === 'move') {
    const start = before && between(edit.start, before.start, section.end);
    if (start === undefined) return undefined;
    const moved = touched({ ...section, parts: clip(section.parts, start, section.end) }, { start });
    const shortened = { ...before!, end: start, parts: clip(before!.parts, before!.start, start) };
    return [...sections.slice(0, i - 1), shortened, moved, ...sections.slice(i + 1)];
  }
  const at = between(edit.at, section.start, section.end);
  if (at === undefined) return undefined;
  const halves = [
    { ...section, end: at, parts: clip(section.parts, section.start, at) },
    touched({ ...section, parts: clip(section.parts, at, section.end) }, { start: at }),
  ];
  return [...sections.slice(0, i), ...halves, ...sections.slice(i + 1)];
}

function editPart(section: Section, i: number, edit: SegmentEdit): Segment[] | undefined {
  const { parts } = section;
  const part = parts[i]!;
  const before = parts[i - 1];
  if (edit.do === 'rename')
    return titled(edit.title) ? replace(parts, i, touched(part, { title: edit.title.trim() })) : undefined;
  if (edit.do === 'set-kind') return undefined; // a part is of its section's kind
  if (edit.do === 'merge') {
    return before && [...parts.slice(0, i - 1), touched(before, { end: part.end }), ...parts.slice(i + 1)];
  }
  if (edit.do === 'move') {
    const start = before && between(edit.start, before.start, part.end);
    if (start === undefined) return undefined;
    return [...parts.slice(0, i - 1), { ...before!, end: start }, touched(part, { start }), ...parts.slice(i + 1)];
  }
  const at = between(edit.at, part.start, part.end);
  return at === undefined
    ? undefined
    : [...parts.slice(0, i), { ...part, end: at }, touched(part, { start: at }), ...parts.slice(i + 1)];
}

/** From when to when, in seconds, a segment's start may be moved, both included; nothing for the first, and what isn't there. */
export function roomToMove(sections: readonly Section[], id: string): TimeRange | undefined {
  const [i = 0, part] = placeOf(sections, id);
  const list: readonly Segment[] = part === undefined ? sections : sections[i]!.parts;
  const [before, segment] = [list[(part ?? i) - 1], list[part ?? i]];
  return before && segment && { start: before.start + SHORTEST, end: segment.end - SHORTEST };
}

/** `s2` → [1], `s2.1` → [1, 0]. */
function placeOf(sections: readonly Section[], id: string): readonly [number?, number?] {
  const section = sections.findIndex((one) => one.id === id || one.parts.some((part) => part.id === id));
  if (section < 0) return [];
  const part = sections[section]!.parts.findIndex((one) => one.id === id);
  return part < 0 ? [section] : [section, part];
}

/** A time with room for a segment on either side, else nothing. */
function between(seconds: number, from: number, to: number): number | undefined {
  return Number.isFinite(seconds) && seconds - from >= SHORTEST && to - seconds >= SHORTEST ? seconds : undefined;
}

/** The parts that are left of a section that was cut to `start`–`end`. */
function clip(parts: readonly Segment[], start: number, end: number): Segment[] {
  const left = parts.filter((part) => part.end > start && part.start < end);
  const cut = left.map((part, i) => ({
    ...part,
    start: i === 0 ? start : part.start,
    end: i === left.length - 1 ? end : part.end,
  }));
  return cut.length > 1 ? cut : [];
}

/** A section without parts stands for itself among the parts of another. */
function partsOrSelf({ parts, ...section }: Section): readonly Segment[] {
  return parts.length > 0 ? parts : [section];
}

function touched<T extends Segment>(segment: T, changes: Partial<Segment>): T {
  return { ...segment, ...changes, origin: 'edited', confidence: 1 };
}

function titled(title: string): boolean {
  return title.trim() !== '';
}

function replace<T>(list: readonly T[], i: number, one: T): T[] {
  return [...list.slice(0, i), one, ...list.slice(i + 1)];
}

/** Ids count, and parts are of their section's kind; a list that did not change stays the same. */
function renumber(sections: readonly Section[], before: readonly Section[]): readonly Section[] {
  if (sections === before) return before;
  return numbered(sections).map((section) => ({
    ...section,
    parts: section.parts.map((part) => ({ ...part, kind: section.kind })),
  }));
}
