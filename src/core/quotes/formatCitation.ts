import { formatSeconds } from '../time.ts';
import { escapeBibtex } from '../text/escape.ts';
import { citedName, initials, type CitedName } from './names.ts';
import { formatSpan, quotedWords, type Quotation, type QuoteOptions } from './quote.ts';

/**
 * APA, 7th edition (§10.12, podcast episode; §8.28, a passage by its time stamp): the quote with its in-text citation,
 * and the entry of the reference list. Without a host the title leads, without a date it says `n.d.`
 */
export function formatApa(quote: Quotation, options: QuoteOptions): string {
  const { from, link } = quote;
  const hosts = hostsOf(quote);
  const date = dateOf(from.airDate);
  const families = hosts.map(({ family }) => family);
  const cited =
    families.length === 0 ? `“${from.title}”` : families.length > 2 ? `${families[0]} et al.` : families.join(' & ');
  const inText = [cited, date ? date.year : 'n.d.', ...(options.times ? [formatSpan(quote)] : [])].join(', ');

  const written = hosts.map(({ family, given }) => [family, initials(given)].filter(Boolean).join(', '));
  const authors = written.length > 1 ? `${written.slice(0, -1).join(', ')}, & ${written.at(-1)}` : written[0];
  const role = hosts.length > 1 ? '(Hosts)' : '(Host)';
  const when = date ? `(${date.year}, ${MONTHS[date.month - 1]} ${date.day})` : '(n.d.)';
  const title = `${from.title}${from.number === undefined ? '' : ` (No. ${from.number})`} [Audio podcast episode]`;
  const entry = [
    ...(authors === undefined ? [`${title}.`, `${when}.`] : [`${authors} ${role}. ${when}.`, `${title}.`]),
    ...(from.show ? [`In ${stopped(from.show)}`] : []),
    link,
  ].join(' ');
  return `“${quotedWords(quote)}” (${inText}).\n\n${entry}\n`;
}

/** MLA, 9th edition: the quote with its in-text citation, and the entry of the list of works cited. */
export function formatMla(quote: Quotation, options: QuoteOptions): string {
  const { from, link } = quote;
  const hosts = hostsOf(quote);
  const date = dateOf(from.airDate);
  const [first, second] = hosts;
  const cited = !first
    ? `“${from.title}”`
    : hosts.length > 2
      ? `${first.family} et al.`
      : hosts.map(({ family }) => family).join(' and ');
  const inText = [cited, ...(options.times ? [formatSpan(quote)] : [])].join(' ');

  const inverted = first && [first.family, first.given].filter(Boolean).join(', ');
  const others =
    hosts.length > 2 ? ', et al.' : second ? `, and ${[second.given, second.family].join(' ').trim()}` : '';
  const entry = [
    ...(inverted ? [`${inverted}${others}, ${hosts.length > 1 ? 'hosts' : 'host'}.`] : []),
    `“${stopped(from.title)}”`,
    `${[
      from.show,
      from.number === undefined ? '' : `episode ${from.number}`,
      date ? `${date.day} ${SHORT_MONTHS[date.month - 1]} ${date.year}` : '',
      link,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  ].join(' ');
  return `“${quotedWords(quote)}” (${inText}).\n\n${entry}\n`;
}

/** BibTeX: an entry that every style can print, the time and the words in its note. */
export function formatBibtex(quote: Quotation, options: QuoteOptions): string {
  const { from, start } = quote;
  const date = dateOf(from.airDate);
  const name = [from.show, from.number].filter((part) => part !== undefined && part !== '').join(' ');
  const words = `\`\`${escapeBibtex(quotedWords(quote))}''`;
  const fields: (readonly [string, string])[] = [
    ['author', hostsOf(quote).map(bibtexName).join(' and ')],
    // A second pair of braces keeps the title's capitals.
    ['title', `{${escapeBibtex(from.title)}}`],
    ['howpublished', escapeBibtex(name === '' ? 'Podcast' : `${name}, podcast`)],
    ['year', date ? String(date.year) : ''],
    ['month', date ? String(date.month) : ''],
    // An address is read letter by letter; only what would end the field is written otherwise.
    ['url', quote.link.replace(/[{}\\\s]/g, (sign) => encodeURIComponent(sign))],
    ['note', options.times ? `${formatSpan(quote).replace('–', '--')}: ${words}` : words],
  ];
  const key = `${from.slug.replace(/[^\w-]/g, '') || 'quote'}-${formatSeconds(Math.floor(start))}`;
  const lines = fields.filter(([, value]) => value !== '').map(([field, value]) => `  ${field} = {${value}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

function hostsOf({ from }: Quotation): CitedName[] {
  return from.people
    .filter(({ role, name }) => role === 'host' && name.trim() !== '')
    .map(({ name }) => citedName(name));
}

/** In braces where a name holds what BibTeX reads as a border between names or between their parts. */
function bibtexName({ family, given }: CitedName): string {
  const guarded = [family, given].map((part) =>
    /,|\band\b/i.test(part) ? `{${escapeBibtex(part)}}` : escapeBibtex(part),
  );
  return guarded.filter(Boolean).join(', ');
}

function dateOf(iso: string | undefined): { year: number; month: number; day: number } | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '') ?? [];
  if (year === undefined || !(Number(month) >= 1 && Number(month) <= 12)) return undefined;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** With a full stop, unless it ends with a stop of its own. */
function stopped(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SHORT_MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];
