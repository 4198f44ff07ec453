/**
 * What the built page may do, said once: the page's own meta tags and the header files of every host are made of this.
 *
 * A policy starts at nothing and opens one door for each thing that the page does. No inline script or style is let in,
 * and no text becomes a program: `require-trusted-types-for` makes every sink throw that was not given a value by one of
 * two policies, Svelte's for the markup of components and our own for the addresses of workers (`data/trusted.ts`).
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

const line = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

/** Devices that the page never asks for: refused even if it did. */
const DEVICES = 'accelerometer camera display-capture geolocation gyroscope hid microphone midi payment serial usb';

/** The headers that a host should send with every file, the workers' own included. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': line({ ...POLICY, ...HEADER_ONLY }),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': DEVICES.split(' ')
    .map((device) => `${device}=()`)
    .join(', '),
  // Browsers look up the hosts of links before anybody clicks, which tells a name server what is being read.
  'X-DNS-Prefetch-Control': 'off',
};

/** The seal that the page carries itself, for hosts that send no headers: all that meta tags can say. */
export const META_TAGS = [
  `<meta http-equiv="Content-Security-Policy" content="${line(POLICY)}" />`,
  '<meta name="referrer" content="no-referrer" />',
  '<meta http-equiv="x-dns-prefetch-control" content="off" />',
] as const;

const CHARSET = '<meta charset="utf-8" />';

/** Puts the seal before everything that could be fetched or run; the encoding alone stands before it. */
export function sealPage(html: string): string {
  if (!html.includes(CHARSET)) throw new Error(`The page has no ${CHARSET} to put its policy after.`);
  return html.replace(CHARSET, [CHARSET, ...META_TAGS].join('\n    '));
}

const headers = Object.entries(HEADERS);

/** The same headers in the languages of common static hosts, by file name. */
export const HEADER_FILES: Readonly<Record<string, string>> = {
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
