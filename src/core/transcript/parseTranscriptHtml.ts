import type { Problem } from '../problem.ts';
import { scanHtml } from '../text/htmlEvents.ts';
import type { CueDraft } from './cue.ts';
import { closeEnds } from './closeEnds.ts';
import { parseTimestamp } from './timestamp.ts';

/**
 * Reads a Podcasting 2.0 transcript in HTML: `<cite>` names who speaks, `<time>` says when, `<p>` is what is said. Text
 * without a time before it belongs to the cue above it.
 */
export function parseTranscriptHtml(source: string): { readonly cues: CueDraft[]; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const cues: (Omit<CueDraft, 'end'> & { end?: number })[] = [];
  let inside: 'cite' | 'time' | 'p' | undefined;
  /** Whether a paragraph is open, which may hold its own name and time. */
  let within = false;
  let speaker: string | undefined;
  let start: number | undefined;
  let words = '';
  let line = 1;

  const end = () => {
    const text = words.replace(/\s+/g, ' ').trim();
    words = '';
    if (inside === 'cite') speaker = text.replace(/:$/, '').trim() || undefined;
    else if (inside === 'time') {
      start = parseTimestamp(text.replace(/^[[(]|[\])]$/g, ''));
      if (start === undefined) {
        problems.push({
          code: 'bad-timing',
          severity: 'error',
          line,
          message: `“${text.slice(0, 60)}” is not a time.`,
        });
      }
    } else if (inside === 'p' && text !== '') {
      const last = cues.at(-1);
      if (start !== undefined) cues.push({ start, line, text, ...(speaker === undefined ? {} : { speaker }) });
      else if (last) cues[cues.length - 1] = { ...last, text: `${last.text}\n${text}` };
      else {
        problems.push({
          code: 'text-without-timing',
          severity: 'error',
          line,
          message: `“${text.slice(0, 60)}” has no time before it; it is left out.`,
        });
      }
      start = undefined;
    }
    inside = undefined;
  };

  scanHtml(source, {
    open(tag, _attribute, at) {
      if (tag === 'br') words += ' ';
      if (tag !== 'cite' && tag !== 'time' && tag !== 'p') return;
      within = tag === 'p' || inside === 'p';
      end();
      inside = tag;
      line = at;
    },
    close(tag) {
      if (tag === 'p') within = false;
      if (tag !== inside) return;
      end();
      if (within) inside = 'p';
    },
    text(text) {
      if (inside) words += text;
    },
  });
  end();
  return { cues: closeEnds(cues), problems };
}
