import type { Problem } from '../problem.ts';
import { mendEncoding } from '../text/mendEncoding.ts';
import { parseLength } from '../time.ts';
import { linesOf, wordsOf, type Block, type Span } from './blocks.ts';
import { readHtmlBlocks } from './htmlBlocks.ts';
import { decodeReferences } from '../text/references.ts';
import { readMarkdownBlocks } from './markdownBlocks.ts';
import type { NotesLink, Person, ShowNotes, Sponsor, Tag } from './showNotes.ts';

type Draft = { -readonly [key in keyof ShowNotes]: ShowNotes[key] } & {
  people: Person[];
  sponsors: Sponsor[];
  links: NotesLink[];
  tags: Tag[];
  pictures: NotesLink[];
};

/** Longer show notes are some other document: they are read up to here (characters). */
const LONGEST = 500_000;

/**
 * Reads show notes in Markdown or HTML: the shapes that podcast hosts publish, told apart by the words of their
 * headings, or of lines that stand for headings ("Links:"). A misread encoding is mended first. Raw HTML in Markdown,
 * such as an embedded player, is passed over. Never throws.
 */
export function parseShowNotes(source: string): { readonly notes: ShowNotes; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  if (source.length > LONGEST) {
    problems.push(
      warn(
        'notes-too-long',
        0,
        `Show notes are read up to ${LONGEST.toLocaleString('en')} characters; the rest is left out.`,
      ),
    );
  }
  const { text, mended } = mendEncoding(source.slice(0, LONGEST));
  if (mended) {
    const codePage = mended === 'mac-roman' ? 'Mac Roman' : 'windows-1252';
    problems.push(
      warn('encoding-mended', 0, `The text was UTF-8 misread as ${codePage}; its characters were put right.`),
    );
  }
  const draft: Draft = { people: [], sponsors: [], links: [], tags: [], pictures: [] };
  let section: Section = 'about';
  for (const block of isHtml(text) ? readHtmlBlocks(text) : readMarkdownBlocks(text, decodeReferences)) {
    const words = wordsOf(block.spans).trim();
    for (const { text, url, isPicture } of block.spans) {
      if (isPicture && url !== undefined) draft.pictures.push({ title: text, url });
    }
    if (block.kind === 'heading' && (block.depth === 1 || draft.title === undefined) && sectionOf(words) === 'about') {
      if (draft.title === undefined && block.depth === 1) Object.assign(draft, splitTitle(words));
      else section = 'about';
    } else if (block.kind === 'heading' || isLabel(block)) section = sectionOf(words);
    else readInto(draft, section, block, problems);
  }
  return { notes: draft, problems };
}

type Section = 'about' | 'hosts' | 'guests' | 'sponsors' | 'links' | 'tags';

function isHtml(text: string): boolean {
  return /^\s*<(?:!doctype|html|body|div|p|h[1-6]|ul|ol|section|article)\b/i.test(text);
}

function sectionOf(heading: string): Section {
  if (/\btags?\b|\bkeywords?\b/i.test(heading)) return 'tags';
  if (/\bsponsor/i.test(heading)) return 'sponsors';
  if (/\bguests?\b/i.test(heading)) return 'guests';
  if (/\bhosts?\b|\bpeople\b|\bpanel\b|\bcrew\b/i.test(heading)) return 'hosts';
  if (/\blinks?\b|\breferences?\b|\bshow ?notes\b|\bresources?\b|\bmentioned\b/i.test(heading)) return 'links';
  return 'about';
}

/** A short line that ends in a colon and names a section stands for a heading. */
function isLabel({ kind, spans }: Block): boolean {
  const words = wordsOf(spans).trim();
  return kind === 'paragraph' && /^[\p{L}\s’']{3,40}:$/u.test(words) && sectionOf(words) !== 'about';
}

function readInto(draft: Draft, section: Section, block: Block, problems: Problem[]): void {
  if (section === 'tags') {
    draft.tags.push(...tagsOf(block.spans));
  } else if (block.kind === 'item') {
    readEntry(draft, section, block.spans, block.line, problems);
  } else if (section === 'about') {
    // Lines that state a fact are read as such; what remains is the text.
    const rest = linesOf(block.spans).filter((line) => !readFact(draft, wordsOf(line)));
    const text = rest.map(wordsOf).join('\n').trim();
    if (text !== '') draft.about = draft.about === undefined ? text : `${draft.about}\n\n${text}`;
  } else {
    // Some hosts write their lists as lines of one paragraph.
    for (const line of linesOf(block.spans))
      if (line.some(({ url, isPicture }) => url && !isPicture)) readEntry(draft, section, line, block.line, problems);
  }
}

function readEntry(draft: Draft, section: Section, spans: readonly Span[], line: number, problems: Problem[]): void {
  const words = wordsOf(spans).trim();
  const link = spans.find((span) => span.url !== undefined && !span.isPicture);
  const url = link?.url === undefined ? {} : { url: link.url };
  if (section === 'hosts' || section === 'guests') {
    // A show may list its guest among the hosts; the address of the guest's page tells.
    const role = section === 'guests' || /\/guests?\//i.test(link?.url ?? '') ? 'guest' : 'host';
    draft.people.push({ name: link?.text ?? words, role, ...url });
  } else if (section === 'sponsors') {
    const name = link?.text ?? words.split(/[:—–]/, 1)[0]!.trim();
    draft.sponsors.push({ name, ...url, ...optional('blurb', remark(words, name)) });
  } else if (link?.url !== undefined) {
    draft.links.push({ title: link.text, url: link.url, ...optional('quote', remark(words, link.text)) });
  } else if (!readFact(draft, words) && section === 'links' && !spans.some(({ isPicture }) => isPicture)) {
    problems.push(warn('link-without-address', line, `“${words.slice(0, 60)}” has no link.`));
  }
}

/** "Key: value" lines that state a fact of the episode. */
function readFact(draft: Draft, text: string): boolean {
  const [, key = '', value = ''] = /^([\w ]{2,24}):\s*(\S[^\n]{0,80})$/.exec(text.trim()) ?? [];
  if (/\b(?:date|published|aired)\b/i.test(key)) {
    const date = isoDate(value);
    if (date === undefined) return false;
    draft.airDate = date;
  } else if (/\b(?:duration|length|runtime)\b/i.test(key)) {
    const duration = parseLength(value);
    if (duration === undefined) return false;
    draft.duration = duration;
  } else return false;
  return true;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `2025-02-23`, `Feb 23, 2025`, `23 February 2025` → ISO; anything else is left alone rather than guessed. */
function isoDate(text: string): string | undefined {
  const iso = /\b(\d{4})-(\d\d)-(\d\d)\b/.exec(text);
  if (iso) return iso[0];
  const named =
    /\b([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})\b/i.exec(text) ??
    /\b(\d{1,2})\.? ([a-z]{3})[a-z]*\.?,? (\d{4})\b/i.exec(text);
  if (!named) return undefined;
  const [monthWord, day] = /^\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
  const month = MONTHS.indexOf(monthWord.toLowerCase()) + 1;
  return month === 0 ? undefined : `${named[3]}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function tagsOf(spans: readonly Span[]): Tag[] {
  const linked = spans.flatMap(({ text, url, isPicture }): Tag[] =>
    url === undefined || isPicture ? [] : [{ name: text, url }],
  );
  if (linked.length > 0) return linked;
  return wordsOf(spans)
    .split(/[,;\n]/)
    .map((name) => name.trim().replace(/^#/, ''))
    .filter((name) => name !== '')
    .map((name): Tag => ({ name }));
}

/** `LUP 603: All Your Kernels …`, `Episode 12 – Title`; a title without a number stays whole. */
function splitTitle(heading: string): Pick<ShowNotes, 'title' | 'showShort' | 'number'> {
  const parts = /^(?:([A-Z][A-Z\d]{1,9})|Episode|Ep\.?|(?=#))\s*#?(\d{1,6})\s*[:–—-]\s+(.+)$/.exec(heading.trim());
  if (!parts) return { title: heading.trim() };
  return { title: parts[3]!, ...(parts[1] === undefined ? {} : { showShort: parts[1] }), number: Number(parts[2]) };
}

/** What an entry says behind its first words: `[name](url): [blurb](url)`, `[title](url) — quote`. */
function remark(words: string, name: string): string | undefined {
  const rest = words.startsWith(name) ? words.slice(name.length) : '';
  const said = rest.replace(/^\s*(?:[:—–|]|-{1,2}(?=\s))\s*/, '').trim();
  return said === '' ? undefined : said;
}

function warn(code: string, line: number, message: string): Problem {
  return { code, severity: 'warning', line, message };
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}
