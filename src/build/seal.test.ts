import { expect, test } from 'vitest';
import { HEADER_FILES, HEADERS, META_TAGS, sealPage } from './seal.ts';

const policy = HEADERS['Content-Security-Policy']!;
const directives = new Map(
  policy.split('; ').map((directive) => {
    const [name, ...values] = directive.split(' ');
    return [name!, values] as const;
  }),
);

test('the policy lets in nothing but the page’s own files', () => {
  expect(directives.get('default-src')).toEqual(["'none'"]);
  for (const fetches of ['script-src', 'style-src', 'connect-src', 'worker-src', 'manifest-src']) {
    expect(directives.get(fetches), fetches).toEqual(["'self'"]);
  }
  expect(policy).not.toMatch(/unsafe|data:|\*/);
  for (const barred of ['base-uri', 'form-action', 'frame-ancestors']) {
    expect(directives.get(barred), barred).toEqual(["'none'"]);
  }
  expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(directives.get('trusted-types')).toHaveLength(2);
});

test('the page says of itself all that the headers say, but for what a meta tag may not', () => {
  const said = META_TAGS[0].match(/content="([^"]+)"/)?.[1];
  expect(`${said}; frame-ancestors 'none'`).toBe(policy);
});

test('each host’s file carries every header whole', () => {
  expect(Object.keys(HEADER_FILES)).toEqual(['_headers', '.htaccess', 'nginx-headers.conf', 'vercel.json']);
  for (const [file, text] of Object.entries(HEADER_FILES)) {
    for (const [name, value] of Object.entries(HEADERS)) {
      const at = text.indexOf(name);
      expect(at, `${name} in ${file}`).toBeGreaterThan(-1);
      expect(text.slice(at, at + name.length + value.length + 40), file).toContain(value);
    }
    // Apache's, nginx's and JSON's quotes are double ones.
    expect(Object.values(HEADERS).join(''), file).not.toContain('"');
  }
});

test('the policy stands before all that could be fetched, behind the encoding', () => {
  const page = sealPage('<head>\n    <meta charset="utf-8" />\n    <link rel="icon" href="i.svg" /></head>');
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'));
  expect(page.indexOf('charset')).toBeLessThan(page.indexOf('Content-Security-Policy'));
  expect(() => sealPage('<head></head>')).toThrow('no <meta charset');
});
