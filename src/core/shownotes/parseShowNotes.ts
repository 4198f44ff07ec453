import type { List, ListItem, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Problem } from '../problem.ts';
import { mendEncoding } from '../text/mendEncoding.ts';
import { parseLength } from '../time.ts';
import type { NotesLink, Person, ShowNotes, Sponsor, Tag } from './showNotes.ts';

type Draft = { -readonly [key in keyof ShowNotes]: ShowNotes[key] } & {
  people: Person[];
  sponsors: Sponsor[];
  links: NotesLink[];
  tags: Tag[];
};

/**
 * Reads show notes in Markdown: the shapes that podcast hosts publish, told apart by the words of their
 * headings. A misread encoding is mended first. Raw HTML, such as an embedded player, is passed over.
 * Never throws.
 */
export function parseShowNotes(source: string): { readonly notes: ShowNotes; readonly problems: Problem[] } {
  const { text, mended } = mendEncoding(source);
  const problems: Problem[] = [];
  if (mended) {
    problems.push({
      code: 'encoding-mended',
      severity: 'warning',
      line: 0,
      message: `The text was UTF-8 misread as ${mended === 'mac-roman' ? 'Mac Roman' : 'windows-1252'}; its characters were put right.`,
    });
  }
  const draft: Draft = { people: [], sponsors: [], links: [], tags: [] };
  let section: Section = 'about';
  for (const node of (fromMarkdown(text) as Root).children) {
    if (node.type === 'heading') {
      if (node.depth === 1 && draft.title === undefined) Object.assign(draft, splitTitle(plain(node)));
      else section = sectionOf(plain(node));
    } else {
      readInto(draft, section, node, problems);
    }
  }
  return { notes: draft, problems };
}

type Section = 'about' | 'hosts' | 'guests' | 'sponsors' | 'links' | 'tags';

function sectionOf(heading: string): Section {
  if (/\btags?\b|\bkeywords?\b/i.test(heading)) return 'tags';
  if (/\bsponsor/i.test(heading)) return 'sponsors';
  if (/\bguests?\b/i.test(heading)) return 'guests';
  if (/\bhosts?\b|\bpeople\b|\bpanel\b|\bcrew\b/i.test(heading)) return 'hosts';
  if (/\blinks?\b|\breferences?\b|\bshow ?notes\b|\bresources?\b|\bmentioned\b/i.test(heading)) return 'links';
  return 'about';
}

function readInto(draft: Draft, section: Section, node: RootContent, problems: Problem[]): void {
  if (node.type === 'list') return readList(draft, section, node, problems);
  if (node.type !== 'paragraph') return;
  if (section === 'tags') draft.tags.push(...tagsOf(node));
  else if (section === 'about') {
    const text = plain(node).trim();
    if (text !== '') draft.about = draft.about === undefined ? text : `${draft.about}\n\n${text}`;
  }
}

function readList(draft: Draft, section: Section, list: List, problems: Problem[]): void {
  for (const item of list.children) {
    const link = leadingLink(item);
    const line = item.position?.start.line ?? 0;
    if (section === 'tags') {
      draft.tags.push(...tagsOf(item));
    } else if (section === 'hosts' || section === 'guests') {
      draft.people.push(personOf(item, link, section));
    } else if (section === 'sponsors') {
      const name = link?.title ?? plain(item).split(/[:—–]/, 1)[0]!.trim();
      draft.sponsors.push({ name, ...(link ? { url: link.url } : {}), ...optional('blurb', remark(item, name)) });
    } else if (link) {
      draft.links.push({ title: link.title, url: link.url, ...optional('quote', remark(item, link.title)) });
    } else if (!readFact(draft, plain(item)) && section === 'links') {
      problems.push({
        code: 'link-without-address',
        severity: 'warning',
        line,
        message: `“${plain(item).slice(0, 60)}” has no link.`,
      });
    }
  }
}

/** "Key: value" lines that state a fact of the episode. */
function readFact(draft: Draft, text: string): boolean {
  const [, key = '', value = ''] = /^([\w ]{2,24}):\s*(.+)$/.exec(text.trim()) ?? [];
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

function personOf(item: ListItem, link: NotesLink | undefined, section: 'hosts' | 'guests'): Person {
  // A show may list its guest among the hosts; the address of the guest's page tells.
  const role = section === 'guests' || /\/guests?\//i.test(link?.url ?? '') ? 'guest' : 'host';
  return { name: link?.title ?? plain(item).trim(), role, ...(link ? { url: link.url } : {}) };
}

function tagsOf(node: Nodes): Tag[] {
  const linked = linksIn(node).map(({ title, url }): Tag => ({ name: title, url }));
  if (linked.length > 0) return linked;
  return plain(node)
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

/** What an item says behind its first words: `[name](url): [blurb](url)`, `[title](url) — quote`. */
function remark(item: ListItem, name: string): string | undefined {
  const whole = plain(item).trim();
  const rest = whole.startsWith(name.trim()) ? whole.slice(name.trim().length) : '';
  const said = rest.replace(/^\s*(?:[:—–|]|-{1,2}(?=\s))\s*/, '').trim();
  return said === '' ? undefined : said;
}

function leadingLink(item: ListItem): NotesLink | undefined {
  return linksIn(item)[0];
}

function linksIn(node: Nodes): NotesLink[] {
  if (node.type === 'link') {
    const title = plain(node).replace(/\s+/g, ' ').trim();
    return [{ title: title === '' ? node.url : title, url: node.url }];
  }
  return 'children' in node ? node.children.flatMap(linksIn) : [];
}

/** A node's words, without markup; raw HTML is none of them. */
function plain(node: Nodes | Paragraph): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(plain).join('') : '';
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}
