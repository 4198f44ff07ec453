import type { TimeRange } from '../time.ts';
import { decodeClock, IN_STEP, type Clock } from './clock.ts';
import { addRange } from './progress.ts';

/** What is kept of how a visitor listened to an episode and read it. Times are seconds. */
export interface ListeningRecord {
  /** Of the audio. */
  readonly position: number;
  /** 0.5 to 3. */
  readonly speed: number;
  readonly clock: Clock;
  /** What was read or heard, of the transcript. */
  readonly ranges: readonly TimeRange[];
  /** Where the visitor was last, of the transcript. */
  readonly stopped?: number;
  /** The name of the visitor's own audio file, where one was attached. */
  readonly file?: string;
}

/** What a window changed of a record; all that it has read or heard, and a `file` of `undefined` where one was forgotten. */
export type ListeningChange = Partial<Omit<ListeningRecord, 'file'>> & { readonly file?: string | undefined };

export const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export const NEVER_LISTENED: ListeningRecord = { position: 0, speed: 1, clock: IN_STEP, ranges: [] };

/** The stored form, also of a change alone; the version stands in each record. JSON can hold it: a file that was forgotten is `null`. */
export function encodeListening(record: ListeningChange): object {
  return { version: 1, ...record, ...('file' in record ? { file: record.file ?? null } : {}) };
}

/** Reads what was stored; each part that can't be understood is as if it had never been. */
export function decodeListening(value: unknown): ListeningRecord {
  const stored = (value ?? {}) as { readonly [key in keyof ListeningRecord | 'version']?: unknown };
  if (stored.version !== 1) return NEVER_LISTENED;
  return {
    position: isTime(stored.position) ? stored.position : 0,
    speed: typeof stored.speed === 'number' && stored.speed >= 0.5 && stored.speed <= 3 ? stored.speed : 1,
    clock: decodeClock(stored.clock),
    ranges: decodeRanges(stored.ranges),
    ...(isTime(stored.stopped) ? { stopped: stored.stopped } : {}),
    ...(typeof stored.file === 'string' ? { file: stored.file } : {}),
  };
}

/** A record after a change: what was read or heard adds up, all else is as it was changed. */
export function changeListening(record: ListeningRecord, change: ListeningChange): ListeningRecord {
  const ranges = (change.ranges ?? []).reduce(addRange, record.ranges);
  const { file, ...rest } = { ...record, ...change, ranges };
  return file === undefined ? rest : { ...rest, file };
}

/** A record after a change that was stored by itself; what can't be understood changes nothing. */
export function foldListening(record: ListeningRecord, stored: unknown): ListeningRecord {
  const change = (stored ?? {}) as { readonly version?: unknown; readonly ranges?: unknown };
  if (change.version !== 1) return record;
  const ranges = decodeRanges(change.ranges).reduce(addRange, record.ranges);
  return decodeListening({ ...record, ...change, ranges });
}

function decodeRanges(value: unknown): readonly TimeRange[] {
  if (!Array.isArray(value)) return [];
  return (value as unknown[]).reduce<readonly TimeRange[]>((ranges, entry) => {
    const { start, end } = (entry ?? {}) as Partial<TimeRange>;
    return isTime(start) && isTime(end) ? addRange(ranges, { start, end }) : ranges;
  }, []);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
