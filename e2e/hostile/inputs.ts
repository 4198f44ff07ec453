import { formatBackup } from '../../src/core/notes/backup.ts';
import type { payloads, Payload } from './payloads.ts';

/** Files that are opened together, as a visitor would drop them. */
export interface Opening {
  readonly what: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

type Corpus = ReturnType<typeof payloads>;

const clock = (seconds: number, sign: string) =>
  new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', sign);
const span = (i: number, sign: string) => `${clock(i * 4, sign)} --> ${clock(i * 4 + 3, sign)}`;
const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** Every kind of document that can be opened, each full of payloads; names of files come last. */
export function hostileFiles(corpus: Corpus): Opening[] {
  const { all, addresses, markup, cues } = corpus;
  const vtt = [
    'WEBVTT <img src=x>',
    ...cues.filter(({ text }) => /^(?:STYLE|REGION|NOTE)/.test(text)).map(({ text }) => text),
    ...all.map(({ text }, i) => `${text.split('\n')[0]!.replace('-->', '-- >')}\n${span(i, '.')}\n${text}`),
    ...all.map(({ text }, i) => `${span(all.length + i, '.')}\n<v ${oneLine(text)}>said by it</v>`),
  ].join('\n\n');
  const srt = all.map(({ text }, i) => `${i + 1}\n${span(i, ',')}\n${oneLine(text)}: says this\n${text}\n`).join('\n');
  const json = JSON.stringify({
    version: '1.0.0',
    segments: all.map(({ text }, i) => ({ speaker: text, startTime: i * 4, endTime: i * 4 + 3, body: text })),
  });
  const html = all
    .map(({ text }, i) => `<cite>${text}:</cite><time>${clock(i * 4, '.')}</time><p>${text}</p>`)
    .join('\n');
  const plain = all.map(({ text }, i) => `[${clock(i * 4, '.').slice(0, 8)}] ${text}`).join('\n');

  return [
    {
      what: 'WebVTT with everything beside it',
      files: [
        { name: 'one.vtt', text: vtt },
        { name: 'one.show-notes.md', text: markdown(corpus) },
        { name: 'one.chapters.json', text: chapters(all) },
        { name: 'one.segments.json', text: segments(all) },
      ],
    },
    {
      what: 'JSON with show notes in HTML and facts',
      files: [
        { name: 'two/transcript.json', text: json },
        { name: 'two/show-notes.html', text: notesInHtml(corpus) },
        { name: 'two/chapters.json', text: podlove(all) },
        { name: 'two/episode.json', text: facts(all) },
      ],
    },
    { what: 'SubRip', files: [{ name: 'three.srt', text: srt }] },
    { what: 'HTML', files: [{ name: 'four.html', text: html }] },
    { what: 'plain text', files: [{ name: 'five.txt', text: plain }] },
    { what: 'keys of JSON', files: keys },
    {
      what: 'names of files',
      files: [...markup, ...addresses].map(({ text }, i) => ({
        name: `${text}.${['vtt', 'srt', 'png', 'json'][i % 4]}`,
        text: i % 4 === 2 ? 'a picture' : `WEBVTT\n\n${span(i, '.')}\nwords of file ${i}`,
      })),
    },
  ];
}

function markdown({ all, addresses, markup }: Corpus): string {
  const link = ({ text }: Payload) => `- [words](${text})\n- [words](<${text}>)\n- <${text}>\n- ${text}`;
  const words = ({ text }: Payload) => `- [${text}](https://x.test/) ${text}`;
  return [
    `# XSS 7: ${markup[0]!.text}`,
    ...all.map(({ text }) => `${text}\n\n![${text}](${oneLine(text)})`),
    `## Links`,
    ...addresses.map(link),
    ...markup.map(words),
    // The same roads lead through these, so a part of it will do.
    ...['Hosts', 'Guests', 'Sponsors', 'Tags'].map((name, i) =>
      [`## ${name}`, ...addresses.slice(i).map(words), ...markup.filter((_, at) => at % 4 === i).map(link)].join(
        '\n\n',
      ),
    ),
    ...addresses.map(({ text }, i) => `[${i}]: ${text}`),
  ].join('\n\n');
}

function notesInHtml({ all, addresses }: Corpus): string {
  const quoted = (text: string) => text.replaceAll('"', '&quot;');
  const link = ({ text }: Payload) =>
    `<li><a href="${quoted(text)}" onclick="${quoted(text)}">words</a> <a href=${text}>more</a> <img src="${quoted(text)}" alt="${quoted(text)}"></li>`;
  return [
    '<h1>A talk</h1>',
    ...all.map(({ text }) => `<p>${text}</p>`),
    ...['Hosts', 'Sponsors', 'Links', 'Tags'].map((name) => `<h2>${name}</h2><ul>${addresses.map(link).join('')}</ul>`),
  ].join('\n');
}

function chapters(all: readonly Payload[]): string {
  return JSON.stringify({
    version: '1.2.0',
    title: all[0]!.text,
    chapters: all.map(({ text }, i) => ({
      startTime: i * 4,
      title: text,
      img: text,
      url: text,
      location: { name: text },
    })),
  });
}

function podlove(all: readonly Payload[]): string {
  return JSON.stringify(all.map(({ text }, i) => ({ start: clock(i * 4, '.'), title: text, href: text, image: text })));
}

function segments(all: readonly Payload[]): string {
  return JSON.stringify({
    sections: all.map(({ text }, i) => ({ start: i * 8, kind: i % 3 ? 'topic' : text, title: text, [text]: text })),
  });
}

/** Every fact that is a text is a payload; those that are addresses are checked by kind, so the last of many counts. */
function facts(all: readonly Payload[]): string {
  const joined = all.map(({ text }) => text).join(' ');
  const live = 'https://x.test/"onmouseover="ran(0)"><img/src/onerror=ran(0)>';
  return JSON.stringify({
    show: joined,
    title: joined,
    guid: joined,
    source: joined,
    page: live,
    audio: { url: live, type: joined },
    airDate: '2025-02-30',
    ...Object.fromEntries(all.map(({ text }) => [text, text])),
  });
}

/**
 * A backup as somebody else may have written it: its checksum fits, its notes are notes, and all else is whatever it likes.
 * `slug` is an episode that the page has.
 */
export function hostileBackup({ all, addresses }: Corpus, slug: string): string {
  const when = '2026-01-02T03:04:05.678Z';
  const section = { kind: 'topic', start: 0, end: 9, confidence: 1, origin: 'edited', parts: [] };
  return formatBackup({
    made: when,
    notes: all.map(({ text }, i) => ({
      id: i % 9 === 0 ? ['__proto__', 'constructor', text][i % 3]! + i : text,
      episode: i % 5 === 0 ? text : slug,
      body: `${text}\n\n[words](${oneLine(text)}) **${text}** \`${text}\` <${text}>\n\n![${text}](${text})`,
      tags: [text, '__proto__'],
      target: { start: i * 3, end: i * 3 + 2, quote: { exact: text, prefix: text, suffix: text } },
      created: when,
      modified: i % 7 === 0 ? text : when,
      revision: 1,
      ...(i % 4 === 0 ? { copyOf: text } : {}),
    })),
    rest: {
      shelf: all.flatMap(({ text }, i) => [
        [
          `card:x${i}`,
          { slug: `x${i}`, show: text, title: text, duration: 9, coverage: { start: 0, end: 9 }, digest: '' },
        ],
        [`card:${text}`, i % 2 ? text : { title: { [text]: text } }],
        [`files:x${i}`, [{ name: text, bytes: { 'hourline-bytes': btoa('WEBVTT') } }]],
      ]),
      outlines: [
        [slug, { version: 1, sections: all.map(({ text }, i) => ({ ...section, id: text, title: text, start: i })) }],
        ['__proto__', { version: 1, sections: [{}], links: [null, 1, ['x']] }],
        ...addresses.map(({ text }) => [text, text] as const),
      ],
      listening: [[`listening:${slug}`, { version: 1, position: '1', ranges: all.map(({ text }) => text) }]],
      preferences: [
        ['hourline:recent', JSON.stringify(all.map(({ text }) => text))],
        ...['theme', 'text-size', 'line-width', 'shortcuts'].map((name) => [`hourline:${name}`, all[0]!.text] as const),
        ...addresses.map(({ text }) => [`hourline:${text}`, text] as const),
      ],
    },
  });
}

/** Names of fields that reach into what every object has. */
const POLLUTION =
  '"__proto__":{"polluted":1,"text":"x"},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1},"toString":1,"valueOf":null,"hasOwnProperty":0,"then":1,"length":1e308';
const keys = [
  {
    name: 'six/transcript.json',
    text: `{${POLLUTION},"segments":[{${POLLUTION},"speaker":"__proto__","startTime":1,"endTime":2,"body":"__proto__ constructor"},{"speaker":"constructor","startTime":3,"endTime":4,"body":"toString"},{"startTime":1e308,"endTime":-1e308,"body":"far"},{"startTime":5,"endTime":null,"body":"open"}]}`,
  },
  { name: 'six/episode.json', text: `{${POLLUTION},"title":"__proto__","show":"constructor","number":7}` },
  {
    name: 'six/chapters.json',
    text: `{${POLLUTION},"chapters":[{${POLLUTION},"startTime":0,"title":"__proto__"},{"startTime":2,"title":"__proto__"}]}`,
  },
  {
    name: 'six/segments.json',
    text: `{${POLLUTION},"sections":[{${POLLUTION},"start":0,"title":"__proto__","kind":"constructor"}]}`,
  },
  {
    name: 'six/show-notes.md',
    text: '# __proto__\n\n## Links\n\n- [__proto__](https://x.test/)\n- [constructor](https://x.test/)\n\n## Tags\n\n__proto__, constructor, toString, __proto__',
  },
];
