import { describe, expect, test } from 'vitest';
import { readEpisode } from './readEpisode.ts';

const VTT = { name: 'transcript.vtt', text: 'WEBVTT\n\n00:10.000 --> 02:00.000\nwords' };
const facts = (value: unknown) => ({ name: 'episode.json', text: JSON.stringify(value, null, 1) });
const notes = (...lines: string[]) => ({ name: 'show-notes.md', text: lines.join('\n') });
const codes = (...documents: { name: string; text: string }[]) =>
  readEpisode('s', documents).problems.map(({ line, code }) => `${line} ${code}`);

test('a bare transcript is an episode', () => {
  const { episode, problems } = readEpisode('talk', [VTT]);
  expect(episode).toMatchObject({
    slug: 'talk',
    show: '',
    title: 'talk',
    duration: 120,
    coverage: { start: 10, end: 120 },
    chapters: [],
    uncovered: [],
  });
  // What is merely not there is no fault.
  expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['note no-duration', 'note no-title']);
});

test('facts outrank show notes', () => {
  const { episode } = readEpisode('s', [
    VTT,
    notes('# AB 7: From notes', '', '* Duration: 10 min'),
    facts({ show: 'A B', title: 'From facts' }),
  ]);
  expect(episode).toMatchObject({ show: 'A B', number: 7, title: 'From facts', duration: 600 });
});

test('chapters run to the next one, are sorted, and end with the recording', () => {
  const chapters = [
    { startTime: 60, title: 'b' },
    { startTime: 0, title: 'a' },
    { startTime: 90, endTime: 95, title: 'c' },
    { startTime: 9999, title: 'beyond' },
  ];
  expect(readEpisode('s', [VTT, facts({ title: 't', duration: 300, chapters })]).episode!.chapters).toEqual([
    { id: 'ch1', start: 0, end: 60, title: 'a' },
    { id: 'ch2', start: 60, end: 90, title: 'b' },
    { id: 'ch3', start: 90, end: 95, title: 'c' },
  ]);
});

describe('chapters that the show notes list', () => {
  const read = (...lines: string[]) =>
    readEpisode('s', [VTT, notes('# T', '', 'A talk.', '', ...lines)]).episode!.chapters.map(
      ({ start, title }) => `${start} ${title}`,
    );
  test.each<[string, string[], string[]]>([
    [
      'as items',
      ['## Chapters', '- 0:00 Hello', '- (0:20) The sea', '- 1:30 – Goodbye'],
      ['0 Hello', '20 The sea', '90 Goodbye'],
    ],
    [
      'as lines',
      ['**Timestamps:**', '00:00 Hello', '00:20 The sea', '01:30 Goodbye', '', 'Bye.'],
      ['0 Hello', '20 The sea', '90 Goodbye'],
    ],
    ['none of two times', ['0:10 is the best', '', '0:50 as well'], []],
    ['none of times that go back', ['- 1:30 her best joke', '- 0:10 his', '- 0:50 mine'], []],
  ])('%s', (_, lines, expected) => expect(read(...lines)).toEqual(expected));

  test('stand back behind published ones', () => {
    const published = { name: 'chapters.json', text: '[{"startTime":5,"title":"Published"}]' };
    const own = notes('- 0:00 Hello', '- 0:20 The sea', '- 1:30 Goodbye');
    expect(readEpisode('s', [VTT, own, published]).episode!.chapters).toMatchObject([{ title: 'Published' }]);
  });
});

describe('every fault has its code and line', () => {
  test.each<[string, { name: string; text: string }[], string[]]>([
    ['no-transcript', [facts({ title: 't', duration: 9 })], ['0 no-transcript']],
    ['transcript-longer', [VTT, facts({ title: 't', duration: 60 })], ['0 transcript-longer']],
    ['no-title, no-duration', [VTT], ['0 no-duration', '0 no-title']],
    ['bad-json', [VTT, { name: 'episode.json', text: '{\n\n"a" 1}' }], ['3 bad-json', '0 no-duration', '0 no-title']],
    ['facts that are a list', [VTT, facts([])], ['1 bad-fact', '0 no-duration', '0 no-title']],
    ['unknown-fact', [VTT, facts({ title: 't', duration: 120, tittle: 1 })], ['4 unknown-fact']],
    ['bad-fact', [VTT, facts({ title: 't', duration: 120, page: 'javascript:alert(1)' })], ['4 bad-fact']],
    ['bad audio', [VTT, facts({ title: 't', duration: 120, audio: { url: 1 } })], ['5 bad-fact', '4 bad-fact']],
    [
      'bad chapters',
      [VTT, facts({ title: 't', duration: 120, chapters: [{ startTime: -1, title: 'a' }, 7] })],
      ['5 bad-chapter', '9 bad-chapter'],
    ],
    ['chapters that are no list', [VTT, facts({ title: 't', duration: 120, chapters: {} })], ['4 bad-fact']],
  ])('%s', (_, documents, expected) => expect(codes(...documents)).toEqual(expected));
});

test('a key called __proto__ does no harm', () => {
  expect(
    codes(VTT, { name: 'episode.json', text: '{"__proto__": {"title": "x"}, "title": "t", "duration": 120}' }),
  ).toEqual(['1 unknown-fact']);
});

test('not-used: of two documents of a kind the first is read, the other told', () => {
  const { episode, problems } = readEpisode('s', [
    VTT,
    { name: 'other.srt', text: '1\n00:00:01,000 --> 00:00:02,000\nx' },
  ]);
  expect(episode!.cues).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code: 'not-used', file: 'other.srt' });
});
