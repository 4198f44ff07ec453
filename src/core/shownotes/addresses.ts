import type { Span } from './blocks.ts';

const BARE = /https?:\/\/[^\s<>"]{1,2000}/iy;

/**
 * The address that stands bare at a place of a text, as it is written there. What the sentence adds to its end is left
 * off: punctuation, references such as `&quot;`, brackets that it didn't open (GFM 0.29 §6.9).
 */
export function bareAddressAt(text: string, at: number): string | undefined {
  if (/[a-z\d]/i.test(text[at - 1] ?? '')) return undefined;
  BARE.lastIndex = at;
  const found = BARE.exec(text)?.[0];
  if (found === undefined) return undefined;
  /** How many brackets are shut that were never open. */
  const unpaired: Record<string, number> = { ')': count(found, ')', '('), ']': count(found, ']', '[') };
  let end = found.length;
  for (;;) {
    const sign = found[end - 1]!;
    const reference = sign === ';' && /&#?\w{1,32};$/.exec(found.slice(Math.max(0, end - 40), end));
    if (reference) end -= reference[0].length;
    else if (/[.,;:!?'*_~]/.test(sign)) end -= 1;
    else if (unpaired[sign]! > 0) {
      unpaired[sign]! -= 1;
      end -= 1;
    } else break;
  }
  return /\/\/./.test(found.slice(0, end)) ? found.slice(0, end) : undefined;
}

/** A text, its bare addresses as links. */
export function linkAddresses(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/https?:\/\//gi)) {
    const url = index < from ? undefined : bareAddressAt(text, index);
    if (url === undefined) continue;
    if (index > from) spans.push({ text: text.slice(from, index) });
    spans.push({ text: url, url });
    from = index + url.length;
  }
  if (from < text.length) spans.push({ text: text.slice(from) });
  return spans;
}

const count = (text: string, more: string, less: string) => text.split(more).length - text.split(less).length;
