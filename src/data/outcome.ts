/** How a visit to the disk ended. The world's errors are caught here, once, and told in words. */
export type Outcome<T = void> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Does what may fail for reasons of the world, and makes a value of its failing. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** What browsers mean by the names of their errors. */
const REASONS: Readonly<Record<string, string>> = {
  QuotaExceededError: 'the disk is full, or this site’s share of it',
  SecurityError: 'the browser’s settings block storage for this page',
  InvalidStateError: 'the browser closed the storage',
  VersionError: 'a newer Hourline has been opened in this browser: reload this page',
  NotFoundError: 'another Hourline has been opened in this browser: reload this page',
};

/** Browsers throw errors with a name, with a message, with both, or with neither. */
function reasonOf(error: unknown): string {
  const named =
    typeof error === 'object' && error !== null && 'name' in error ? REASONS[String(error.name)] : undefined;
  if (named !== undefined) return named;
  const said = error instanceof Error || error instanceof DOMException ? error.message || error.name : '';
  return said || 'the browser gives no reason';
}
