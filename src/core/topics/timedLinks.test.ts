import { describe, expect, test } from 'vitest';
import { buildTopics } from './buildTopics.ts';
import { timeLinks } from './timedLinks.ts';
import { sourceOf, type Named } from './testing/sourceOf.ts';

// Thirty cues of talk about nothing, five seconds each, between the things that are said.
const CHAT = Array.from({ length: 30 }, () => 'and then we went on with it for a while as one does').join(' | ');
const talkOf = (...said: string[]) => [CHAT, ...said.flatMap((text) => [text, CHAT])].join(' | ');

/** For each link the number of the saying at which it is timed, or none. */
function placesOf(named: Named, ...said: string[]): (number | undefined)[] {
  const source = sourceOf(talkOf(...said), named);
  const timed = timeLinks(source, buildTopics(source));
  return source.links.map((_, link) => {
    const found = timed.find((one) => one.link === link);
    return found && Math.round((found.start - 150) / 155);
  });
}
const link = (title: string, url = '', quote?: string): NonNullable<Named['links']>[number] =>
  quote === undefined ? [title, url] : [title, url, quote];

describe('a link is tied to where', () => {
  test.each<[rule: string, links: Named['links'], said: string[], at: (number | undefined)[]]>([
    ['its title is said', [link('Wayland keyboard protocol')], ['so the wayland protocol for a keyboard'], [0]],
    ['its name is misheard', [link('Grafana Alloy')], ['mine is gravana alloy'], [0]],
    [
      'most of its title is together',
      [link('Wayland keyboard protocol')],
      ['a keyboard', 'the wayland protocol, keyboard and all'],
      [1],
    ],
    [
      'its host is read aloud',
      [link('Our survey of sheds', 'https://shedsurvey.org')],
      ['the survey is at shedsurvey dot org'],
      [0],
    ],
    [
      'its quote is read',
      [link('Wayland 2 out', '', 'Compositors negotiate gamma tables lazily')],
      ['on wayland', 'wayland where compositors negotiate gamma tables lazily'],
      [1],
    ],
    [
      'it stands in the order of the notes',
      [link('Podman desktop'), link('Wayland portal')],
      ['the wayland portal', 'podman on the desktop', 'the wayland portal'],
      [1, 2],
    ],
  ])('%s', (_, links, said, at) => expect(placesOf({ links: links! }, ...said)).toEqual(at));
});

describe('a link is tied to nothing where', () => {
  test.each<[rule: string, links: Named['links'], said: string[]]>([
    ['nothing of it is said', [link('Kindle downloads end')], ['the wayland protocol']],
    [
      'only its most general words are said',
      [link('Wireplumber on Fedora changes the desktop sound')],
      ['the desktop and its sound'],
    ],
    ['the name in it is never said', [link('Kees Cook on Rust')], ['we like rust']],
    ['its title is only words of grammar', [link('What it is all about')], ['what it is all about']],
  ])('%s', (_, links, said) => expect(placesOf({ links: links!, tags: ['rust'] }, ...said)).toEqual([undefined]));
});
