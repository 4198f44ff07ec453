import { PACKED } from './commonWords.list.ts';
import { baseForms } from './inflection.ts';

let words: Set<string> | undefined;

/** The list is unpacked at its first use: some 9,000 words, a few milliseconds. */
function unpack(): Set<string> {
  const list = new Set<string>();
  let before = '';
  for (const [, shared, rest] of PACKED.matchAll(/(\d)([a-z]*)/g)) {
    before = before.slice(0, Number(shared)) + rest!;
    list.add(before);
  }
  return list;
}

/**
 * Whether a word is common English, so that its reader knew how to spell it and the recogniser knew how to
 * hear it: "just" is not a misspelling of "rust". Names and terms of a trade are not.
 */
export function isCommon(word: string): boolean {
  const list = (words ??= unpack());
  return (
    word.length < 2 ||
    /^\d/.test(word) ||
    list.has(word) ||
    CONTRACTION.test(word) ||
    CALENDAR.has(word) ||
    baseForms(word).some(isCommon)
  );
}

// Nor has it words with a capital.
const CALENDAR: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december english american british german french spanish europe america`.split(/\s+/),
);

// SCOWL has no contractions; here they come without their apostrophe.
const CONTRACTION =
  /^(?:i(?:m|ve|ll|d)|(?:you|we|they)(?:re|ve|ll|d)|(?:he|she|it|that|there|who|what|where|how)(?:s|ll|d)|lets|(?:is|are|was|were|do|does|did|have|has|had|ca|wo|could|would|should|must|ai)nt)$/;

/** Words that carry a sentence and no meaning, and one that is often a sign; a query that has others need not meet them. */
export const isFunctionWord = (word: string) => FUNCTION_WORDS.has(word);

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be been but by for from had has have he her his i im in is it its of on or our percent she so that
  the their them then there these they this to was we were what when which who will with you your`.split(/\s+/),
);
