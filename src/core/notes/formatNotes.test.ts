import { expect, test } from 'vitest';
import { formatNotesCsv, formatNotesJsonLd, formatNotesMarkdown } from './exportNotes.ts';
import { formatNotes } from './formatNotes.ts';
import { noteOf } from './testing/anyNote.ts';

const card = {
  slug: 'talk',
  show: 'Show',
  number: 7,
  title: 'A: “Title”',
  duration: 60,
  coverage: { start: 0, end: 60 },
};
const context = { episodes: [card], page: 'https://host.test/h/' };
const tagged = noteOf({ tags: ['to check', 'DMA'], colour: 'green' });
const highlight = noteOf({ id: '6f1c1f7e-8a44-4d7f-9a51-52a1b0e3f001', body: '', episode: 'other', colour: 'blue' });
const silent = noteOf({
  body: 'no, "words"\nhere',
  target: { ...tagged.target, quote: { exact: '', prefix: '', suffix: '' } },
});

test('as text', () => {
  expect(formatNotes([noteOf(), tagged, highlight], context)).toBe(
    [
      'Show 7: A: “Title”, 0:02–0:05\n“DMA patch.”\n\nQuote this\n',
      'Show 7: A: “Title”, 0:02–0:05\n“DMA patch.”\n\nQuote this\n#to check #DMA\n',
      'other, 0:02–0:05\n“DMA patch.”\n\n\n',
    ].join('\n--------\n\n'),
  );
});

test('as Markdown: front matter, a heading for each episode, one link for each note', () => {
  const text = formatNotesMarkdown([tagged, highlight], context);
  expect(text).toBe(`---
title: "Notes"
episodes:
  - "Show 7: A: “Title”"
  - "other"
tags:
  - "to-check"
  - "DMA"
source: "https://host.test/h/"
---

# Show 7: A: “Title”

[[0:02]](https://host.test/h/#/talk?t=2) #to-check #DMA (green)

> DMA patch.

Quote this

# other

[[0:02]](https://host.test/h/#/other?t=2) (blue)

> DMA patch.
`);
  expect(text.match(/\[\[\d+:\d\d\]\]\(/g)).toHaveLength(2);
});

test('as CSV with the columns that Readwise takes', () => {
  expect(formatNotesCsv([tagged, silent], context)).toBe(
    [
      'Highlight,Title,Author,URL,Note,Location,Date',
      'DMA patch.,Show 7: A: “Title”,Show,https://host.test/h/#/talk?t=2,.to-check .DMA Quote this,2,2025-01-01 00:00:00',
      '"no, ""words""\nhere",Show 7: A: “Title”,Show,https://host.test/h/#/talk?t=2,,2,2025-01-01 00:00:00',
      '',
    ].join('\r\n'),
  );
});

test('as Web Annotations', () => {
  const page = JSON.parse(formatNotesJsonLd([tagged, highlight, silent], context)) as { items: object[] };
  expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
  expect(page.items[0]).toEqual({
    id: 'urn:hourline:n1',
    type: 'Annotation',
    motivation: 'commenting',
    created: tagged.created,
    modified: tagged.modified,
    body: [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: 'Quote this' },
      { type: 'TextualBody', purpose: 'tagging', value: 'to check' },
      { type: 'TextualBody', purpose: 'tagging', value: 'DMA' },
    ],
    target: {
      source: 'https://host.test/h/#/talk',
      styleClass: 'green',
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 't=2,5' },
        { type: 'TextQuoteSelector', exact: 'DMA patch.', prefix: '', suffix: '' },
      ],
    },
  });
  expect(page.items[1]).toMatchObject({
    id: 'urn:uuid:6f1c1f7e-8a44-4d7f-9a51-52a1b0e3f001',
    motivation: 'highlighting',
  });
  expect(page.items[1]).not.toHaveProperty('body');
  expect((page.items[2] as { target: { selector: object[] } }).target.selector).toHaveLength(1);
});

test.each([
  ['हिन्दी', '#हिन्दी'],
  ['cafe\u0301 & bar', '#cafe\u0301-bar'],
])('the tag %s is %s in Markdown: letters keep their marks', (tag, word) => {
  expect(formatNotesMarkdown([noteOf({ tags: [tag] })], context)).toContain(`${word}\n`);
});
