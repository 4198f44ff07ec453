import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { circles, differences, drawnHouse, upwardArrows } from './checkHouse.ts';
import { formatDrawing, parseDrawing } from './formatDrawing.ts';
import { readHouse, type House } from './readHouse.ts';

const standing = readHouse('src');
const svg = readFileSync('docs/architecture.svg', 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'house-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('no arrow leads back up, not even one of types', () => {
  expect(upwardArrows(standing)).toEqual([]);
});

test('no folder reaches itself over imports that run', () => {
  expect(circles(standing)).toEqual([]);
});

test('the drawing says what the code says; else `npm run drawing`', () => {
  expect(differences(parseDrawing(svg), standing)).toEqual([]);
});

test('the drawing is drawn from the numbers that it carries', () => {
  expect(formatDrawing(parseDrawing(svg))).toBe(svg);
});

test('every kind of import is seen, in components too; tests and other people’s packages are not', () => {
  const files = {
    'core/a/one.ts': `import { two } from '../b/two.ts';\nimport type { T } from '../b/two.ts';\nimport 'd3';`,
    'core/b/two.ts': `export { type three } from './three.ts';\n// import '../a/one.ts'`,
    'core/b/three.ts': `const text = "import '../a/one.ts'";`,
    'core/b/two.test.ts': `import '../a/one.ts';`,
    'data/ask.ts': `new Worker(new URL('../workers/w.ts', import.meta.url));\nimport url from '../workers/w.ts?worker&url';`,
    'workers/w.ts': `let x: import('../core/a/one.ts').T;`,
    'ui/p/Panel.svelte': `<script module>export * from '../../core/a/one.ts';</script>
<script lang="ts">import { type A, type B } from '../../state/s.svelte.ts';</script>
{#await import('../q/Q.svelte') then Q}<Q.default />{/await}`,
    'ui/q/Q.svelte': `<p>import</p>`,
    'state/s.svelte.ts': `const late = () => import('../ui/q/Q.svelte');`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const house = readHouse(folder);
  expect(house.arrows.map(({ from, to, values, types }) => `${from} → ${to} ${values}+${types}`)).toEqual([
    'core/a → core/b 1+1',
    'data → workers 2+0',
    'state → ui/q 1+0',
    'ui/p → core/a 1+0',
    'ui/p → state 0+1',
    'ui/p → ui/q 1+0',
    'workers → core/a 0+1',
  ]);
  expect(upwardArrows(house).map(({ from }) => from)).toEqual(['state']);
  expect(house.rooms.find(({ name }) => name === 'core/b')?.files).toEqual(['three', 'two']);
});

const arrow = (from: string, to: string, values: number, types = 0) => ({ from, to, values, types });
const room = (name: string, lines = 100) => ({ name, layer: 'core' as const, lines, files: ['one'] });
const house = (...arrows: House['arrows']): House => ({ rooms: [room('core/a'), room('core/b')], arrows });

test('a circle is told of, and one of types alone is none', () => {
  expect(circles(house(arrow('core/a', 'core/b', 1), arrow('core/b', 'core/a', 1)))).toEqual(['core/a', 'core/b']);
  expect(circles(house(arrow('core/a', 'core/b', 1), arrow('core/b', 'core/a', 0, 1)))).toEqual([]);
});

test.each<[what: string, now: House, said: string[]]>([
  ['the same', house(arrow('core/a', 'core/b', 10)), []],
  ['a few imports more', house(arrow('core/a', 'core/b', 13)), []],
  ['many imports more', house(arrow('core/a', 'core/b', 14)), ['core/a → core/b: 14, drawn as 10']],
  ['a new arrow', house(arrow('core/a', 'core/b', 10), arrow('core/b', 'x', 1)), ['core/b → x is not drawn']],
  ['one of types', house(arrow('core/a', 'core/b', 10), arrow('core/b', 'x', 0, 1)), []],
  ['no arrow', house(), ['core/a → core/b is drawn, and is no more']],
  [
    'a new folder',
    { ...house(arrow('core/a', 'core/b', 10)), rooms: [room('core/a'), room('core/b'), room('data')] },
    ['data, lines is not drawn', 'data, files is not drawn', 'data/one is not drawn'],
  ],
  [
    'a folder grown',
    { ...house(arrow('core/a', 'core/b', 10)), rooms: [room('core/a', 151), room('core/b')] },
    ['core/a, lines: 151, drawn as 100'],
  ],
])('what stands is compared with what is drawn: %s', (_, now, said) => {
  expect(differences(drawnHouse(house(arrow('core/a', 'core/b', 10))), now)).toEqual(said);
});
