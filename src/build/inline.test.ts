import { expect, test } from 'vitest';
import { inlineScript, inlineStyles } from './inline.ts';

const PAGE = `<head>
    <script type="module" src="./src/beforePaint.ts"></script>
    <script type="module" crossorigin src="./assets/main.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/main.css">
  </head>`;

test('the script stands where it was asked for, as it is', () => {
  const page = inlineScript(PAGE, "let a = '$& $1';\n");
  expect(page).toContain("<head>\n    <script>let a = '$& $1';</script>\n");
  expect(page).toContain('src="./assets/main.js"');
  expect(() => inlineScript('<head></head>', '')).toThrow('no place');
  for (const code of ["'</script>'", "'<!--'"]) expect(() => inlineScript(PAGE, code)).toThrow('before its end');
});

test('a style stands in the page, and its link rests', () => {
  const page = inlineStyles(PAGE, (file) => `/* $& of ${file} */\n`);
  expect(page).toContain('<style>/* $& of assets/main.css */</style>');
  expect(page).toContain('<link disabled rel="stylesheet" crossorigin href="./assets/main.css">');
  expect(inlineStyles('<head></head>', () => '')).toBe('<head></head>');
});

test('a style that points to other files, or would end early, is none to put into the page', () => {
  for (const style of ['a{background:url(b.png)}', "@import 'b.css';", 'a::before{content:"</style>"}'])
    expect(() => inlineStyles(PAGE, () => style)).toThrow('assets/main.css points elsewhere');
});
