import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const KINDS = ['dependencies', 'devDependencies'] as const;

type Wanted = Readonly<Record<(typeof KINDS)[number], Readonly<Record<string, string>>>>;

/** What is wanted without a reason, and what has a reason and is not wanted: names in the order of the list. */
function unreasoned(wanted: Wanted, document: string): string[] {
  return KINDS.flatMap((kind) => {
    const section = document.split(/^## /m).find((part) => part.startsWith(`${kind}\n`)) ?? '';
    const reasons = new Map(
      [...section.matchAll(/^\| `(.+?)` \| *(.*?) *\|$/gm)].map(([, name, why]) => [name!, why!]),
    );
    return [
      ...Object.keys(wanted[kind]).flatMap((name) => (reasons.get(name) ? [] : [`${name} has no reason`])),
      ...[...reasons.keys()].flatMap((name) => (name in wanted[kind] ? [] : [`${name} is not in ${kind}`])),
    ];
  });
}

const real = JSON.parse(readFileSync('package.json', 'utf8')) as Wanted;
const document = readFileSync('docs/dependencies.md', 'utf8');

test('each dependency has its reason in docs/dependencies.md', () => {
  expect(unreasoned(real, document)).toEqual([]);
});

test('one without a reason, in the wrong list, or gone is told of', () => {
  const wanted = { dependencies: { a: '1', b: '1' }, devDependencies: { c: '1' } };
  const text = '## dependencies\n\n| `a` | |\n| `c` | because |\n\n## devDependencies\n\n| `c` | because |\n';
  expect(unreasoned(wanted, text)).toEqual(['a has no reason', 'b has no reason', 'c is not in dependencies']);
});
