import { createHash } from 'node:crypto';

/**
 * What the built page may do, said once: the page's own meta tags and the header files of every host are made of this.
 *
 * A policy starts at nothing and opens one door for each thing that the page does. Of inline scripts and styles just those are
 * let in that the build put into the head, by their digests (Content Security Policy 3 § 2.3.1); nothing in the body is, and
 * no text becomes a program: `require-trusted-types-for` makes every sink throw that was not given a value by one of two
 * policies, Svelte's for the markup of components and our own for the addresses of workers (`data/trusted.ts`).
 */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // The icon; and pictures that the page draws of itself, as blobs.
  'img-src': "'self' blob:",
  // A visitor's own recording is a blob. A published one is fetched from where it was published, when the visitor asks.
  'media-src': "'self' blob: https: http:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'svelte-trusted-html hourline-script-url',
} as const;

/** What a meta tag may not carry. */
const HEADER_ONLY = { 'frame-ancestors': "'none'" } as const;

/** The policy of a page with what the build put into its head: the script before the first paint, and the style. */
function policyOf(page: string, more: Readonly<Record<string, string>> = {}): string {
  const head = page.slice(0, page.indexOf('</head>'));
  const digests = (tag: string) =>
    [...head.matchAll(new RegExp(`<${tag}(?![^>]* src=)[^>]*>([^]*?)</${tag}>`, 'g'))]
      .map(([, text]) => ` 'sha256-${createHash('sha256').update(text!).digest('base64')}'`)
      .join('');
  const inline: Readonly<Record<string, string>> = { 'script-src': digests('script'), 'style-src': digests('style') };
  return Object.entries({ ...POLICY, ...more })
    .map(([directive, value]) => `${directive} ${value}${inline[directive] ?? ''}`)
    .join('; ');
}

/** Devices that the page never asks for: refused even if it did. */
const DEVICES = 'accelerometer camera display-capture geolocation gyroscope hid microphone midi payment serial usb';

/** The headers that a host should send with every file of a page's build, the workers' own included. */
export const headersOf = (page: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policyOf(page, HEADER_ONLY),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': DEVICES.split(' ')
    .map((device) => `${device}=()`)
    .join(', '),
  // Browsers look up the hosts of links before anybody clicks, which tells a name server what is being read.
  'X-DNS-Prefetch-Control': 'off',
});

/** The seal that the page carries itself, for hosts that send no headers: all that meta tags can say. */
export const metaTagsOf = (page: string): readonly string[] => [
  `<meta http-equiv="Content-Security-Policy" content="${policyOf(page)}" />`,
  '<meta name="referrer" content="no-referrer" />',
  '<meta http-equiv="x-dns-prefetch-control" content="off" />',
];

const CHARSET = '<meta charset="utf-8" />';

/** Puts the seal before everything that could be fetched or run; the encoding alone stands before it. */
export function sealPage(html: string): string {
  if (!html.includes(CHARSET)) throw new Error(`The page has no ${CHARSET} to put its policy after.`);
  return html.replace(CHARSET, () => [CHARSET, ...metaTagsOf(html)].join('\n    '));
}

/** The same headers in the languages of common static hosts, by file name. */
export function headerFilesOf(page: string): Readonly<Record<string, string>> {
  const headers = Object.entries(headersOf(page));
  return {
    // Netlify, Cloudflare Pages
    _headers: `/*\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
    // Apache
    '.htaccess': `<IfModule mod_headers.c>\n${headers
      .map(([name, value]) => `  Header always set ${name} "${value}"\n`)
      .join('')}</IfModule>\n`,
    // nginx: include it in the server's or the location's block
    'nginx-headers.conf': headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(''),
    'vercel.json': `${JSON.stringify(
      { headers: [{ source: '/(.*)', headers: headers.map(([key, value]) => ({ key, value })) }] },
      null,
      2,
    )}\n`,
  };
}
