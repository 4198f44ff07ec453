/** A stretch of a text, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Of each so many characters of a quote one may be wrong, missing or too much. */
const TOLERANCE = 4;
/** A long quote is looked for by its ends, each of so many characters. */
const END = 96;

/**
 * Where a text says nearly what a quote says, whatever the case; `undefined` where it doesn't. A long quote is found by
 * its head and its tail, so that work grows with the text's length alone.
 */
export function nearMatch(text: string, quote: string): Stretch | undefined {
  const [body, wanted] = [lowerCase(text), lowerCase(quote)];
  if (wanted.length <= 2 * END) return approximate(body, wanted);
  const head = approximate(body, wanted.slice(0, END));
  const tail = head && approximate(body.slice(head.from), wanted.slice(-END));
  if (!head || !tail) return undefined;
  const to = head.from + tail.to;
  const length = to - head.from;
  return length > wanted.length * 0.5 && length < wanted.length * 2 ? { from: head.from, to } : undefined;
}

/** `İ` alone grows in lower case (Unicode's SpecialCasing), and offsets behind it would lie. */
const lowerCase = (text: string) => text.replaceAll('İ', 'i').toLowerCase();

/**
 * Sellers, The theory and computation of evolutionary distances: pattern recognition (1980): the column of edit distances
 * between all of the pattern's beginnings and the stretches that end here, with where each of these starts.
 */
function approximate(text: string, pattern: string): Stretch | undefined {
  const size = pattern.length;
  const most = Math.floor(size / TOLERANCE);
  let costs = Array.from({ length: size + 1 }, (_, i) => i);
  let froms = new Array<number>(size + 1).fill(0);
  let best: (Stretch & { cost: number }) | undefined;
  for (let at = 1; at <= text.length; at += 1) {
    const [nextCosts, nextFroms] = [[0], [at]];
    const letter = text[at - 1];
    for (let i = 1; i <= size; i += 1) {
      const swap = costs[i - 1]! + (pattern[i - 1] === letter ? 0 : 1);
      const skip = costs[i]! + 1;
      const miss = nextCosts[i - 1]! + 1;
      const cost = Math.min(swap, skip, miss);
      nextCosts.push(cost);
      nextFroms.push(cost === swap ? froms[i - 1]! : cost === skip ? froms[i]! : nextFroms[i - 1]!);
    }
    [costs, froms] = [nextCosts, nextFroms];
    const cost = costs[size]!;
    if (cost <= most && (!best || cost < best.cost)) best = { from: froms[size]!, to: at, cost };
  }
  return best && { from: best.from, to: best.to };
}
