/** Small choices that are no loss when the browser forgets them. Missing or blocked storage means the default. */
export function readPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(`hourline:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`hourline:${name}`, value);
  } catch {
    // Blocked or full: the choice holds for this visit.
  }
}
