import type { Problem } from '../problem.ts';
import { mendEncoding } from '../text/mendEncoding.ts';
import { parseLength } from '../time.ts';
import { isLink, linesOf, splitSpans, wordsOf, type Block, type Span } from './blocks.ts';
import { readHtmlBlocks } from './htmlBlocks.ts';
import { decodeReferences } from '../text/references.ts';
import { readMarkdownBlocks } from './markdownBlocks.ts';
import { bareName, peopleIn } from './people.ts';
import { labelOf, sectionOf, type Section } from './sections.ts';
import type { NotesLink, Person, ShowNotes, Sponsor, Tag } from './showNotes.ts';
import { findTitle, splitTitle } from './title.ts';

type Draft = { -readonly [key in keyof ShowNotes]: ShowNotes[key] } & {
  people: Person[];
  sponsors: Sponsor[];
  links: NotesLink[];
  tags: Tag[];
  pictures: NotesLink[];
};

/** What is read so far; a list grows cheaply where a text would not. */
interface Reading {
  readonly draft: Draft;
  readonly about: string[];
  /** All links, wherever they stand: those that are listed nowhere join the links at the end. */
  readonly seen: NotesLink[];
  readonly problems: Problem[];
}

/** Longer show notes are some other document: they are read up to here (characters). */
const LONGEST = 500_000;

/**
 * Reads show notes in Markdown or HTML: the shapes that podcast hosts publish, told apart by the words of their
 * headings, or of lines that stand for headings ("Links:"). What is no entry of a section is text of `about`; a link
 * within a text is one of the links. A misread encoding is mended first. Raw HTML in Markdown, such as an embedded player,
 * is passed over. Never throws.
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
  const reading: Reading = { draft, about: [], seen: [], problems };
  const blocks = isHtml(text) ? readHtmlBlocks(text) : readMarkdownBlocks(text, decodeReferences);
  const title = findTitle(blocks);
  let section: Section = 'about';
  for (const block of blocks) {
    for (const { text, url, isPicture } of block.spans) {
      if (isPicture && url !== undefined) draft.pictures.push({ title: text, url });
      else if (url !== undefined && /^https?:/i.test(url)) reading.seen.push({ title: text, url });
    }
    const words = wordsOf(block.spans).trim();
    if (block === title) {
      Object.assign(draft, splitTitle(words));
      section = 'about';
    } else if (block.kind === 'heading') section = sectionOf(words);
    else
      for (const part of splitAtLabels(block, section))
        if (part.label) section = part.label;
        else readInto(reading, part.own ?? section, part);
  }
  if (reading.about.length > 0) draft.about = reading.about.join('').trim();
  draft.links = uniqueLinks(reading);
  return { notes: draft, problems };
}

/** By its first element, or by its closing tags where nothing in it is Markdown. */
function isHtml(text: string): boolean {
  return (
    /^\s*<(?:!doctype|html|body|div|p|h[1-6]|ul|ol|section|article)\b/i.test(text) ||
    (/<(?:p\b[^>]{0,99}|\/(?:p|div|h[1-6]|li))>/i.test(text) && !/^[ \t]*(?:#{1,6}|[-*+])[ \t]|\]\(/m.test(text))
  );
}

/** Of a block: a label, which begins a section, or what belongs to the section that it stands in, or to its `own`. */
type Part = Pick<Block, 'kind' | 'line' | 'spans'> & { readonly label?: Section; readonly own?: Section };

/** A label needs no blank line around it: "Links:" begins its section within a paragraph, or behind an item. */
function splitAtLabels(block: Block, section: Section): Part[] {
  const mayHave = block.kind !== 'code' && block.spans.some(({ text, strong }) => strong || text.includes(':'));
  const lines = mayHave ? linesOf(block.spans) : [];
  const isAlone = block.kind !== 'item' && lines.filter((line) => wordsOf(line).trim() !== '').length === 1;
  const labels = lines.map((line, i) => (i > 0 || block.kind !== 'item' ? labelOf(line, isAlone, section) : undefined));
  const labelled = lines.map((line, i) => (labels[i] ? undefined : readLabelled(line, section, block.kind === 'item')));
  if (![...labels, ...labelled].some(Boolean)) return [block];
  const parts: Part[] = [];
  let text: Span[][] = [];
  const end = (before: number) => {
    const first = before - text.length;
    const kind = first === 0 ? block.kind : 'paragraph';
    const spans = text.flatMap((line, i) => (i === 0 ? line : [{ text: '\n' }, ...line]));
    if (spans.length > 0) parts.push({ kind, line: block.line + first, spans });
    text = [];
  };
  lines.forEach((line, i) => {
    const label = labels[i];
    const own = labelled[i];
    if (!label && !own) text.push(line);
    else {
      end(i);
      parts.push({ kind: 'paragraph', line: block.line + i, spans: line, ...(label ? { label } : own) });
    }
  });
  end(lines.length);
  return parts;
}

/**
 * A line that says behind its label whom or what it lists: "Hosts: Ann Lee & Bob Jones". Others are text, label and all; so
 * are, in a section's list, items and links, which are of that list.
 */
function readLabelled(
  line: readonly Span[],
  section: Section,
  isItem: boolean,
): Required<Pick<Part, 'own' | 'spans'>> | undefined {
  let left = wordsOf(line).indexOf(':') + 1;
  if (left === 0 || (section !== 'about' && (isItem || line.some(isLink)))) return undefined;
  const own = labelOf([{ text: wordsOf(line).slice(0, left) }], false, 'about');
  if (!own || own === 'links') return undefined;
  const spans = line.flatMap((span) => {
    const text = span.text.slice(left);
    left = Math.max(0, left - span.text.length);
    return text === '' ? [] : [{ ...span, text }];
  });
  const isList = isPeople(own)
    ? peopleIn(spans, false).length > 0
    : own === 'tags'
      ? !/[.!?](?:\s|$)|^\s*$/.test(wordsOf(spans))
      : spans.some(isLink);
  return isList ? { own, spans } : undefined;
}

function readInto(reading: Reading, section: Section, block: Part): void {
  if (section === 'tags') for (const tag of tagsOf(block.spans)) reading.draft.tags.push(tag);
  else if (block.kind === 'item') {
    if (!readEntry(reading, section, block)) say(reading, wordsOf(block.spans), true);
  } else {
    // Some hosts write their lists as lines of one paragraph; lines that state a fact are read as such.
    const rest = linesOf(block.spans).filter(
      (spans) =>
        !(section === 'about'
          ? readFact(reading.draft, wordsOf(spans))
          : (spans.some(isLink) || isPeople(section)) && readEntry(reading, section, { ...block, spans })),
    );
    say(reading, rest.map(wordsOf).join('\n'), false);
  }
}

/** Adds to the text; items that follow one another stand on lines of their own. */
function say({ about }: Reading, words: string, isItem: boolean): void {
  const text = words.trim();
  if (text === '') return;
  const follows = isItem && about.at(-1)?.trimStart().startsWith('• ');
  about.push(`${follows ? '\n' : '\n\n'}${isItem ? '• ' : ''}${text}`);
}

const isPeople = (section: Section): section is 'hosts' | 'guests' => section === 'hosts' || section === 'guests';

/** Reads an entry of a section; `false` where it is none. */
function readEntry({ draft, problems }: Reading, section: Section, { kind, line, spans }: Part): boolean {
  const words = wordsOf(spans).trim();
  const links = spans.filter(isLink) as (Span & { url: string })[];
  const [link] = links;
  if (isPeople(section)) {
    const found = peopleIn(spans, kind === 'item');
    // An item names someone even where it looks like no name; what only leads somewhere doesn't.
    if (found.length === 0 && kind === 'item' && !link) found.push({ name: words });
    // A show may list its guest among the hosts; the address of the guest's page tells.
    for (const { name, ...page } of found) {
      const isGuest = section === 'guests' || /\/guests?\//i.test(page.url ?? '');
      draft.people.push({ name, role: isGuest ? 'guest' : 'host', ...page });
    }
    return found.length > 0;
  }
  if (section === 'about' && !link) return readFact(draft, words) || spans.every(({ isPicture }) => isPicture);
  // `[One](…), [Two](…)`: each is an entry. A bare address has its name before it.
  const isRow = spans.every((span) => isLink(span) || /^(?:[\s,;&|/·]|and(?!\S))*$/.test(span.text));
  const at = link ? spans.indexOf(link) : 0;
  const before = bareName(wordsOf(spans.slice(0, at))).replace(/\s+/g, ' ');
  const isNamedBefore = before !== '' && link?.text === link?.url;
  const rest = isNamedBefore ? wordsOf(spans.slice(at + 1)) : words;
  const title = link && !isNamedBefore ? link.text : before;
  if (section === 'sponsors') {
    if (isRow) for (const { text, url } of links) draft.sponsors.push({ name: text, url });
    else {
      const name = link ? title : words.split(/[:—–]/, 1)[0]!.trim();
      const blurb = remark(rest, isNamedBefore ? '' : name);
      draft.sponsors.push({ name, ...optional('url', link?.url), ...optional('blurb', blurb) });
    }
  } else if (link && (section === 'links' || before === '')) {
    const quote = isRow ? undefined : remark(rest, isNamedBefore ? '' : title);
    draft.links.push({ title, url: link.url, ...optional('quote', quote) });
    for (const { text, url } of links.slice(1)) if (url !== link.url) draft.links.push({ title: text, url });
  } else if (section === 'about') return false;
  else if (!readFact(draft, words) && !spans.some(({ isPicture }) => isPicture)) {
    problems.push(warn('link-without-address', line, `“${words.slice(0, 60)}” has no link; it stays in the text.`));
    return false;
  }
  return true;
}

/** The listed links, then those seen elsewhere which no list has. */
function uniqueLinks({ draft, seen }: Reading): NotesLink[] {
  const names = new Set<string>();
  const listed = draft.links.filter(({ title, url }) => {
    const isNew = !names.has(`${url}\n${title}`);
    names.add(`${url}\n${title}`);
    return isNew;
  });
  const known = new Set([...draft.links, ...draft.people, ...draft.sponsors, ...draft.tags].map(({ url }) => url));
  const others = seen.filter(({ url }) => !known.has(url) && known.add(url));
  return [...listed, ...others];
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
  return splitSpans(spans, /[,;\n]/).flatMap((part): Tag[] => {
    const links = part.filter(isLink);
    if (links.length > 0) return links.map(({ text, url }) => ({ name: text, url: url! }));
    const name = wordsOf(part).trim().replace(/^#/, '');
    return name === '' || part.some(({ isPicture }) => isPicture) ? [] : [{ name }];
  });
}

/** What an entry says behind its first words: `[name](url): [blurb](url)`, `[title](url) — quote`. */
function remark(words: string, name: string): string | undefined {
  const rest = words.startsWith(name) ? words.slice(name.length) : '';
  const said = rest.replace(/^\s*(?:[:—–|)]|-{1,2}(?=\s))\s*/, '').trim();
  return /[\p{L}\p{N}]/u.test(said) ? said : undefined;
}

function warn(code: string, line: number, message: string): Problem {
  return { code, severity: 'warning', line, message };
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}
