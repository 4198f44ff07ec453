import type { Outcome } from '../outcome.ts';

/** What came of a visit to the disk that is meant to end well. */
export async function ok<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const done = await outcome;
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}
