/** What went on behind the tests' backs, one line each: written by the proxy and the server, read by tests and at the end. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BROWSER_ITSELF, LEDGER, PLANTED } from './places.ts';

/** `host` was asked for by a browser; `refused` by a policy, in the browser's words; `past` the proxy went this browser. */
export type Entry = { readonly host: string } | { readonly refused: string } | { readonly past: string };

export function openLedger(): void {
  mkdirSync(dirname(LEDGER), { recursive: true });
  writeFileSync(LEDGER, '');
}

export function note(entry: Entry): void {
  appendFileSync(LEDGER, `${JSON.stringify(entry)}\n`);
}

function entries(): Entry[] {
  if (!existsSync(LEDGER)) return [];
  return readFileSync(LEDGER, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);
}

/** Whether a browser was used that is known to go past the proxy. */
export const wentPast = (): boolean => entries().some((entry) => 'past' in entry);

/** Every host that was asked for so far, with its port. */
export function hostsAsked(): string[] {
  return entries().flatMap((entry) => ('host' in entry ? [entry.host] : []));
}

const isOwn = (host: string) => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(host);
/**
 * Services that Chrome asks of itself: for versions that don't heed the switches which send that elsewhere. A page that asks
 * for one of these is still seen, by its own events (`e2e/page.ts`).
 */
const SERVICES = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
];
const isBrowsers = (host: string) => [BROWSER_ITSELF, ...SERVICES].includes(host.replace(/:\d+$/, ''));
const isPlanted = (host: string) => host.replace(/:\d+$/, '').endsWith(PLANTED);

/** All that should not have happened: hosts that are not the tests' own, and refusals. */
export function faults(): string[] {
  return entries().flatMap((entry) => {
    if ('refused' in entry) return [`refused by the policy: ${entry.refused}`];
    if ('past' in entry) return [];
    return [isOwn, isPlanted, isBrowsers].some((is) => is(entry.host)) ? [] : [`asked for ${entry.host}`];
  });
}
