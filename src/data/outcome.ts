/** How a visit to the disk ended. The world's errors are caught here, once, and told in words. */
export type Outcome<T = void> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Does what may fail for reasons of the world, and makes a value of its failing. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    // Browsers throw errors with a name, with a message, with both, or with neither.
    const said = error instanceof Error || error instanceof DOMException ? error.message || error.name : '';
    return { ok: false, reason: said || 'the browser gives no reason' };
  }
}
