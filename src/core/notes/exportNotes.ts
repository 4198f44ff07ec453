import { episodeName, fullName, type EpisodeCard } from '../episode/episode.ts';
import { formatPlace } from '../link.ts';
import { formatClock, formatSeconds } from '../time.ts';
import type { NotesContext } from './formatNotes.ts';
import type { Note } from './note.ts';

/**
 * Notes as Markdown with the front matter that Obsidian reads (YAML), a heading for each episode, and for each note its
 * quote, its words, its tags, and one link to its moment.
 */
export function formatNotesMarkdown(notes: readonly Note[], context: NotesContext): string {
  const slugs = [...new Set(notes.map(({ episode }) => episode))];
  const groups = slugs.map((slug) => [slug, notes.filter(({ episode }) => episode === slug)] as const);
  const titles = groups.map(([slug]) => titleOf(slug, context.episodes));
  const tags = [...new Set(notes.flatMap((note) => note.tags.map(tagWord)))];
  const front = [
    '---',
    `title: ${yaml(titles.length === 1 ? `Notes on ${titles[0]}` : 'Notes')}`,
    ...(titles.length === 0 ? [] : ['episodes:', ...titles.map((title) => `  - ${yaml(title)}`)]),
    ...(tags.length === 0 ? [] : ['tags:', ...tags.map((tag) => `  - ${yaml(tag)}`)]),
    `source: ${yaml(context.page)}`,
    '---',
  ];
  const parts = groups.flatMap(([slug, list], i) => [
    `# ${oneLine(titles[i]!)}`,
    ...list.map((note) => noteAsMarkdown(note, slug, context.page)),
  ]);
  return `${[front.join('\n'), ...parts].join('\n\n')}\n`;
}

function noteAsMarkdown({ body, tags, colour, target }: Note, slug: string, page: string): string {
  const link = `[[${formatClock(target.start)}]](${linkTo(page, slug, target)})`;
  const marks = [...tags.map((tag) => `#${tagWord(tag)}`), ...(colour ? [`(${colour})`] : [])];
  return [
    [link, ...marks].join(' '),
    ...(target.quote.exact === '' ? [] : [`> ${target.quote.exact.replaceAll('\n', '\n> ')}`]),
    ...(body.trim() === '' ? [] : [body.trim()]),
  ].join('\n\n');
}

/** Obsidian's tags have no spaces and none of the signs that end a word. */
const tagWord = (tag: string) => tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '') || 'tag';
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
/** A YAML 1.2 scalar: JSON's strings are all of them YAML's. */
const yaml = (text: string) => JSON.stringify(oneLine(text));

/**
 * Notes as comma-separated values (RFC 4180) with the columns that Readwise's import takes. What is noted where nothing is
 * said is its own highlight; tags stand in front of the note in Readwise's way, `.tag`.
 */
export function formatNotesCsv(notes: readonly Note[], { episodes, page }: NotesContext): string {
  const rows = notes.map(({ episode, body, tags, target, created }) => {
    const card = episodes.find(({ slug }) => slug === episode);
    const quoted = target.quote.exact !== '';
    const tagged = tags.map((tag) => `.${tagWord(tag)}`).join(' ');
    return [
      quoted ? target.quote.exact : body || formatClock(target.start),
      titleOf(episode, episodes),
      card ? episodeName({ show: card.show }) : '',
      linkTo(page, episode, target),
      [tagged, quoted ? body : ''].filter(Boolean).join(' '),
      formatSeconds(Math.floor(target.start)),
      created.slice(0, 19).replace('T', ' '),
    ];
  });
  const header = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

const csvField = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Notes as W3C Web Annotations (Web Annotation Data Model 2017) in JSON-LD, on one page of a collection. */
export function formatNotesJsonLd(notes: readonly Note[], context: NotesContext): string {
  const items = notes.map((note) => annotationOf(note, context.page));
  const page = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: context.page, type: 'AnnotationPage', items };
  return `${JSON.stringify(page, null, 2)}\n`;
}

function annotationOf({ id, episode, body, tags, colour, target, created, modified }: Note, page: string): object {
  const { exact, prefix, suffix } = target.quote;
  const highlight = body.trim() === '';
  return {
    id: UUID.test(id) ? `urn:uuid:${id}` : `urn:hourline:${formatPlace({ slug: id }).slice(2)}`,
    type: 'Annotation',
    motivation: highlight ? (tags.length > 0 ? 'tagging' : 'highlighting') : 'commenting',
    created,
    modified,
    ...(highlight && tags.length === 0
      ? {}
      : {
          body: [
            ...(highlight
              ? []
              : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: body }]),
            ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
          ],
        }),
    target: {
      source: linkTo(page, episode),
      ...(colour ? { styleClass: colour } : {}),
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: 'http://www.w3.org/TR/media-frags/',
          value: `t=${formatSeconds(target.start)},${formatSeconds(target.end)}`,
        },
        ...(exact === '' ? [] : [{ type: 'TextQuoteSelector', exact, prefix, suffix }]),
      ],
    },
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function titleOf(slug: string, episodes: readonly EpisodeCard[]): string {
  const card = episodes.find((one) => one.slug === slug);
  return card ? fullName(card) : slug;
}

function linkTo(page: string, slug: string, moment?: { readonly start: number }): string {
  return page + formatPlace(moment ? { slug, moment: { start: moment.start } } : { slug });
}
