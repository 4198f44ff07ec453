import { join } from 'node:path';

/** Where the tests' server listens; another port, for a second run beside the first: `PORT=5173 npm run e2e`. */
export const PORT = Number(process.env['PORT'] ?? 4173);
/** A build with two episodes stands here, well below the host's root. */
export const ARCHIVE_PATH = '/shows/archive/';
/** The build without its policy, to see what holds when no policy does. */
export const UNSEALED_PATH = '/unsealed/';
/** All that the tests' browsers ask for goes through a proxy that keeps a list of it. */
export const PROXY_PORT = PORT + 10_000;
/** That list; beside it, what a policy refused. */
export const LEDGER = join(import.meta.dirname, `../../node_modules/.cache/hourline/ledger-${PORT}.txt`);
/** Where browsers report what a policy refused, also when it happened in a worker. */
export const REPORT_PATH = '/csp-report';
/** Hosts below this name are asked for on purpose, to see that the proxy sees it. */
export const PLANTED = '.planted.test';
/** What a browser asks for of itself is sent here (`setup/browser.ts`). */
export const BROWSER_ITSELF = 'browser-itself.invalid';
/** Audio as a publisher's host would serve it. */
export const AUDIO_PATH = '/audio/';
/** The store of notes stands here in a page of its own (e2e/harness). */
export const HARNESS_PATH = '/harness/';
