/** Where the tests' server listens; another port, for a second run beside the first: `PORT=5173 npm run e2e`. */
export const PORT = Number(process.env['PORT'] ?? 4173);
/** A build with two episodes stands here, well below the host's root. */
export const ARCHIVE_PATH = '/shows/archive/';
/** The store of notes stands here in a page of its own (e2e/harness). */
export const HARNESS_PATH = '/harness/';
