import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEpisode } from '../episode/readEpisode.ts';
import { buildTalk } from '../search/talk.ts';
import { buildTopics } from './buildTopics.ts';
import { describeTimedLinks, describeTopics } from './testing/describeTopics.ts';
import { timeLinks } from './timedLinks.ts';
import type { TopicSource } from './topic.ts';
import { sourceOf, type Named } from './testing/sourceOf.ts';

const folder = 'src/episodes/lup-603';
const documents = ['transcript.vtt', 'show-notes.md', 'episode.json'].map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}));
const { episode } = readEpisode('lup-603', documents);

test('the topics and links of LINUX Unplugged 603 are those of its golden file', async () => {
  const topics = buildTopics(episode!);
  const page = [describeTopics(topics), describeTimedLinks(episode!.links, timeLinks(episode!, topics))].join('\n');
  await expect(page).toMatchFileSnapshot('golden/lup-603.txt');
});

/** `name: heard (how), …` of each topic that is heard. */
function heardIn(said: string, named: Named): string[] {
  return buildTopics(sourceOf(said, named)).flatMap(({ name, mentions }) =>
    mentions.length > 0 ? [`${name}: ${mentions.map(({ heard, how }) => `${heard} (${how})`).join(', ')}`] : [],
  );
}

describe('a name is heard', () => {
  test.each<[rule: string, said: string, named: Named, heard: string[]]>([
    ['word for word', 'We talk about DMA today.', { tags: ['dma'] }, ['DMA: DMA (exact)']],
    [
      'across cues',
      'this is about planet | nix and more',
      { tags: ['planet nix'] },
      ['planet nix: planet nix (exact)'],
    ],
    ['in the other number', 'two kernels here', { tags: ['kernel'] }, ['kernel: kernels (exact)']],
    ['with a possessive', "the kernel's tree", { tags: ['kernel'] }, ['kernel: kernel (exact)']],
    ['in two pieces', 'friends at tail scale', { sponsors: ['Tailscale'] }, ['Tailscale: tail scale (exact)']],
    ['letter by letter', 'a d m a patch', { tags: ['dma'] }, ['dma: d m a (exact)']],
    ['joined', 'over wireguard', { tags: ['wire guard'] }, ['wire guard: wireguard (exact)']],
    ['its number spoken', 'from one password today', { sponsors: ['1Password'] }, ['1Password: one password (exact)']],
    [
      'its number in words',
      'the crew of apollo eleven',
      { tags: ['apollo 11'] },
      ['apollo 11: apollo eleven (heard-as)'],
    ],
    [
      'misspelt',
      'christoph helwig said',
      { tags: ['christoph hellwig'] },
      ['Christoph Hellwig: christoph helwig (heard-as)'],
    ],
    ['by its sound', 'we go to planet nyx', { tags: ['planet nix'] }, ['planet nix: planet nyx (heard-as)']],
    ['a short one by its sound', 'nyx is fun', { tags: ['nix'] }, ['nix: nyx (heard-as)']],
    [
      'half similar beside its other half',
      'then kelsey hytaur spoke',
      { tags: ['kelsey hightower'] },
      ['Kelsey Hightower: kelsey hytaur (heard-as)'],
    ],
    [
      'in a written address',
      'go to loamly.example slash hour',
      { sponsors: ['Loamly'] },
      ['Loamly: loamly.example (url)'],
    ],
    [
      'in an address read aloud',
      'tailscale dot com slash unplugged',
      { sponsors: ['Tailscale'] },
      ['Tailscale: tailscale dot com (url)'],
    ],
    [
      'in pieces of its address',
      'so cal gardens dot org',
      { links: [['Garden Expo', 'https://socalgardens.org']] },
      ['Garden Expo: so cal gardens dot org (url)'],
    ],
  ])('%s', (_, said, named, heard) => expect(heardIn(said, named)).toEqual(heard));
});

describe('a name is not heard', () => {
  test.each<[rule: string, said: string, named: Named]>([
    ['in a word that holds it', 'the trust is just dust', { tags: ['rust'] }],
    ['in another name', 'SCALE and scale again', { sponsors: ['Tailscale'] }],
    ['in a word of common English', 'just must not rest', { tags: ['rust'] }],
    ['in a misspelling of a short word', 'the dmo and the nax', { tags: ['dma', 'nix'] }],
    ['in one of four letters with another consonant', 'the prox is on', { tags: ['plex'] }],
    ['in two small words that sound like it', 'we stood there while and so on', { tags: ['wayland'] }],
    ['in another name that is somewhat like it', 'I read it on Reddit', { tags: ['redis'] }],
    ['in one half of it', 'the planet is warm', { tags: ['planet nix'] }],
    ['in a half-similar word alone', 'then hytaur spoke', { tags: ['kelsey hightower'] }],
    ['in the path of an address', 'tailscale dot com slash unplugged', { tags: ['unplugged'] }],
    ['in a written path', 'tailscale.com/unplugged', { tags: ['unplugged'] }],
    [
      'in the spelt path',
      'at go.example slash rust hour',
      { tags: ['rust'], links: [['A page', 'https://go.example/rusthour']] },
    ],
    ['in a common word without its capital', 'Down by the river we sat.', { sponsors: ['River'] }],
    ['across the end of a sentence', 'It is kelsey. Hytaur went.', { tags: ['kelsey hightower'] }],
  ])('%s', (_, said, named) => expect(heardIn(said, named)).toEqual([]));

  test('where another known name is meant', () => {
    expect(heardIn('linux is here', { tags: ['linux', 'linus'] })).toEqual(['linux: linux (exact)']);
  });

  test('but a slash in talk is no address', () => {
    expect(heardIn('code in kernel slash DMA please', { tags: ['dma'] })).toEqual(['DMA: DMA (exact)']);
  });

  test('but a capital makes the common word a name', () => {
    expect(heardIn('We thank River for this.', { sponsors: ['River'] })).toEqual(['River: River (exact)']);
  });
});

describe('a part of a name', () => {
  const people: Named['people'] = [['Wes Payne', 'host']];

  test("is enough for hosts' and guests' first names", () => {
    expect(heardIn('Hello, Wes.', { people })).toEqual(['Wes Payne: Wes (part)']);
  });

  test('is nothing before anybody says the whole name', () => {
    expect(heardIn('So Greg wrote this.', { tags: ['greg kroah-hartman'] })).toEqual([]);
    expect(heardIn('It is a Payne.', { people })).toEqual([]);
  });

  test('is a mention where the whole name is heard, too', () => {
    expect(heardIn('Linus Torvalds replied. So Linus did.', { tags: ['linus torvalds'] })).toEqual([
      'Linus Torvalds: Linus Torvalds (exact), Linus (part)',
    ]);
  });

  test('needs its capital where it is a common word', () => {
    expect(heardIn('So Mark Reed came. We mark it, said Mark again.', { tags: ['mark reed'] })).toEqual([
      'Mark Reed: Mark Reed (exact), Mark (part)',
    ]);
  });

  test('that two people share is nobody', () => {
    const named = { tags: ['linus torvalds', 'linus sebastian'] };
    expect(heardIn('linus torvalds met linus sebastian and linus left', named)).toEqual([
      'Linus Torvalds: linus torvalds (exact)',
      'Linus Sebastian: linus sebastian (exact)',
    ]);
  });
});

describe('a name that is never heard right', () => {
  test('is stood for by its most frequent homophone, written as a name', () => {
    expect(heardIn('an old Spark box and a Spark disk', { tags: ['sparc'] })).toEqual([
      'sparc: Spark (heard-as), Spark (heard-as)',
    ]);
  });

  test('is not where it is heard once', () => {
    expect(heardIn('an old Spark box and a sparc disk', { tags: ['sparc'] })).toEqual(['sparc: sparc (exact)']);
  });

  test('is not by a common word that is hardly said', () => {
    expect(heardIn('there was a spark in the dark', { tags: ['sparc'] })).toEqual([]);
  });

  test('is listed without mentions', () => {
    const [topic] = buildTopics(sourceOf('nothing of it', { tags: ['bhyve'] }));
    expect(topic).toMatchObject({ name: 'bhyve', mentions: [] });
  });
});

describe('a tag in small letters is shown', () => {
  const about = (text: string): Named => ({ tags: ['free mail', 'backup'], about: text });
  test.each<[how: string, said: string, named: Named, names: string[]]>([
    ['as a title has it', 'dma', { tags: ['dma'], links: [['New DMA patches', '']] }, ['DMA']],
    ['as the prose has it', '', about('All of Free Mail.'), ['Free Mail', 'backup']],
    ['as a chapter has it', '', { tags: ['free mail'], chapters: ['Why Free Mail'] }, ['Free Mail']],
    ['as published where the prose only begins with it', '', about('Backup is dull.'), ['free mail', 'backup']],
    ['as most say it', 'so the DMA. Dma is a dma or a DMA here', { tags: ['dma'] }, ['DMA']],
    ['as published where most say it so', 'for mail in a mail to Mail', { tags: ['mail'] }, ['mail']],
    [
      'as published where it only begins sentences',
      'Free mail now. Free mail.',
      { tags: ['free mail'] },
      ['free mail'],
    ],
    ['as published where it is not said', '', { tags: ['bhyve', 'free mail'] }, ['bhyve', 'free mail']],
    ['as a name where it is heard as one', 'to Planet Nyx we go', { tags: ['planet nix'] }, ['Planet Nix']],
    ['as published where it is not heard as one', 'to Planet nyx', { tags: ['planet nix'] }, ['planet nix']],
    [
      'as a name where it is a person',
      '',
      { tags: ['greg kroah-hartman', 'juan de pablo', 'tim o’reilly'] },
      ['Greg Kroah-Hartman', 'Juan de Pablo', 'Tim O’Reilly'],
    ],
  ])('%s', (_, said, named, names) => {
    const topics = buildTopics(sourceOf(said, named));
    expect(topics.map(({ name }) => name)).toEqual(names);
    for (const { id } of topics) expect(id).toBe(id.toLowerCase());
  });
});

describe('without show notes', () => {
  test('the talk names its own topics', () => {
    const said = 'The beehive was full. A beehive needs bees. My beehive has a queen. The queen left the beehive.';
    const topics = buildTopics(sourceOf(said, {}));
    expect(topics[0]).toMatchObject({ name: 'beehive', kind: 'phrase' });
    expect(topics[0]!.mentions).toHaveLength(4);
  });

  test.each([
    ["And Tim O'Reilly came. Then Tim O'Reilly left. Platforms, Tim O'Reilly wrote.", "Tim O'Reilly", 3],
    ['人工知能の話。 人工知能はすごい。', '人工知能', 2],
  ])('of %j, written as there and heard wherever it is said', (said, name, times) => {
    const [topic] = buildTopics(sourceOf(said, {}));
    expect(topic!.name).toBe(name);
    expect(topic!.mentions.map(({ heard }) => heard)).toEqual(Array(times).fill(name));
  });
});

test('what is said in that form once is no topic of a talk without show notes', () => {
  const said = 'We record now. It was recorded once. A recording of the queen, the queen, the queen.';
  expect(buildTopics(sourceOf(said, {})).map(({ name }) => name)).toEqual(['queen']);
});

describe('whatever the cues and notes', () => {
  const word = fc.constantFrom(
    'Rust',
    'kernel',
    'dot',
    'com',
    'slash',
    'Tailscale',
    'tail',
    'scale',
    'linus',
    'torvalds',
    'é',
    '…',
    '2x',
    'Nyx',
    '.',
  );
  const phrase = fc.array(word, { maxLength: 5 }).map((list) => list.join(' '));
  const anything = fc.oneof(phrase, fc.string({ maxLength: 20 }));
  const named = fc.record({
    tags: fc.array(anything, { maxLength: 6 }),
    sponsors: fc.array(anything, { maxLength: 3 }),
    people: fc.array(fc.tuple(anything, fc.constantFrom('host' as const, 'guest' as const)), { maxLength: 3 }),
    links: fc.array(fc.tuple(anything, fc.constantFrom('https://rust.example/scale', 'x', 'https://a.b.c.d/e#f')), {
      maxLength: 4,
    }),
  });
  const said = fc.array(anything, { maxLength: 30 }).map((list) => list.join(' | '));

  test('mentions are in order, inside the talk, and say what is there', () => {
    fc.assert(
      fc.property(said, named, (text, notes) => {
        const source: TopicSource = sourceOf(text, notes);
        const topics = buildTopics(source);
        const talk = buildTalk(source.cues);
        const ids = topics.flatMap(({ mentions }) => mentions.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
        for (const { mentions } of topics) {
          let last = -1;
          for (const { start, end, marks, cue, heard } of mentions) {
            expect(marks[0]![0]).toBeGreaterThanOrEqual(last);
            last = marks.at(-1)![1];
            expect(end).toBeGreaterThanOrEqual(start);
            const own = source.cues.find(({ id }) => id === cue)!;
            expect(start >= own.start && start <= own.end).toBe(true);
            expect(talk.text.slice(marks[0]![0], last).replace(/\s+/g, ' ')).toBe(heard);
          }
        }
        expect(buildTopics(source)).toEqual(topics);
        for (const { start, end, confidence, link } of timeLinks(source, topics)) {
          expect(end).toBeGreaterThanOrEqual(start);
          expect(confidence > 0 && confidence <= 1 && link < source.links.length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
