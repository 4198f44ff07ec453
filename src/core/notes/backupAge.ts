const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How old a backup is, at `now` (both ISO 8601): `"3 days ago"`, `"just now"`. */
export function formatAge(made: string, now: string): string {
  const age = Date.parse(now) - Date.parse(made);
  const [unit, length] = UNITS.find(([, milliseconds]) => age >= milliseconds) ?? [];
  if (!unit) return 'just now';
  const count = Math.floor(age / length!);
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
