import { expect, test } from 'vitest';
import { headerFilesOf, headersOf, metaTagsOf, sealPage } from './seal.ts';

const PAGE = '<head><meta charset="utf-8" /><script>alert()</script><style>b{}</style></head><body></body>';
// printf 'alert()' | openssl dgst -sha256 -binary | base64, and so with b{}
const [SCRIPT, STYLE] = [
  "'sha256-S8S/VNmXuUuoIR6OhqBqwIiIkuCxXq31hCCHAHnicV8='",
  "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='",
];

const policyOf = (page: string) => headersOf(page)['Content-Security-Policy']!;
const directivesOf = (page: string) =>
  new Map(
    policyOf(page)
      .split('; ')
      .map((directive) => {
        const [name, ...values] = directive.split(' ');
        return [name!, values] as const;
      }),
  );

test('the policy lets in nothing but the page’s own files', () => {
  const [policy, directives] = [policyOf(''), directivesOf('')];
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

test('of what stands in the page, just the script and the style of its head are let in', () => {
  for (const page of [PAGE, PAGE.replace('<body>', '<body><script>evil()</script><style>i{}</style>')]) {
    expect(directivesOf(page).get('script-src')).toEqual(["'self'", SCRIPT]);
    expect(directivesOf(page).get('style-src')).toEqual(["'self'", STYLE]);
  }
  const fetched = '<head><script type="module" src="./a.js"></script><script src="./b.js"></script></head>';
  expect(directivesOf(fetched).get('script-src')).toEqual(["'self'"]);
});

test('the page says of itself all that the headers say, but for what a meta tag may not', () => {
  const said = metaTagsOf(PAGE)[0]!.match(/content="([^"]+)"/)?.[1];
  expect(`${said}; frame-ancestors 'none'`).toBe(policyOf(PAGE));
});

test('each host’s file carries every header whole', () => {
  const files = headerFilesOf(PAGE);
  expect(Object.keys(files)).toEqual(['_headers', '.htaccess', 'nginx-headers.conf', 'vercel.json']);
  for (const [file, text] of Object.entries(files)) {
    for (const [name, value] of Object.entries(headersOf(PAGE))) {
      const at = text.indexOf(name);
      expect(at, `${name} in ${file}`).toBeGreaterThan(-1);
      expect(text.slice(at, at + name.length + value.length + 40), file).toContain(value);
    }
    // Apache's, nginx's and JSON's quotes are double ones.
    expect(Object.values(headersOf(PAGE)).join(''), file).not.toContain('"');
  }
});

test('the policy stands before all that could be fetched, behind the encoding', () => {
  const page = sealPage('<head>\n    <meta charset="utf-8" />\n    <link rel="icon" href="i.svg" /></head>');
  expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'));
  expect(page.indexOf('charset')).toBeLessThan(page.indexOf('Content-Security-Policy'));
  expect(() => sealPage('<head></head>')).toThrow('no <meta charset');
});
