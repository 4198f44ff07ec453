import { describe, expect, test } from 'vitest';
import { parseShowNotes } from './parseShowNotes.ts';

const named = (source: string) =>
  parseShowNotes(`## Guests\n\n${source}`).notes.people.map(({ name, url }) =>
    url ? `${name} ${url.slice(14)}` : name,
  );

describe('what is said of people is nobody', () => {
  test.each([
    ['- [Ann Example](https://x.test/a), founder of Foo and Bar', ['Ann Example /a']],
    ['- [Bob Jones](https://x.test/b) — works on Linux & Rust', ['Bob Jones /b']],
    ['- [Cy Young](https://x.test/c) of Acme, Inc. and Linux', ['Cy Young /c']],
    [
      '- [Bob Jones](https://x.test/b) — works on [Linux](https://x.test/l), [Rust](https://x.test/r) and Go',
      ['Bob Jones /b'],
    ],
    [
      '- [Bob Jones](https://x.test/b) — works on Linux, [Rust](https://x.test/r) and [Go](https://x.test/g)',
      ['Bob Jones /b'],
    ],
    ['- [Bob](https://x.test/b) works on [Linux](https://x.test/l) and [Rust](https://x.test/r)', ['Bob /b']],
    ['- [Ann Example](https://x.test/a), Host and Producer', ['Ann Example /a']],
    ['- [Ann](https://x.test/a), Acme Inc. & [Bob](https://x.test/b)', ['Ann /a', 'Bob /b']],
    ['- Ann Example, Host and Producer', ['Ann Example, Host and Producer']],
    ['- Cy Young, Acme, Inc. and Linux', ['Cy Young, Acme, Inc. and Linux']],
    ['- Ann Example, maker of [Big Tool](https://x.test/t)', ['Ann Example']],
    ['Ann Example, Host\nBob Jones, Executive Producer', ['Ann Example', 'Bob Jones']],
    ['Ann Example, Host, and Bob Jones, Co-Founder', ['Ann Example', 'Bob Jones']],
    ['Ann Example, host\nBob Jones, kernel developer', ['Ann Example', 'Bob Jones']],
    ['- [Ann](https://x.test/a), host, and Bob Jones', ['Ann /a', 'Bob Jones']],
    ['Ann Example\nHost', ['Ann Example']],
    ['Jupiter Broadcasting, Seattle', []],
    ['- , []()', []],
    ['We use [Linux](https://x.test/l) and Rust.', []],
    ['We met at [Linux Fest](https://x.test/l).', []],
  ])('%s', (source, people) => expect(named(source)).toEqual(people));
});

describe('people are named amid what is said', () => {
  test.each([
    ['Our guest [Ann Example](https://x.test/a) works on Linux and Rust.', ['Ann Example /a']],
    ['Our guest [Ann](https://x.test/a) works on Linux and Rust.', ['Ann /a']],
    ['Today we meet [Ann Example](https://x.test/a), who made [A Tool](https://x.test/t).', ['Ann Example /a']],
    ['At [Linux Fest](https://x.test/l), we meet [李娜](https://x.test/a).', ['李娜 /a']],
    ['Hosted by [Ann](https://x.test/a) and Bob Jones', ['Ann /a', 'Bob Jones']],
    ['- [Ann](https://x.test/a) (she/her), Bob Jones and Cy Young', ['Ann /a', 'Bob Jones', 'Cy Young']],
    ['- [Ann](https://x.test/a) – kernels, [Bob](https://x.test/b) – desktops', ['Ann /a', 'Bob /b']],
    [
      '- [Ann A](https://x.test/a) of [Red Hat](https://x.test/r) and [Bob B](https://x.test/b)',
      ['Ann A /a', 'Bob B /b'],
    ],
    ['- [Ann](https://x.test/a), with our guest [Bob](https://x.test/b)', ['Ann /a', 'Bob /b']],
    ['- Ann Example (https://x.test/a) and Bob Jones', ['Ann Example /a', 'Bob Jones']],
    ['Ann Example, Bob Jones, Cy Young', ['Ann Example', 'Bob Jones', 'Cy Young']],
    ['Ann Example; Bob Jones', ['Ann Example', 'Bob Jones']],
  ])('%s', (source, people) => expect(named(source)).toEqual(people));
});
