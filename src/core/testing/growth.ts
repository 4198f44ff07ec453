/** Milliseconds in which nobody minds what a text costs: what grows with its square takes seconds for those of the tests. */
const QUICK = 200;
/** Looked at so often: what is worse than the best was the machine's. */
const TRIES = 6;
const PARTS = 4;
/** From here on a growth is that of a square, as near as a clock can tell. */
export const SQUARE = 3;

/** A text whose beginning is as costly as all of it, or how to make one of so large a share. */
export type Source = string | ((share: number) => string);

/**
 * How many times as long `work` takes for a text as for its first quarter, four times over: about 1 where it grows with the
 * length, 4 where it grows with its square, on whatever machine and beside whatever else that does: what is no square's at the second
 * try is none. Of a text that is done with at once it is 1, whatever its growth.
 */
export function growthOf(work: (text: string) => unknown, source: Source, now = () => performance.now()): number {
  const [text, quarter] =
    typeof source === 'string' ? [source, source.slice(0, source.length / PARTS)] : [source(1), source(1 / PARTS)];
  const millisecondsOf = (deed: () => unknown) => {
    const before = now();
    deed();
    return now() - before;
  };
  const inParts = () => Array.from({ length: PARTS }, () => work(quarter));
  let [whole, parts] = [Infinity, Infinity];
  for (let i = 0; i < TRIES; i += 1) {
    const took = millisecondsOf(() => work(text));
    whole = Math.min(whole, took);
    if (whole < QUICK) return 1;
    parts = Math.min(parts, millisecondsOf(inParts));
    if (i > 0 && whole < SQUARE * parts) break;
  }
  return whole / parts;
}
