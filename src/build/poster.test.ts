import { expect, test } from 'vitest';
import { posterFile, putPoster, stillOf } from './poster.ts';

test('a still picture has no marks for a program, no styles and nothing that waits for an answer', () => {
  for (const [rendered, still] of [
    ['<!--[--><p>Hello<!----></p><!--]-->', '<p>Hello</p>'],
    ['<div class="a" style="--lines: 3;" data-x="1">', '<div class="a" data-x="1">'],
    ['<div style="color: red">', '<div>'],
    ['<button type="button" style="a: b">✎</button>', '<button disabled type="button">✎</button>'],
    ['<input type="file" multiple=""/>', '<input disabled type="file" multiple=""/>'],
    ['<input type="search" value=""/>', '<input type="search" value=""/>'],
    ['<a href="#/x?t=1">0:01</a>', '<a href="#/x?t=1">0:01</a>'],
  ])
    expect(stillOf(rendered!)).toBe(still);
});

test('what an episode says is left as it was said', () => {
  for (const text of [
    '<p>He wrote style="color: red" and &lt;button> and --&gt;, $&amp; too</p>',
    '<p title="a > b, style=no, &lt;button style=&quot;x&quot;>">x</p>',
    '<b data-style="x" title=" style=y ">x</b>',
  ])
    expect(stillOf(text)).toBe(text);
});

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <script type="module" src="./main.js"></script>
  </head>
  <body>
    <div id="app"></div>
    <noscript
      >Needs JavaScript.</noscript
    >
  </body>
</html>
`;

test('the poster stands where the page will, and the root names it and those that are files', () => {
  const page = putPoster(PAGE, '<p>$& $1 Hello</p>', ['a"&b'], 'v1');
  expect(page).toContain('<html lang="en" data-poster="a%22%26b">');
  expect(putPoster(PAGE, '', ['a', 'b', 'c d'], 'v1')).toContain('data-poster="a" data-posters="?v1 b c%20d">');
  expect(page).toContain(
    '<div id="app"><div id="poster"><p>$& $1 Hello</p><template id="whole"></template></div></div>',
  );
  expect(putPoster(PAGE, '<div data-stretch="0">1</div><div class="x" data-stretch="1">2</div>', ['a'], '')).toContain(
    '<div data-stretch="0">1<template id="whole"></template></div><div class="x" data-stretch="1">2</div>',
  );
  expect(page).toMatch(/<link rel="expect" href="#whole"[^>]*>\s*<\/head>/);
  expect(page).not.toContain('Needs JavaScript.');
  expect(page.match(/<noscript/g)).toHaveLength(1);
  expect(() => putPoster('<html lang="de">', '', [], '')).toThrow();
  expect(() => putPoster('<html lang="en"><body></body>', '', [], '')).toThrow();
  expect(() => putPoster('<html lang="en"><div id="app"></div>', '', [], '')).toThrow('</head>');
});

test('a poster in a file says whose it is, and what the program draws from', () => {
  expect(posterFile('<p>Hello</p>', 'a "b"', 'assets/a.js')).toBe(
    '<div id="poster" data-of="a%20%22b%22"><link rel="modulepreload" crossorigin href="./assets/a.js"><p>Hello</p></div>\n',
  );
  expect(posterFile('<p>Hello</p>', 'a', undefined)).toBe('<div id="poster" data-of="a"><p>Hello</p></div>\n');
});
